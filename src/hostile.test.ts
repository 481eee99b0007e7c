/** Ten thousand hostile requests over every address there is: whoever sends them, nobody gets a fault, a stack or their own markup back. */
import { randomBytes, randomInt } from 'node:crypto';
import fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp, rooms } from './app.ts';
import { holdersOf, type Role } from './platform/access/roles.ts';
import { freshDatabase, type TestDatabase } from './platform/db/test-database.ts';
import { sha256 } from './platform/web/csrf.ts';
import { draftRoutes } from './platform/web/draft.routes.ts';
import { hostileInputs, markup, type HostileInput } from './platform/web/hostile-input.ts';
import { form, page, type Route } from './platform/web/route.ts';
import { seedDemonstration } from './rooms/desk/sample.ts';

const total = Number(process.env['HOSTILE_INPUTS'] ?? 10_000);
const seed = Number(process.env['HOSTILE_SEED'] ?? randomInt(2 ** 31));
const atOnce = 8;
const now = new Date('2026-11-24T10:00:00Z');

/** Addresses the platform itself serves, beside the rooms'. */
const nothing = async (): Promise<never> => { throw new Error('never called'); };
const platformRoutes: Route[] = [
  ...draftRoutes, page('/', 'public', 'platform.start', nothing), page('/sign-in', 'public', 'platform.start', nothing), page('/sign-in/start/:providerId', 'public', 'platform.start', nothing),
  page('/sign-in/callback', 'public', 'platform.start', nothing), form('/sign-out', 'public', 'platform.start', z.object({}), nothing), page('/health', 'public', 'platform.start', nothing),
  page('/ready', 'public', 'platform.start', nothing), page('/assets/:file', 'public', 'platform.start', nothing), page('/:nowhere/:at/:all', 'public', 'platform.start', nothing),
];
// What may take a person's or an agency's access away comes last, so that everything else is met by people who still have theirs.
const risky = /^\/(administration|admin|sessions|sign-out)/;
const routes = [...platformRoutes, ...rooms.flatMap((room) => room.routes)].toSorted((a, b) => Number(risky.test(a.path)) - Number(risky.test(b.path)));

let db: TestDatabase;
let app: FastifyInstance;
let people: { role: Role; staffId: string; cookie: string }[] = [];
let ids = new Map<string, string[]>();
const visitor = randomBytes(32).toString('base64url');

