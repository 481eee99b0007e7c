import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Ctx, StaffCtx } from '../access/ctx.ts';
import type { FieldError } from '../access/refusal.ts';
import type { Permission } from '../access/roles.ts';
import type { Spooled } from '../files/spool.ts';

/** What a handler answers with; refusals are thrown (see refusal.ts). */
export type Answer =
  | { kind: 'html'; body: VNode; status?: number }
  | { kind: 'see-other'; to: string; flash?: string }
  | { kind: 'file'; name: string; mediaType: string; content: Buffer }
  | { kind: 'json'; body: unknown; status?: number };

/** A file as it arrived; the size is limited before it is read. */
export interface UploadedFile {
  field: string;
  name: string;
  /** Empty for a large file, which is never whole in memory: it is `spooled`. */
  content: Buffer;
  spooled?: Spooled;
}

/** The request as a handler sees it: path parameters, query and files; never the raw request. */
export interface Asked {
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  files: readonly UploadedFile[];
  /** The request accepts JSON and so may be answered with it (`asJson`) where a handler offers both. */
  json?: boolean;
}

/** What was typed, as typed: one string or several per field. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** What a form page needs to show itself again with every field's message. */
export interface Again {
  values: Typed;
  errors: readonly FieldError[];
}

/** Who may ask: a permission, anyone signed in, or the public. */
export type Opens = Permission | 'signed-in' | 'public';

export interface PageRoute {
  method: 'GET';
  path: string;
  opens: Opens;
  audit: string;
  page: (ctx: never, asked: Asked) => Promise<Answer>;
}

export interface FormRoute {
  method: 'POST';
  path: string;
  opens: Opens;
  audit: string;
  shape: z.ZodType;
  act: (ctx: never, data: never, asked: Asked) => Promise<Answer>;
  again: ((ctx: never, again: Again, asked: Asked) => Promise<Answer>) | null;
  /** Largest file taken by way of the disk, from those the route is open to; without it files are small and stay in memory. */
  largeFileBytes?: number;
}

export type Route = PageRoute | FormRoute;

type CtxOf<O extends Opens> = O extends 'public' ? Ctx : StaffCtx;

/** A page: `page('/front-door', 'front-door.queue', 'front-door.queue.view', queuePage)`. Changes nothing. */
export function page<O extends Opens>(
  path: string,
  opens: O,
  audit: string,
  show: (ctx: CtxOf<O>, asked: Asked) => Promise<Answer>,
): PageRoute {
  return { method: 'GET', path, opens, audit, page: show };
}

/** A form taken: its shape, what it does, and the page that shows it again when something needs changing. */
export function form<O extends Opens, S extends z.ZodType>(
  path: string,
  opens: O,
  audit: string,
  shape: S,
  act: (ctx: CtxOf<O>, data: z.output<S>, asked: Asked) => Promise<Answer>,
  again: ((ctx: CtxOf<O>, again: Again, asked: Asked) => Promise<Answer>) | null = null,
): FormRoute {
  return { method: 'POST', path, opens, audit, shape, act: act as FormRoute['act'], again: again as FormRoute['again'] };
}

/** The same for a form with one large file, which goes by way of the disk and is gone from there when the request ends. */
export function largeForm<O extends Permission, S extends z.ZodType>(
  path: string,
  opens: O,
  audit: string,
  shape: S,
  largeFileBytes: number,
  act: (ctx: StaffCtx, data: z.output<S>, asked: Asked) => Promise<Answer>,
  again: (ctx: StaffCtx, again: Again, asked: Asked) => Promise<Answer>,
): FormRoute {
  return { ...form(path, opens, audit, shape, act as never, again as never), largeFileBytes };
}

/** The application refuses to start when a route lacks a path, a permission, an audit name or, for a POST, a shape; or stands twice. */
export function checkRoutes(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    if (!route.path.startsWith('/') || !route.opens || !/^[a-z][a-z-]*(\.[a-z-]+)+$/.test(route.audit)) {
      throw new Error(`Route ${name} needs a path, a permission and an audit name such as front-door.queue.view`);
    }
    if (route.method === 'POST' && !route.shape) throw new Error(`Route ${name} takes a form but has no shape`);
    if (seen.has(name)) throw new Error(`Route ${name} is listed twice`);
    seen.add(name);
  }
}

/** Answers, in words. */
export const show = (body: VNode, status = 200): Answer => ({ kind: 'html', body, status });
export const seeOther = (to: string, flash?: string): Answer => (flash ? { kind: 'see-other', to, flash } : { kind: 'see-other', to });
export const asJson = (body: unknown, status = 200): Answer => ({ kind: 'json', body, status });
