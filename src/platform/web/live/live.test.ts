import { createHash, randomBytes } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../access/cast.ts';
import type { StaffActor } from '../../access/ctx.ts';
import { sessionCookie } from '../cookies.ts';
import { webServer } from '../server.ts';
import type { LiveRoute } from './live-route.ts';
import type { Listeners } from './listeners.ts';
import { registerLive } from './register-live.ts';

/** The stream a page listens to: numbers, under the reader's own policies, and nobody kept signed in by it. */
let cast: Cast;
let address = '';
let officer: StaffActor;
let teacher: StaffActor;
let listeners: Listeners;
let end: () => Promise<void>;
const now = new Date();

/** Alerts stand in for whatever a room numbers: the reader sees their own and no others. */
const route: LiveRoute = {
  path: '/trial/live',
  opens: 'front-door.queue',
  audit: 'trial.live.listen',
  channel: 'trial_live',
  newest: async (ctx, since) => {
    const { rows } = await sql<{ many: string }>`select count(*)::text as many from alert`.execute(ctx.tx);
    return Number(rows[0]?.many) > Number(since) ? (rows[0]?.many ?? null) : null;
  },
};

beforeAll(async () => {
  cast = await makeCast();
  const agencyId = await cast.agency();
  officer = await cast.staff('CO', { agencyId });
  teacher = await cast.staff('DSL', { agencyId });
  const app = await webServer(
    { db: cast.app, origin: 'http://localhost', clock: () => now, listenOn: cast.db.app },
    [],
    async (server, serving) => {
      listeners = registerLive(server, serving, [route], { gatherMs: 20, heartbeatMs: 200, perSession: 2 }).get(route.path)!;
    },
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  end = () => app.close();
});
afterAll(async () => {
  await end();
  await cast.end();
});

async function signIn(who: StaffActor, lastUsed = now): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  await cast.behind
    .insertInto('session')
    .values({
      id_hash: createHash('sha256').update(id).digest('hex'),
      staff_id: who.staffId,
      csrf: 'csrf',
      issuer: 'test',
      started_at: now,
      last_used_at: lastUsed,
      expires_at: new Date(now.getTime() + 3_600_000),
    })
    .execute();
  return id;
}

/** Opens a stream; what it said so far is in `said`. */
function listen(session: string, since = '0'): Promise<{ status: number; said: () => string; over: Promise<void>; leave: () => void }> {
  return new Promise((resolve, reject) => {
    get(`${address}/trial/live?since=${since}`, { headers: { cookie: `${sessionCookie}=${session}` } }, (answer: IncomingMessage) => {
      let text = '';
      const over = new Promise<void>((done) => answer.on('close', () => done()));
      answer.on('data', (part: Buffer) => (text += part.toString()));
      resolve({ status: answer.statusCode ?? 0, said: () => text, over, leave: () => answer.destroy() });
    }).on('error', reject);
  });
}

const change = async (who: StaffActor): Promise<void> => {
  await cast.behind.insertInto('alert').values({ staff_id: who.staffId, kind: 'trial', href: '/trial' }).execute();
  await sql`select pg_notify('trial_live', '')`.execute(cast.behind);
};

it('says a number when something the reader may see changed, and nothing when it was another’s', async () => {
  const stream = await listen(await signIn(officer));
  expect(stream.status).toBe(200);
  await change(teacher);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(stream.said()).not.toContain('changed');
  await change(officer);
  await expect.poll(stream.said).toContain('id: 1\nevent: changed\ndata: 1');
  expect(stream.said().replaceAll(/id: \d+|event: changed|data: \d+|retry: 5000|:|\n/g, '')).toBe('');
  stream.leave();
});

it('tells a reader who was away what they missed, from where they were', async () => {
  const stream = await listen(await signIn(officer), '0');
  await expect.poll(stream.said).toContain('event: changed');
  stream.leave();
});

it('keeps two streams a session: a third ends the first, which is told so', async () => {
  const session = await signIn(officer);
  const first = await listen(session, '9');
  await listen(session, '9');
  await listen(session, '9');
  await first.over;
  expect(first.said()).toContain('event: full');
});

it('keeps nobody signed in, and ends when the session does', async () => {
  const lastUsed = new Date(now.getTime() - 20 * 60_000);
  const session = await signIn(officer, lastUsed);
  const stream = await listen(session, '0');
  await expect.poll(stream.said).toContain('event: changed');
  const hash = createHash('sha256').update(session).digest('hex');
  await cast.behind.updateTable('session').set({ last_used_at: lastUsed }).where('id_hash', '=', hash).execute();
  await change(officer);
  await expect.poll(stream.said).toContain('id: 2');
  const row = await cast.behind.selectFrom('session').select('last_used_at').where('id_hash', '=', hash).executeTakeFirstOrThrow();
  expect(row.last_used_at).toEqual(lastUsed);
  await cast.behind.updateTable('session').set({ ended_at: now }).where('id_hash', '=', hash).execute();
  await stream.over;
  expect(stream.said()).toContain('event: over');
});

it('answers 204 to whoever may not, so that a browser does not ask again, and writes the refusal down', async () => {
  expect((await listen(await signIn(teacher))).status).toBe(204);
  expect((await listen('nobody')).status).toBe(204);
  const rows = await cast.behind.selectFrom('audit_event').select(['outcome']).where('action', '=', 'trial.live.listen').execute();
  expect(rows.map((row) => row.outcome)).toContain('not-allowed');
});

it('lets go of the connection that listens once nobody does', async () => {
  for (const one of await cast.behind.selectFrom('session').select('id_hash').execute())
    await cast.behind.updateTable('session').set({ ended_at: now }).where('id_hash', '=', one.id_hash).execute();
  await expect.poll(() => listeners.count(), { timeout: 3_000 }).toBe(0);
});
