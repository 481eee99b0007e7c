import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { permissionsIn } from '../access/clauses.ts';
import type { Ctx, RequestFacts, StaffActor } from '../access/ctx.ts';
import { actAs } from '../access/transaction.ts';
import { appendAudit } from '../audit/append.ts';
import { londonDate } from '../time/london.ts';
import { carrySession, sessionHash, visitorId } from '../web/cookies.ts';
import { hasRoom } from '../web/rate-limit.ts';
import type { Serving } from '../web/serve.ts';
import { serve } from '../web/serve.ts';
import { keepAttempt, takeAttempt, type Attempt } from './attempt.store.ts';
import { localPath } from './local-path.ts';
import { awayPage, notSetUpPage, startAgainPage } from './pages.tsx';
import { activeProvider, type ProviderRow } from './provider.store.ts';
import { NotProven, ProviderAway, providerTalk, type ProviderTalk, type Proven } from './provider-talk.ts';
import { asSignIn, guarded, sendPage } from './raw-request.ts';
import { mayWorkHere, type KnownPerson, type Standing } from './recognise.ts';
import { personBehind } from './recognise.store.ts';
import { beginSession, endSession } from './session.store.ts';
import type { SignInSettings } from './settings.ts';
import { signInPage, startPage } from './sign-in-page.tsx';
import { signOut } from './sign-out.ts';

/** Signing in and out: `webServer(serving, rooms, (app, serving) => registerSignIn(app, serving, settings))`. */
export async function registerSignIn(app: FastifyInstance, serving: Serving, settings: SignInSettings): Promise<void> {
  const talk = providerTalk(settings, `${serving.origin}/sign-in/callback`, serving.clock);
  app.get('/sign-in', serve(serving, signInPage(settings)));
  app.get(
    '/sign-in/start/:providerId',
    guarded((request, reply, facts) => start(serving, talk, request, reply, facts)),
  );
  app.get(
    '/sign-in/callback',
    guarded((request, reply, facts) => comeBack(serving, talk, request, reply, facts)),
  );
  app.post(
    '/sign-out',
    guarded((request, reply, facts) => signOut(serving, request, reply, facts)),
  );
  if (!app.hasRoute({ method: 'GET', url: '/' })) app.get('/', serve(serving, startPage));
}

/** Sends the browser to its provider. The attempt is kept for ten minutes and bound to this browser. */
async function start(
  serving: Serving,
  talk: ProviderTalk,
  request: FastifyRequest,
  reply: FastifyReply,
  facts: RequestFacts,
): Promise<void> {
  const { providerId } = request.params as { providerId: string };
  const state = randomState();
  const attempt: Attempt = {
    providerId,
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
    returnTo: localPath((request.query as { to?: string }).to),
  };
  const provider = await findProvider(serving, facts, providerId);
  if (!provider) return sendPage(reply, facts, startAgainPage(facts.nonce), 404);
  try {
    const onward = await talk.authorizationUrl(provider, attempt, state);
    const browser = visitorId(request, reply);
    await asSignIn(serving, facts, 'platform.sign-in.start', (ctx) => keepAttempt(ctx, state, browser, attempt));
    await reply.header('cache-control', 'no-store').redirect(onward.href, 303);
  } catch (error) {
    await refuseEntry(serving, reply, facts, providerId, error);
  }
}

const findProvider = async (serving: Serving, facts: RequestFacts, id: string): Promise<ProviderRow | undefined> =>
  /^[0-9a-f-]{36}$/.test(id) ? asSignIn(serving, facts, 'platform.sign-in.start', (ctx) => activeProvider(ctx, id)) : undefined;

