import type { z } from 'zod';
import type { Ctx, MachineActor } from '../../access/ctx.ts';
import type { Asked } from '../../web/route.ts';
import type { Problem } from './problem.ts';

/** The request as a machine's handler sees it, with every value of a query's parameter that stands more than once. */
export interface MachineAsked extends Asked {
  every: Readonly<Record<string, readonly string[]>>;
}

/** A ctx whose actor is a machine of a partner agency. */
export interface MachineCtx extends Ctx {
  who: MachineActor;
}

/** How an address speaks: its media type, and what being turned down looks like in it. JSON with RFC 9457 problems when nothing is said. */
export interface Dialect {
  mediaType: string;
  /** Under which path its addresses stand. */
  prefix: string;
  problem: (problem: Problem, requestId: string) => unknown;
  /** The status a problem is sent with, where it differs from the problem's own. */
  statusOf?: (problem: Problem) => number;
}

/** Something for everyone who wants to connect: it is about the service, never about anybody, and needs no token. */
export interface OpenDocument {
  path: string;
  mediaType: string;
  document: (origin: string) => unknown;
}

/** An address for machines: JSON in and out, opened by a scope both the token and our own record of the client carry. */
export interface ApiRoute {
  method: 'GET' | 'POST';
  path: string;
  scope: string;
  audit: string;
  /** What a POST carries. */
  shape: z.ZodType | null;
  answer: (ctx: MachineCtx, asked: MachineAsked, given: never) => Promise<unknown>;
  speaks?: Dialect;
  /** Largest file it takes as its body (text/csv or application/x-ndjson) by way of the disk; without it bodies are JSON and small. */
  largeFileBytes?: number;
  /** Milliseconds before which no answer leaves, so that its speed does not tell whether anybody was found. */
  notBefore?: number;
}

/** A machine's read: `apiRoute('/api/v1/me', 'profile.read', 'platform.api.me', answer)`. Give a shape for one that takes a body by POST. */
export function apiRoute(
  path: string,
  scope: string,
  audit: string,
  answer: (ctx: MachineCtx, asked: MachineAsked) => Promise<unknown>,
): ApiRoute {
  return { method: 'GET', path, scope, audit, shape: null, answer };
}

/** The same for a POST with a JSON body of that shape. */
export function apiForm<S extends z.ZodType>(
  path: string,
  scope: string,
  audit: string,
  shape: S,
  answer: (ctx: MachineCtx, asked: MachineAsked, given: z.output<S>) => Promise<unknown>,
): ApiRoute {
  return { method: 'POST', path, scope, audit, shape, answer: answer as ApiRoute['answer'] };
}

/** A POST whose body is one file; what belongs to it stands in the query. */
export function apiFile(
  path: string,
  scope: string,
  audit: string,
  largeFileBytes: number,
  answer: (ctx: MachineCtx, asked: MachineAsked) => Promise<unknown>,
): ApiRoute {
  return { method: 'POST', path, scope, audit, shape: null, largeFileBytes, answer };
}

/** Refuses to start on an address outside /api/v1/ (or its dialect's own path), or without a scope and an audit name. */
export function checkApiRoutes(routes: readonly ApiRoute[]): void {
  for (const { method, path, scope, audit, shape, speaks, largeFileBytes } of routes) {
    if (
      !path.startsWith(speaks?.prefix ?? '/api/v1/') ||
      !/^[a-z-]+(\.[a-z-]+)+$/.test(scope) ||
      !/^[a-z][a-z-]*(\.[a-z-]+)+$/.test(audit)
    ) {
      throw new Error(`${method} ${path} needs a path under /api/v1/, a scope such as involvement.read and an audit name`);
    }
    if (method === 'POST' && !shape && !largeFileBytes) throw new Error(`${method} ${path} takes a body but has no shape`);
  }
}
