import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx, MachineActor, RequestFacts } from '../../access/ctx.ts';
import { invalid, Refusal } from '../../access/refusal.ts';
import { actAs } from '../../access/transaction.ts';
import { appendAudit, type AuditOutcome } from '../../audit/append.ts';
import { isUnavailable } from '../../db/pool.ts';
import { drop, spool, TooLarge, type Spooled } from '../../files/spool.ts';
import { londonDate } from '../../time/london.ts';
import { storable } from '../../web/body.ts';
import { fieldErrors } from '../../web/field-errors.ts';
import { hasRoom } from '../../web/rate-limit.ts';
import type { Serving } from '../../web/serve.ts';
import { asSignIn, rawFacts } from '../raw-request.ts';
import { apiRoute, checkApiRoutes, type ApiRoute, type MachineAsked, type MachineCtx, type OpenDocument } from './api-route.ts';
import { machineBehind, machineIssuers, mayCallNow } from './machine.store.ts';
import {
  badToken,
  databaseAway,
  fault,
  issuerAway,
  noToken,
  sendProblem,
  tooLarge,
  tooMany,
  tooOften,
  wrongScope,
  type Problem,
} from './problem.ts';
import { BadToken, IssuerAway, tokenCheck, type HeldToken, type TokenCheck } from './token.ts';
import { until } from '../../web/until.ts';

/** Who a machine is to us: for its owner to try the connection with. */
const me = apiRoute('/api/v1/me', 'profile.read', 'platform.api.me', async (ctx) => {
  const agency = await ctx.tx.selectFrom('agency').select(['id', 'name']).where('id', '=', ctx.who.agencyId).executeTakeFirst();
  return { client: ctx.who.clientId, agency, scopes: ctx.who.scopes, at: ctx.now.toISOString() };
});

/** Opens the addresses for machines: `/api/v1/me`, and whatever the rooms add. A token, not a cookie, says who asks. Documents about the
 *  service are for everyone. */
export function registerApi(
  app: FastifyInstance,
  serving: Serving,
  routes: readonly ApiRoute[] = [],
  documents: readonly OpenDocument[] = [],
): void {
  const all = [me, ...routes];
  checkApiRoutes(all);
  takeDialects(app, all);
  takeFiles(app, all);
  for (const { path, mediaType, document } of documents)
    app.get(path, async (_request, reply) => reply.type(`${mediaType}; charset=utf-8`).send(JSON.stringify(document(serving.origin))));
  const check = tokenCheck(serving.origin);
  for (const route of all)
    app.route({ method: route.method, url: route.path, handler: (request, reply) => handle(serving, check, route, request, reply) });
}

/** Bodies of every dialect are read as JSON; one that is none is a problem of its shape, told by the route. */
function takeDialects(app: FastifyInstance, routes: readonly ApiRoute[]): void {
  for (const mediaType of new Set(routes.flatMap(({ speaks }) => speaks?.mediaType ?? [])))
    app.addContentTypeParser(mediaType, { parseAs: 'string', bodyLimit: 1024 * 1024 }, (_request, body, done) => {
      try {
        done(null, JSON.parse(String(body)));
      } catch {
        done(null, null);
      }
    });
}

const fileTypes = ['text/csv', 'application/x-ndjson', 'application/octet-stream'];

/** Files come as they are; they are read to the disk once it is known who sends them. */
function takeFiles(app: FastifyInstance, routes: readonly ApiRoute[]): void {
  if (routes.some((route) => route.largeFileBytes)) app.addContentTypeParser(fileTypes, (_request, payload, done) => done(null, payload));
}

/** The file a machine sends, on disk; nothing from one that may not call or has not the scope, before a byte of it is read. */
async function fileIn(call: Call, held: HeldToken): Promise<Spooled | null> {
  const { serving, facts, route, request } = call;
  if (!route.largeFileBytes) return null;
  const machine = await asSignIn(serving, facts, route.audit, (system) => machineBehind(system, held, londonDate(system.now)));
  if (!machine?.actor.scopes.includes(route.scope)) return null;
  if (!(request.body instanceof Readable))
    throw invalid([{ field: 'file', message: `Send the file as the body, as ${fileTypes.slice(0, 2).join(' or ')}` }]);
  return spool(request.body, route.largeFileBytes);
}

async function handle(serving: Serving, check: TokenCheck, route: ApiRoute, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const facts = rawFacts(request);
  const from = performance.now();
  try {
    const answer = await attempt(serving, check, route, request, facts);
    if (route.notBefore) await until(from + route.notBefore);
    if (isProblem(answer)) return await sendProblem(reply, answer.problem, facts.id, route.speaks);
    await reply
      .header('cache-control', 'no-store')
      .header('x-request-id', facts.id)
      .type(`${route.speaks?.mediaType ?? 'application/json'}; charset=utf-8`)
      .send(JSON.stringify(answer));
  } catch (error) {
    if (!isUnavailable(error) && !(error instanceof IssuerAway))
      request.log.error({ fault: error instanceof Error ? error.name : 'unknown', requestId: facts.id }, 'a machine request failed');
    await sendProblem(
      reply,
      error instanceof IssuerAway ? issuerAway : isUnavailable(error) ? databaseAway : fault,
      facts.id,
      route.speaks,
    );
  }
}