/** Receives the browser back: the attempt is used up first, then the answer is proven, then the person is let in or not. */
async function comeBack(
  serving: Serving,
  talk: ProviderTalk,
  request: FastifyRequest,
  reply: FastifyReply,
  facts: RequestFacts,
): Promise<void> {
  const state = String((request.query as { state?: string }).state ?? '').slice(0, 200);
  const browser = visitorId(request, reply);
  const attempt = await asSignIn(serving, facts, 'platform.sign-in.return', (ctx) => takeAttempt(ctx, state, browser));
  const provider = attempt ? await findProvider(serving, facts, attempt.providerId) : undefined;
  if (!attempt || !provider) {
    // Anyone may call this address with anything: what nobody began is written down so many times a minute and no more.
    const heard = await hasRoom(serving.db, `sign-in:${request.ip}`, serving.clock());
    if (!heard) return sendPage(reply.header('retry-after', '60'), facts, startAgainPage(facts.nonce), 429);
    return refuseEntry(serving, reply, facts, attempt?.providerId ?? null, new NotProven('no such attempt'));
  }
  try {
    const proven = await talk.prove(provider, attempt, state, new URL(request.url, serving.origin));
    const session = await letIn(serving, facts, provider, proven, request);
    if (!session) return await sendPage(reply, facts, notSetUpPage(facts.nonce), 403);
    carrySession(reply, session);
    await reply.header('cache-control', 'no-store').redirect(attempt.returnTo, 303);
  } catch (error) {
    await refuseEntry(serving, reply, facts, provider.id, error);
  }
}

/** A sign-in that did not come to an end: audited, and told plainly. Faults of ours are thrown on. */
async function refuseEntry(
  serving: Serving,
  reply: FastifyReply,
  facts: RequestFacts,
  providerId: string | null,
  error: unknown,
): Promise<void> {
  if (!(error instanceof ProviderAway || error instanceof NotProven)) throw error;
  const away = error instanceof ProviderAway;
  await asSignIn(serving, facts, 'platform.sign-in.refuse', async (ctx) => {
    Object.assign(ctx.note.detail, { provider: providerId, why: away ? 'provider-away' : 'not-proven' });
    await appendAudit(ctx, 'refused');
  });
  return away
    ? sendPage(reply.header('retry-after', '30'), facts, awayPage(facts.nonce), 503)
    : sendPage(reply, facts, startAgainPage(facts.nonce), 400);
}

/** Begins the session of someone who may work here, ends the one this browser had, and writes the audit row: one transaction. Null when they may not. */
async function letIn(
  serving: Serving,
  facts: RequestFacts,
  provider: ProviderRow,
  proven: Proven,
  request: FastifyRequest,
): Promise<string | null> {
  return asSignIn(serving, facts, 'platform.sign-in.refuse', async (ctx) => {
    const today = londonDate(ctx.now);
    const person = await personBehind(ctx, { ...proven, providerId: provider.id }, today);
    const may = mayWorkHere(person, today);
    if ('why' in may) {
      Object.assign(ctx.note.detail, { provider: provider.id, why: may.why, staff: person?.staffId ?? null });
      await appendAudit(ctx, 'not-allowed');
      return null;
    }
    const before = sessionHash(request);
    if (before) await endSession(ctx, before, 'rotated');
    const session = await beginSession(ctx, {
      staffId: person!.staffId,
      issuer: proven.issuer,
      userAgent: request.headers['user-agent'] ?? null,
    });
    await auditEntry(ctx, actorOf(person!, may.memberships, session.csrf), provider.id);
    return session.id;
  });
}

const actorOf = (person: KnownPerson, memberships: readonly Standing[], csrf: string): StaffActor => ({
  kind: 'staff',
  staffId: person.staffId,
  name: person.name,
  jobTitle: person.jobTitle,
  memberships,
  permissions: permissionsIn(memberships),
  csrf,
  previousVisitAt: null,
});

/** From here on the transaction acts for the person: the audit row of an entry is their own. */
async function auditEntry(ctx: Ctx, who: StaffActor, providerId: string): Promise<void> {
  await actAs(ctx.tx, who);
  await appendAudit({ ...ctx, who, note: { ...ctx.note, action: 'platform.sign-in.enter', detail: { provider: providerId } } });
}
