import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely, Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { Replica } from '../db/replica/replica.ts';
import type { DB } from '../db/schema.ts';
import { isOutdatedPlan, isUnavailable } from '../db/pool.ts';
import { appendAudit, type AuditOutcome } from '../audit/append.ts';
import type { Actor, Ctx, NavigationItem, RequestFacts } from '../access/ctx.ts';
import { notAllowed, notFound, refused, Refusal } from '../access/refusal.ts';
import type { Permission } from '../access/roles.ts';
import { actAs, enterSession, noteFor } from '../access/transaction.ts';
import { dropFiles, readBody, single, storable } from './body.ts';
import { sessionHash, takeFlash, visitorId } from './cookies.ts';
import { comesFromHere, sameToken, sha256, visitorCsrf } from './csrf.ts';
import { rememberTaken, takenAtTheSameMoment, takenBefore } from './once.ts';
import { hasRoom } from './rate-limit.ts';
import { fieldErrors } from './field-errors.ts';
import { formRefusedPage, refusalPage, resendPage, signInFirst, unavailablePage, waitPage } from './refusal-pages.tsx';
import { send } from './send.ts';
import { seeOther, show, type Answer, type Asked, type FormRoute, type Route, type Typed } from './route.ts';
import { until } from './until.ts';

/** What the server needs to answer: the database, its own address, the clock and the rooms' navigation. */
export interface Serving {
  db: Kysely<DB>;
  /** Where searches are read, when there is one. */
  replica?: Replica | null;
  origin: string;
  clock: () => Date;
  navigation: readonly NavigationItem[];
  demonstration?: boolean;
  /** The pool behind `db`, for pages that listen for changes: it holds one connection while any does. */
  listenOn?: Pool | undefined;
}

interface Visit {
  serving: Serving;
  route: Route;
  request: FastifyRequest;
  reply: FastifyReply;
  facts: RequestFacts;
  typed: Typed;
  asked: Asked;
  /** How often it was tried, because another transaction got in the way. */
  tries: number;
  /** The form's own page was refused too: a plain page tells why. */
  againRefused: boolean;
}

/** Turns a route into a Fastify handler. One request is one transaction: who, what, its audit row, commit, answer. */
export function serve(serving: Serving, route: Route) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const from = performance.now();
    const visit = await begin(serving, route, request, reply);
    try {
      await send(reply, visit.facts, (await tooMany(visit)) ?? (await attempt(visit)));
    } catch (error) {
      const answer = await afterwards(visit, error);
      if (error instanceof Refusal && error.kind === 'not-found') await until(from + notFoundAfter);
      await send(reply, visit.facts, answer);
    } finally {
      await dropFiles(visit.asked.files);
    }
  };
}

/** Milliseconds before which nobody is told that something is not there. A record that is closed takes the database a little longer to
 *  refuse than one that never was (0.3 ms, measured by `npm run bench shield`); so neither is answered at its own speed. */
const notFoundAfter = 20;

async function begin(serving: Serving, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const facts: RequestFacts = {
    id: randomUUID(),
    nonce: randomBytes(16).toString('base64'),
    path: request.url.split('?')[0] ?? '/',
    flash: route.method === 'GET' ? takeFlash(request, reply) : null,
    navigation: serving.navigation,
    demonstration: serving.demonstration ?? false,
  };
  request.log = request.log.child({ audit: route.audit, requestId: facts.id });
  const { typed, files } =
    route.method === 'POST' ? await readBody(request, await largest(serving, route, request)) : { typed: {}, files: [] };
  const json = request.headers.accept?.split(',')[0]?.trim() === 'application/json';
  const asked: Asked = { params: plainText(request.params), query: plainText(request.query), files, json };
  return { serving, route, request, reply, facts, typed, asked, tries: 1, againRefused: false };
}

