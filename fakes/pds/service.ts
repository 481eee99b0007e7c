import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import fastifyFormbody from '@fastify/formbody';
import { denied, invalidated, invalidId, missing, notFound, tooFast, type Told } from './outcome.ts';
import { patientResource, type FakePatient } from './patients.ts';
import { answerSearch } from './search.ts';
import { Tokens } from './token.ts';

/** An application that may ask: its key's public half in PEM. */
export interface FakeApplication {
  apiKey: string;
  keyId: string;
  publicKey: string;
}

export interface FakePds {
  /** `http://127.0.0.1:<port>/personal-demographics/FHIR/R4` and `…/oauth2/token`. */
  base: string;
  tokenUrl: string;
  /** What was asked so far: the path and query of every question that was heard. */
  readonly asked: readonly string[];
  /** The next so many questions are answered with that status. */
  fail(times: number, status: number): void;
  /** Tokens given so far are worth nothing. */
  forgetTokens(): void;
  stop(): Promise<void>;
}

interface Start {
  /** 0 takes any. */
  port: number;
  applications: readonly FakeApplication[];
  /** Asked each time, so that whoever was added a moment ago is known. */
  patients(): Promise<readonly FakePatient[]>;
  /** Questions a second before it answers 429; none means no limit. */
  perSecond?: number;
  /** How long its tokens hold; 599 seconds as the service's own. */
  tokenSeconds?: number;
}

const root = '/personal-demographics/FHIR/R4';

/** The Personal Demographics Service for demonstrations and tests, on this computer only: signed-JWT sign-in, read and search as its public
 *  specification has them, in application-restricted mode. Everyone in it is invented. */
export async function startFakePds(start: Start): Promise<FakePds> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  await app.register(fastifyFormbody);
  const tokens = new Tokens(start.applications, start.tokenSeconds ?? 599);
  const state: State = { asked: [], failing: { times: 0, status: 500 }, second: { at: 0, count: 0 } };
  const address = (): string => {
    const found = app.server.address();
    return `http://127.0.0.1:${typeof found === 'object' && found ? found.port : start.port}`;
  };
  app.post('/oauth2/token', async (request, reply) =>
    tell(reply, await tokens.give((request.body ?? {}) as Record<string, string>, `${address()}/oauth2/token`)),
  );
  questions(app, start, tokens, state);
  await app.listen({ host: '127.0.0.1', port: start.port });
  return {
    base: `${address()}${root}`,
    tokenUrl: `${address()}/oauth2/token`,
    asked: state.asked,
    fail: (times, status) => void Object.assign(state.failing, { times, status }),
    forgetTokens: () => tokens.forgetAll(),
    stop: () => app.close(),
  };
}

interface State {
  asked: string[];
  failing: { times: number; status: number };
  second: { at: number; count: number };
}

const tell = (reply: FastifyReply, { status, body, headers = {} }: Told): FastifyReply =>
  reply.code(status).headers(headers).type('application/fhir+json').send(JSON.stringify(body));

function questions(app: FastifyInstance, start: Start, tokens: Tokens, state: State): void {
  const heard = (request: FastifyRequest): Told | null => {
    if (!tokens.isGood(request.headers.authorization)) return denied;
    if (!/^[0-9a-f-]{36}$/i.test(String(request.headers['x-request-id'] ?? ''))) return missing('X-Request-ID');
    if (state.failing.times > 0) {
      state.failing.times -= 1;
      return {
        status: state.failing.status,
        body: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] },
      };
    }
    return isTooFast(state, start.perSecond) ? tooFast : null;
  };
  app.get(`${root}/Patient`, async (request, reply) => {
    const no = heard(request);
    if (no) return tell(reply, no);
    state.asked.push(request.url);
    const query = Object.entries(request.query as Record<string, string | string[]>).map(
      ([name, value]) => [name, [value].flat()] as const,
    );
    return tell(reply, answerSearch(await start.patients(), Object.fromEntries(query)));
  });
  app.get<{ Params: { id: string } }>(`${root}/Patient/:id`, async (request, reply) => {
    const no = heard(request);
    if (no) return tell(reply, no);
    state.asked.push(request.url);
    return tell(reply, answerRead(await start.patients(), request.params.id));
  });
}

function isTooFast(state: State, perSecond: number | undefined): boolean {
  const at = Math.floor(Date.now() / 1_000);
  if (state.second.at !== at) state.second = { at, count: 0 };
  state.second.count += 1;
  return perSecond !== undefined && state.second.count > perSecond;
}

/** A number that was superseded is answered with the one that took its place: 200, and another id than was asked for. */
function answerRead(patients: readonly FakePatient[], id: string): Told {
  if (!/^\d{10}$/.test(id)) return invalidId;
  const asked = patients.find((one) => one.number === id);
  const patient = asked?.supersededBy ? patients.find((one) => one.number === asked.supersededBy) : asked;
  if (asked?.isInvalidated) return invalidated;
  return patient ? { status: 200, body: patientResource(patient, true) } : notFound;
}
