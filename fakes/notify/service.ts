import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { decodeJwt, jwtVerify } from 'jose';
import { inboxPage } from './inbox-page.tsx';
import { Inbox, told, type FakeTemplate, type Message } from './inbox.ts';
import { badRequest, broken, noKey, noResult, stale, tooMany, type Told } from './told.ts';

export interface FakeNotify {
  /** `http://127.0.0.1:<port>`; a browser finds the inbox there. */
  base: string;
  /** Every message taken so far, newest last. */
  readonly messages: readonly Message[];
  /** The next so many calls are answered with that status; 0 closes the connection without an answer. */
  fail(times: number, status: number): void;
  /** The next so many messages are taken, and the answer is lost on its way. */
  loseAnswers(times: number): void;
  stop(): Promise<void>;
}

interface Start {
  /** 0 takes any. */
  port: number;
  serviceId: string;
  secret: string;
  templates: readonly FakeTemplate[];
}

/** GOV.UK Notify for demonstrations and tests, on this computer only: messages by REST v2, tokens as its public documentation has them, and
 *  an inbox page where one sees what would have arrived. Nothing leaves the computer. */
export async function startFakeNotify(start: Start): Promise<FakeNotify> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  const inbox = new Inbox(start.templates);
  const trouble = { failing: 0, status: 500, losing: 0 };
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v2/')) return;
    const no = (await objection(start, request.headers.authorization)) ?? failure(trouble);
    if (no === 'silence') reply.raw.destroy();
    else if (no) await tell(reply, no);
  });
  messages(app, inbox, () => (trouble.losing > 0 ? (trouble.losing -= 1) >= 0 : false));
  app.get('/', async (request, reply) => {
    const { to = '' } = request.query as { to?: string };
    return reply.type('text/html; charset=utf-8').send(inboxPage(inbox.messages, to));
  });
  await app.listen({ host: '127.0.0.1', port: start.port });
  const address = app.server.address();
  return {
    base: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : start.port}`,
    messages: inbox.messages,
    fail: (times, status) => void Object.assign(trouble, { failing: times, status }),
    loseAnswers: (times) => void Object.assign(trouble, { losing: times }),
    stop: () => app.close(),
  };
}

const tell = (reply: FastifyReply, { status, body }: Told): FastifyReply => reply.code(status).send(body);

function messages(app: FastifyInstance, inbox: Inbox, isLost: () => boolean): void {
  const take = (type: 'email' | 'sms') => async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = inbox.take(type, (request.body ?? {}) as Record<string, unknown>);
    if (isLost()) return reply.raw.destroy();
    return tell(reply, answer);
  };
  app.post('/v2/notifications/email', take('email'));
  app.post('/v2/notifications/sms', take('sms'));
  app.get<{ Params: { id: string } }>('/v2/notifications/:id', async (request, reply) => {
    if (!/^[0-9a-f-]{36}$/i.test(request.params.id)) return tell(reply, badRequest('notification_id is not a valid UUID'));
    const message = inbox.find(request.params.id);
    return tell(reply, message ? { status: 200, body: told(message) } : noResult);
  });
  app.get('/v2/notifications', async (request, reply) => {
    const { reference } = request.query as { reference?: string };
    const found = reference === undefined ? inbox.messages : inbox.under(reference);
    return tell(reply, { status: 200, body: { notifications: found.map(told), links: { current: `${request.url}` } } });
  });
}

/** HS256 over the key's secret, from the service, at most thirty seconds old. */
async function objection(start: Start, header: string | undefined): Promise<Told | null> {
  const token = /^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '';
  try {
    const { iat } = decodeJwt(token);
    await jwtVerify(token, new TextEncoder().encode(start.secret), { algorithms: ['HS256'], issuer: start.serviceId });
    return typeof iat === 'number' && Math.abs(Date.now() / 1_000 - iat) <= 30 ? null : stale;
  } catch {
    return noKey;
  }
}

function failure(trouble: { failing: number; status: number }): Told | 'silence' | null {
  if (trouble.failing <= 0) return null;
  trouble.failing -= 1;
  if (trouble.status === 0) return 'silence';
  return trouble.status === 429 ? tooMany : { ...broken, status: trouble.status };
}