/** How large a file may come by way of the disk: nothing from someone the route is not open to, before a byte of it is read. */
async function largest(serving: Serving, route: FormRoute, request: FastifyRequest): Promise<number> {
  const hash = sessionHash(request);
  if (!route.largeFileBytes || !hash || !comesFromHere(request.headers, serving.origin)) return 0;
  const who = await serving.db.transaction().execute((tx) => enterSession(tx, hash, serving.clock()));
  return who?.permissions.has(route.opens as Permission) ? route.largeFileBytes : 0;
}

const plainText = (asked: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked as Record<string, unknown>).map(([name, value]) => [
      name,
      storable(String(Array.isArray(value) ? value.at(-1) : value)),
    ]),
  );

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A parameter called `id` or `...Id` is an opaque id: an address with anything else in its place leads nowhere. */
function refuseStrangeIds({ params }: Asked): void {
  if (Object.entries(params).some(([name, value]) => /^id$|Id$/.test(name) && !uuid.test(value))) throw notFound();
}

/** A form from someone not signed in, when their address has sent too many this minute: asked to wait, with every word kept. */
async function tooMany(visit: Visit): Promise<Answer | null> {
  if (visit.route.method !== 'POST' || visit.route.opens !== 'public' || sessionHash(visit.request)) return null;
  if (await hasRoom(visit.serving.db, visit.request.ip, visit.serving.clock())) return null;
  void visit.reply.header('retry-after', '60');
  return show(waitPage(visit.facts, visit.typed), 429);
}

/** The whole of it, in one transaction. */
async function attempt(visit: Visit): Promise<Answer> {
  return visit.serving.db.transaction().execute(async (tx) => {
    const ctx = await open(visit, tx);
    if (!ctx) return signInFirst(visit.facts.path, visit.route.method === 'GET' ? visit.request.url : null, visit.typed);
    refuseStrangeIds(visit.asked);
    const answer = visit.route.method === 'GET' ? await visit.route.page(ctx as never, visit.asked) : await take(visit, visit.route, ctx);
    await appendAudit(ctx);
    return answer;
  });
}

/** Who is asking, and may they: null when someone must sign in first. */
async function open(visit: Visit, tx: Transaction<DB>): Promise<Ctx | null> {
  const who = await whoAsks(visit, tx);
  if (!who) return null;
  const ctx: Ctx = { who, now: visit.serving.clock(), tx, request: visit.facts, note: noteFor(visit.route.audit) };
  const { replica } = visit.serving;
  if (replica) ctx.replica = { ask: (work) => replica.ask(tx, who, work), state: () => replica.state(tx) };
  const { opens } = visit.route;
  if (opens !== 'public' && opens !== 'signed-in' && !(who.kind === 'staff' && who.permissions.has(opens))) throw notAllowed();
  return ctx;
}

async function whoAsks(visit: Visit, tx: Transaction<DB>): Promise<Actor | null> {
  const hash = sessionHash(visit.request);
  const staff = hash ? await enterSession(tx, hash, visit.serving.clock()) : null;
  if (staff) return staff;
  if (visit.route.opens !== 'public') return null;
  const visitor = visitorId(visit.request, visit.reply);
  const who: Actor = { kind: 'public', visitorKey: sha256(`visitor:${visitor}`), csrf: visitorCsrf(visitor) };
  await actAs(tx, who);
  return who;
}

/** Takes a form: from here, once, well formed, then the act itself. */
async function take(visit: Visit, route: FormRoute, ctx: Ctx): Promise<Answer> {
  if (!comesFromHere(visit.request.headers, visit.serving.origin)) throw notAllowed();
  const csrf = ctx.who.kind === 'staff' || ctx.who.kind === 'public' ? ctx.who.csrf : '';
  if (!sameToken(single(visit.typed, '_csrf'), csrf)) return resendPage(visit.facts, csrf, visit.typed);
  const key = single(visit.typed, '_key').slice(0, 100);
  const before = key ? await takenBefore(ctx, key) : null;
  if (before) return seeOther(before);
  const parsed = route.shape.safeParse(visit.typed);
  if (!parsed.success) throw new Refusal('invalid', 'There is a problem', fieldErrors(parsed.error));
  const answer = await route.act(ctx as never, parsed.data as never, visit.asked);
  if (key && answer.kind === 'see-other') await rememberTaken(ctx, key, route.path, answer.to);
  return answer;
}

