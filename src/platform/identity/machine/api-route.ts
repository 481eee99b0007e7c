import type { z } from 'zod';
import type { Ctx, MachineActor } from '../../access/ctx.ts';
import type { Asked } from '../../web/route.ts';

/** A ctx whose actor is a machine of a partner agency. */
export interface MachineCtx extends Ctx {
  who: MachineActor;
}

/** An address for machines: JSON in and out, opened by a scope both the token and our own record of the client carry. */
export interface ApiRoute {
  method: 'GET' | 'POST';
  path: string;
  scope: string;
  audit: string;
  /** What a POST carries. */
  shape: z.ZodType | null;
  answer: (ctx: MachineCtx, asked: Asked, given: never) => Promise<unknown>;
}

/** A machine's read: `apiRoute('/api/v1/me', 'profile.read', 'platform.api.me', answer)`. Give a shape for one that takes a body by POST. */
export function apiRoute(
  path: string,
  scope: string,
  audit: string,
  answer: (ctx: MachineCtx, asked: Asked) => Promise<unknown>,
): ApiRoute {
  return { method: 'GET', path, scope, audit, shape: null, answer };
}

/** The same for a POST with a JSON body of that shape. */
export function apiForm<S extends z.ZodType>(
  path: string,
  scope: string,
  audit: string,
  shape: S,
  answer: (ctx: MachineCtx, asked: Asked, given: z.output<S>) => Promise<unknown>,
): ApiRoute {
  return { method: 'POST', path, scope, audit, shape, answer: answer as ApiRoute['answer'] };
}

/** Refuses to start on an address outside /api/v1/ or without a scope and an audit name. */
export function checkApiRoutes(routes: readonly ApiRoute[]): void {
  for (const { method, path, scope, audit, shape } of routes) {
    if (!path.startsWith('/api/v1/') || !/^[a-z-]+(\.[a-z-]+)+$/.test(scope) || !/^[a-z][a-z-]*(\.[a-z-]+)+$/.test(audit)) {
      throw new Error(`${method} ${path} needs a path under /api/v1/, a scope such as involvement.read and an audit name`);
    }
    if (method === 'POST' && !shape) throw new Error(`${method} ${path} takes a body but has no shape`);
  }
}
