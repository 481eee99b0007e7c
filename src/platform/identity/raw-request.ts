import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Ctx, RequestFacts } from '../access/ctx.ts';
import { actAs, noteFor } from '../access/transaction.ts';
import { isUnavailable } from '../db/pool.ts';
import { refusalPage, unavailablePage } from '../web/refusal-pages.tsx';
import { Refusal } from '../access/refusal.ts';
import { send } from '../web/send.ts';
import { show } from '../web/route.ts';
import type { Serving } from '../web/serve.ts';

/** Facts of a request that is no route of a room: signing in and out, which need cookies and other people's addresses. */
export const rawFacts = (request: FastifyRequest): RequestFacts => ({
  id: randomUUID(),
  nonce: randomBytes(16).toString('base64'),
  path: request.url.split('?')[0] ?? '/',
  flash: null,
  navigation: [],
});

/** Runs work in one transaction as sign-in itself, which acts for nobody yet. The work writes its own audit row. */
export async function asSignIn<T>(serving: Serving, facts: RequestFacts, action: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return serving.db.transaction().execute(async (tx) => {
    const who = { kind: 'system', job: 'sign-in' } as const;
    await actAs(tx, who);
    return work({ who, now: serving.clock(), tx, request: facts, note: noteFor(action) });
  });
}

type Raw = (request: FastifyRequest, reply: FastifyReply, facts: RequestFacts) => Promise<void>;

/** A handler that answers a plain page, never a stack: 503 while the database is away, 500 for a fault of ours. */
export const guarded =
  (handle: Raw) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const facts = rawFacts(request);
    try {
      await handle(request, reply, facts);
    } catch (error) {
      if (isUnavailable(error)) return send(reply.header('retry-after', '5'), facts, show(unavailablePage(facts, {}), 503));
      request.log.error({ fault: error instanceof Error ? error.name : 'unknown', requestId: facts.id }, 'a sign-in request failed');
      return send(reply, facts, refusalPage(null, facts, new Refusal('refused', 'fault'), {}));
    }
  };

export const sendPage = (reply: FastifyReply, facts: RequestFacts, body: VNode, status: number): Promise<void> =>
  send(reply, facts, show(body, status));