const outcomeOf: Record<Refusal['kind'], AuditOutcome> = {
  'not-found': 'not-found',
  'not-allowed': 'not-allowed',
  invalid: 'refused',
  refused: 'refused',
  conflict: 'refused',
};

/** What a refused, doubled, unavailable or faulty request is told. The first transaction is gone; a refusal is audited in its own. */
async function afterwards(visit: Visit, error: unknown): Promise<Answer> {
  if (isUnavailable(error)) return unavailable(visit);
  if ((takenAtTheSameMoment(error) || gotInTheWay(error) || isOutdatedPlan(error)) && visit.tries++ < 3)
    return attempt(visit).catch((again: unknown) => afterwards(visit, again));
  const refusal = refusalIn(visit, error);
  if (!refusal) {
    visit.request.log.error({ fault: nameOf(error) }, 'a request failed');
    return refusalPage(null, visit.facts, new Refusal('refused', 'fault'), visit.typed);
  }
  try {
    return await visit.serving.db.transaction().execute((tx) => answerRefusal(visit, tx, refusal));
  } catch (second) {
    if (isUnavailable(second)) return unavailable(visit);
    if (second instanceof Refusal && !visit.againRefused) return afterwards({ ...visit, againRefused: true }, second);
    visit.request.log.error({ fault: nameOf(second) }, 'a refusal failed');
    return refusalPage(null, visit.facts, refusal, visit.typed);
  }
}

/** Two transactions that waited for each other, or could not both be true: this one was rolled back whole and may be tried again. */
const gotInTheWay = (error: unknown): boolean => ['40001', '40P01'].includes(String((error as { code?: unknown } | null)?.code));

/** A refusal as it was thrown; or the one that is meant when a form points at something the database has not got. */
function refusalIn(visit: Visit, error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if ((error as { code?: unknown } | null)?.code !== '23503' || visit.route.method !== 'POST') return null;
  visit.request.log.warn({ fault: nameOf(error) }, 'a form pointed at nothing');
  return refused('Something chosen in this form is not there, or not there any more. Open the page again and choose again.');
}

async function answerRefusal(visit: Visit, tx: Transaction<DB>, refusal: Refusal): Promise<Answer> {
  const who = await whoAsks(visit, tx);
  if (!who) return signInFirst(visit.facts.path, null, visit.typed);
  const ctx: Ctx = { who, now: visit.serving.clock(), tx, request: visit.facts, note: noteFor(visit.route.audit) };
  const answer = await pageOfRefusal(visit, ctx, refusal);
  await appendAudit(ctx, outcomeOf[refusal.kind]);
  return answer;
}

async function pageOfRefusal(visit: Visit, ctx: Ctx, refusal: Refusal): Promise<Answer> {
  const { route, typed } = visit;
  if (route.method === 'POST' && route.again && !visit.againRefused && (refusal.kind === 'invalid' || refusal.kind === 'refused')) {
    const errors = refusal.errors.length > 0 ? refusal.errors : [{ field: 'main-content', message: refusal.message }];
    return route.again(ctx as never, { values: typed, errors }, visit.asked);
  }
  if (refusal.kind === 'conflict' || refusal.kind === 'invalid') return formRefusedPage(ctx, refusal, typed);
  return refusalPage(ctx, visit.facts, refusal, typed);
}

function unavailable(visit: Visit): Answer {
  void visit.reply.header('retry-after', '5');
  return show(unavailablePage(visit.facts, visit.typed), 503);
}

/** Error's name and code for the log; never its message, which may hold personal data. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  const where =
    error.stack
      ?.split('\n')
      .find((line) => /\/(?:src|dist)\//.test(line) && !line.includes('node_modules'))
      ?.trim() ?? '';
  return [error.name, code, table, constraint, where].filter(Boolean).join(' ');
}