beforeAll(async () => {
  db = await freshDatabase();
  await seedDemonstration({ url: db.urls.migrator, children: 60, seed: 2026, now });
  app = await buildApp({ db: db.db, origin: 'http://localhost', clock: () => now }, { demonstration: true, secretOf: () => null });
  await app.ready();
  ids = await idsThatExist();
  people = await onePersonOfEachRole();
}, 120_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

async function idsThatExist(): Promise<typeof ids> {
  const { rows } = await db.superuser.query<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and udt_name = 'uuid' order by 1`);
  const found = await Promise.all(rows.map(async ({ name }) => [name, (await db.superuser.query<{ id: string }>(`select id from ${name} order by id limit 12`)).rows.map((row) => row.id)] as const));
  return new Map(found);
}

async function onePersonOfEachRole(): Promise<typeof people> {
  const { rows } = await db.superuser.query<{ role: Role; staff_id: string }>(
    `select distinct on (role) role, staff_id from membership m where valid_to is null order by role, (select count(*) from involvement i where i.staff_id = m.staff_id) desc, staff_id`);
  return Promise.all(rows.map(async (row) => ({ role: row.role, staffId: row.staff_id, cookie: await signIn(row.staff_id) })));
}

async function signIn(staffId: string): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  await db.superuser.query(`insert into session (id_hash, staff_id, csrf, issuer, started_at, last_used_at, expires_at) values ($1, $2, 'csrf', 'test', $3, $3, $4)`, [sha256(id), staffId, now, new Date(now.getTime() + 3_600_000)]);
  return `__Host-session=${id}`;
}

function bodyOf(input: HostileInput, token: string): { payload: string; type: string } {
  const fields: (readonly [string, string])[] = [...input.fields, ...(input.withToken ? [['_csrf', token] as const] : []), ...(input.key === null ? [] : [['_key', input.key] as const])];
  const boundary = 'line';
  const parts = fields.map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '_')}"\r\n\r\n${value}\r\n`).join('');
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="../\u0000<script>hostile()</script>.exe"\r\ncontent-type: image/png\r\n\r\nMZ\u0000\r\n`;
  switch (input.encoding) {
    case 'form': return { type: 'application/x-www-form-urlencoded', payload: fields.map(([name, value]) => `${raw(name)}=${raw(value)}`).join('&') };
    case 'multipart': return { type: `multipart/form-data; boundary=${boundary}`, payload: `${parts}${file}--${boundary}--\r\n` };
    case 'broken multipart': return { type: `multipart/form-data; boundary=${input.fields.length % 2 === 0 ? boundary : ''}`, payload: `${parts}${file}--${boundary.slice(0, -1)}` };
    case 'json': return { type: 'application/json', payload: JSON.stringify(Object.fromEntries(fields)) };
    case 'wrong type': return { type: 'text/html', payload: JSON.stringify(fields) };
    case 'none': return { type: 'application/x-www-form-urlencoded', payload: '' };
  }
}

/** As a hostile client would send it: a lone surrogate as the three bytes it would have, which is no UTF-8. */
const raw = (text: string): string => (text.isWellFormed() ? encodeURIComponent(text) : encodeURIComponent(text.toWellFormed()).replaceAll('%EF%BF%BD', '%ED%A0%80'));

async function sendIt(input: HostileInput): Promise<LightMyRequestResponse> {
  const person = people[input.persona - 1];
  const token = person ? 'csrf' : sha256(`csrf:${visitor}`);
  const headers = { cookie: person?.cookie ?? `__Host-visitor=${visitor}` };
  if (input.method === 'GET') return app.inject({ method: 'GET', url: input.url, headers });
  const { payload, type } = bodyOf(input, token);
  const answer = await app.inject({ method: 'POST', url: input.url, headers: { ...headers, 'content-type': type }, payload });
  const signedOut = answer.statusCode === 401 || String(answer.headers.location ?? '').startsWith('/sign-in') || input.url.startsWith('/sign-out');
  if (person && signedOut) person.cookie = await signIn(person.staffId);
  return answer;
}

const stack = /\n\s+at .+:\d+:\d+|node_modules|\.tsx?:\d+|syntax error at|violates (check|foreign|unique|not-null)|invalid input syntax|row-level security policy/;

function whatIsWrong(answer: LightMyRequestResponse): string | null {
  if (answer.statusCode >= 500) return `answered ${answer.statusCode}`;
  const { location } = answer.headers;
  if (typeof location === 'string' && !/^\/(?![/\\])/.test(location)) return `leads away, to ${location}`;
  if (stack.test(answer.body)) return 'shows its inside';
  const isPage = String(answer.headers['content-type']).startsWith('text/html');
  return isPage && markup.some((piece) => answer.body.includes(piece)) ? 'gives markup back as it came' : null;
}

/** Who may open a route: everyone for a public page, anyone signed in, or the holders of its permission. 0 is nobody signed in. */
function mayOpen({ opens }: Route): number[] {
  if (opens === 'public') return [];
  return people.flatMap((one, at) => (opens === 'signed-in' || holdersOf(opens).includes(one.role) ? [at + 1] : []));
}

const told = (input: HostileInput): string =>
  JSON.stringify({ as: people[input.persona - 1]?.role ?? 'public', ...input }, (_name, value: unknown) => (typeof value === 'string' ? value.slice(0, 120) : value)).slice(0, 1_500);

test(`${total} hostile inputs over ${routes.length} addresses (HOSTILE_SEED=${seed}): no fault, no stack, no echo`, { timeout: 300_000 }, async () => {
  const wrong = new Map<string, string>();
  const answered = new Map<string, number>();
  const each = Math.ceil(total / routes.length);
  for (const [at, route] of routes.entries()) {
    const inputs = fc.sample(hostileInputs(route, { mayOpen: mayOpen(route), people: people.length, ids }), { numRuns: each, seed: seed + at });
    const waiting = inputs.values();
    await Promise.all(Array.from({ length: atOnce }, async () => {
      for (const input of waiting) {
        const answer = await sendIt(input);
        const kind = `${Math.floor(answer.statusCode / 100)}xx`;
        answered.set(kind, (answered.get(kind) ?? 0) + 1);
        const what = whatIsWrong(answer);
        const name = `${route.method} ${route.path} ${what}`;
        if (what && !wrong.has(name)) wrong.set(name, told(input));
      }
    }));
  }
  console.log(`hostile inputs: ${each * routes.length} over ${routes.length} addresses, seed ${seed}: ${[...answered].toSorted().map(([kind, count]) => `${count} x ${kind}`).join(', ')}`);
  expect([...wrong].map(([name, input]) => `${name}: ${input}`)).toEqual([]);
  expect((answered.get('2xx') ?? 0) + (answered.get('3xx') ?? 0), 'many inputs get past the door').toBeGreaterThan(each * routes.length * 0.1);
});
