import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appendAudit } from '../../audit/append.ts';
import type { Ctx } from '../../access/ctx.ts';
import { enterSession, noteFor } from '../../access/transaction.ts';
import { sessionHash } from '../cookies.ts';
import type { Serving } from '../serve.ts';
import type { LiveRoute } from './live-route.ts';
import { listenersOf, type LiveChoice, type Listeners } from './listeners.ts';

/** Registers the addresses pages listen at. Listening works without the rest and the rest without it: a browser that gets no stream, or a
 *  visitor who may not, is answered 204 and does not ask again. */
export function registerLive(
  app: FastifyInstance,
  serving: Serving,
  routes: readonly LiveRoute[],
  choice: LiveChoice = {},
): Map<string, Listeners> {
  const known = new Map(routes.map((route) => [route.path, listenersOf(route, serving, choice)]));
  for (const route of routes) {
    const listeners = known.get(route.path);
    if (listeners) app.get(route.path, (request, reply) => listen(serving, route, listeners, request, reply));
  }
  app.addHook('preClose', (done) => {
    for (const listeners of known.values()) listeners.end();
    done();
  });
  return known;
}

async function listen(
  serving: Serving,
  route: LiveRoute,
  listeners: Listeners,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const session = sessionHash(request);
  if (!session || !(await mayListen(serving, route, session))) {
    await reply.code(204).header('cache-control', 'no-store').send();
    return;
  }
  const headers = reply.getHeaders();
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(headers as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  listeners.join(session, sinceOf(request), reply.raw);
}

/** Where the reader is: what the browser heard last, else what the page was read at. */
function sinceOf(request: FastifyRequest): string {
  const heard = request.headers['last-event-id'] ?? (request.query as Record<string, unknown>)['since'];
  return /^\d{1,18}$/.test(String(heard)) ? String(heard) : '0';
}

async function mayListen(serving: Serving, route: LiveRoute, session: string): Promise<boolean> {
  return serving.db.transaction().execute(async (tx) => {
    const now = serving.clock();
    const who = await enterSession(tx, session, now);
    if (!who) return false;
    const request: Ctx['request'] = { id: randomUUID(), nonce: '', path: route.path, flash: null, navigation: [] };
    const ctx: Ctx = { who, now, tx, request, note: noteFor(route.audit) };
    const may = who.permissions.has(route.opens);
    await appendAudit(ctx, may ? 'done' : 'not-allowed');
    return may;
  });
}
