import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx, MachineActor, RequestFacts } from '../../access/ctx.ts';
import { Refusal } from '../../access/refusal.ts';
import { actAs } from '../../access/transaction.ts';
import { appendAudit, type AuditOutcome } from '../../audit/append.ts';
import { isUnavailable } from '../../db/pool.ts';
import { londonDate } from '../../time/london.ts';
import { fieldErrors } from '../../web/field-errors.ts';
import { hasRoom } from '../../web/rate-limit.ts';
import type { Serving } from '../../web/serve.ts';
import { asSignIn, rawFacts } from '../raw-request.ts';
import { apiRoute, checkApiRoutes, type ApiRoute, type MachineCtx } from './api-route.ts';
import { machineBehind, machineIssuers } from './machine.store.ts';
import { badToken, databaseAway, fault, issuerAway, noToken, sendProblem, tooMany, wrongScope, type Problem } from './problem.ts';
import { BadToken, IssuerAway, tokenCheck, type HeldToken, type TokenCheck } from './token.ts';

/** Who a machine is to us: for its owner to try the connection with. */
const me = apiRoute('/api/v1/me', 'profile.read', 'platform.api.me', async (ctx) => {
  const agency = await ctx.tx.selectFrom('agency').select(['id', 'name']).where('id', '=', ctx.who.agencyId).executeTakeFirst();
  return { client: ctx.who.clientId, agency, scopes: ctx.who.scopes, at: ctx.now.toISOString() };
});

/** Opens the addresses for machines: `/api/v1/me`, and whatever the rooms add. A token, not a cookie, says who asks. */
export function registerApi(app: FastifyInstance, serving: Serving, routes: readonly ApiRoute[] = []): void {
  const all = [me, ...routes];
  checkApiRoutes(all);
  const check = tokenCheck(serving.origin);
  for (const route of all)
    app.route({ method: route.method, url: route.path, handler: (request, reply) => handle(serving, check, route, request, reply) });
}

async function handle(serving: Serving, check: TokenCheck, route: ApiRoute, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const facts = rawFacts(request);
  try {
    const answer = await attempt(serving, check, route, request, facts);
    if (isProblem(answer)) return await sendProblem(reply, answer.problem, facts.id);
    await reply
      .header('cache-control', 'no-store')
      .header('x-request-id', facts.id)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(answer));
  } catch (error) {
    if (!isUnavailable(error) && !(error instanceof IssuerAway))
      request.log.error({ fault: error instanceof Error ? error.name : 'unknown', requestId: facts.id }, 'a machine request failed');
    await sendProblem(reply, error instanceof IssuerAway ? issuerAway : isUnavailable(error) ? databaseAway : fault, facts.id);
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
  const issuers = await asSignIn(serving, facts, route.audit, machineIssuers);
  try {
    return await answerFor(call, await check.held(token, issuers, serving.clock()));
  } catch (error) {
    if (error instanceof BadToken) return refuse(call, badToken, error.why, 'refused');
    if (error instanceof Refusal)
      return refuse(
        call,
        problemOf(error),
        error.kind,
        error.kind === 'not-found' || error.kind === 'not-allowed' ? error.kind : 'refused',
      );
    throw error;
  }
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
async function answerFor(call: Call, held: HeldToken): Promise<unknown> {
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
    const answer = await route.answer(ctx, askedOf(request), bodyOf(route, request) as never);
    await appendAudit(ctx);
    return answer;
  });
}

const askedOf = (request: FastifyRequest) => ({
  params: request.params as Record<string, string>,
  files: [],
  query: Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  ),
});

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
