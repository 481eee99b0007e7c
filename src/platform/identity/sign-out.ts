import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestFacts } from '../access/ctx.ts';
import { enterSession, noteFor } from '../access/transaction.ts';
import { appendAudit } from '../audit/append.ts';
import { dropSession, sessionHash } from '../web/cookies.ts';
import { comesFromHere, sameToken } from '../web/csrf.ts';
import type { Serving } from '../web/serve.ts';
import { endSession } from './session.store.ts';

/** Ends the session of this browser and tells the browser to forget what it holds. Without a session there is nothing to end.
 *  A form of another site, or without this session's token, ends nothing. */
export async function signOut(serving: Serving, request: FastifyRequest, reply: FastifyReply, facts: RequestFacts): Promise<void> {
  const hash = sessionHash(request);
  const done = hash ? await endOwn(serving, request, hash, facts) : true;
  if (done) {
    void reply.header('clear-site-data', '"cookies", "storage"');
    dropSession(reply);
  }
  await reply.header('cache-control', 'no-store').redirect(done ? '/sign-in?out=1' : '/', 303);
}

async function endOwn(serving: Serving, request: FastifyRequest, hash: string, facts: RequestFacts): Promise<boolean> {
  return serving.db.transaction().execute(async (tx) => {
    const who = await enterSession(tx, hash, serving.clock());
    if (!who) return true;
    const given = (request.body as { _csrf?: unknown } | null)?._csrf;
    const token = typeof given === 'string' ? given : '';
    if (!comesFromHere(request.headers, serving.origin) || !sameToken(token, who.csrf)) return false;
    const ctx = { who, now: serving.clock(), tx, request: facts, note: noteFor('platform.sign-in.leave') };
    await endSession(ctx, hash, 'signed out');
    await appendAudit(ctx);
    return true;
  });
}