interface Refused {
  problem: Problem;
}
const isProblem = (answer: unknown): answer is Refused => typeof answer === 'object' && answer !== null && 'problem' in answer;

async function attempt(
  serving: Serving,
  check: TokenCheck,
  route: ApiRoute,
  request: FastifyRequest,
  facts: RequestFacts,
): Promise<unknown> {
  const call: Call = { serving, facts, route, request, known: null };
  const token = /^Bearer ([\w.~+/=-]{1,8000})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) return refuse(call, noToken, 'no-token', 'refused');
  let file: Spooled | null = null;
  try {
    const held = await heldBy(call, check, token);
    if (!(await asSignIn(serving, facts, route.audit, (system) => mayCallNow(system, held)))) return { problem: tooOften };
    file = await fileIn(call, held);
    return await answerFor(call, held, file);
  } catch (error) {
    if (error instanceof BadToken) return await refuse(call, badToken, error.why, 'refused');
    if (error instanceof TooLarge) return await refuse(call, tooLarge(error.limitBytes), 'too-large', 'refused');
    if (error instanceof Refusal)
      return await refuse(
        call,
        problemOf(error),
        error.kind,
        error.kind === 'not-found' || error.kind === 'not-allowed' ? error.kind : 'refused',
      );
    throw error;
  } finally {
    if (file) await drop(file);
  }
}

/** Issuers as last read, kept for a second so that a burst does not ask for them each time. Whether the machine may call is asked each time. */
const lastRead = new WeakMap<Serving, { at: number; issuers: string[] }>();

/** What the token says, held against the issuers we know. One not among those last read is looked for again before it is turned away. */
async function heldBy({ serving, facts, route }: Call, check: TokenCheck, token: string): Promise<HeldToken> {
  const read = lastRead.get(serving);
  if (read && performance.now() - read.at < 1_000) {
    try {
      return await check.held(token, read.issuers, serving.clock());
    } catch (error) {
      if (!(error instanceof BadToken) || error.why !== 'unknown-issuer') throw error;
    }
  }
  const issuers = await asSignIn(serving, facts, route.audit, machineIssuers);
  lastRead.set(serving, { at: performance.now(), issuers });
  return check.held(token, issuers, serving.clock());
}

/** One call; `known` is set once the token has shown which machine it is. */
interface Call {
  serving: Serving;
  facts: RequestFacts;
  route: ApiRoute;
  request: FastifyRequest;
  known: MachineActor | null;
}

/** One transaction: who the machine is, its answer, its audit row. */
async function answerFor(call: Call, held: HeldToken, file: Spooled | null): Promise<unknown> {
  const { serving, facts, route, request } = call;
  return asSignIn(serving, facts, route.audit, async (system) => {
    const machine = await machineBehind(system, held, londonDate(system.now));
    if (!machine) throw new BadToken('may-not-call');
    call.known = machine.actor;
    await actAs(system.tx, machine.actor);
    const ctx: MachineCtx = { ...system, who: machine.actor };
    ctx.note.detail['client'] = machine.actor.clientId;
    if (!machine.actor.scopes.includes(route.scope)) {
      await appendAudit(ctx, 'not-allowed');
      return { problem: wrongScope(route.scope) };
    }
    const answer = await route.answer(ctx, askedOf(request, file), bodyOf(route, request) as never);
    await appendAudit(ctx);
    return answer;
  });
}

function askedOf(request: FastifyRequest, file: Spooled | null): MachineAsked {
  const every = Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>).map(([name, value]) => [
      name,
      [value].flat().map((one) => storable(String(one))),
    ]),
  );
  const query = Object.fromEntries(Object.entries(every).map(([name, values]) => [name, values.at(-1) ?? '']));
  const files = file ? [{ field: 'file', name: query['name'] ?? '', content: Buffer.alloc(0), spooled: file }] : [];
  return { params: request.params as Record<string, string>, files, query, every };
}

function bodyOf(route: ApiRoute, request: FastifyRequest): unknown {
  if (!route.shape) return undefined;
  const read = route.shape.safeParse(request.body);
  if (!read.success) throw new Refusal('invalid', 'There is a problem', fieldErrors(read.error));
  return read.data;
}

const statuses = { 'not-found': 404, 'not-allowed': 403, invalid: 422, refused: 409, conflict: 409 } as const;
const problemOf = (refusal: Refusal): Problem => ({
  status: statuses[refusal.kind],
  title: refusal.message,
  detail: refusal.message,
  errors: refusal.errors,
});

/** Writes down a call that was turned away: as the machine where it is known. An address that sends nothing good is heard so many times a
 *  minute and no more, and then not written down either, so that nobody can fill the audit. */
async function refuse(call: Call, problem: Problem, why: string, outcome: AuditOutcome): Promise<Refused> {
  const { serving, facts, route, request, known } = call;
  if (!known && !(await hasRoom(serving.db, `api:${request.ip}`, serving.clock()))) return { problem: tooMany };
  await asSignIn(serving, facts, route.audit, async (system) => {
    if (known) await actAs(system.tx, known);
    const ctx: Ctx = known ? { ...system, who: known } : system;
    Object.assign(ctx.note.detail, { why, client: known?.clientId ?? null });
    await appendAudit(ctx, outcome);
  });
  return { problem };
}
