/** For tests of the whole application: a small demonstration borough, everyone who works in it, and every address there is. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { z } from 'zod';
import { buildApp, rooms } from './app.ts';
import { holdersOf, type Role } from './platform/access/roles.ts';
import { freshDatabase, type TestDatabase } from './platform/db/test-database.ts';
import { sha256 } from './platform/web/csrf.ts';
import { draftRoutes } from './platform/web/draft.routes.ts';
import { form, page, type Route } from './platform/web/route.ts';
import { seedDemonstration } from './rooms/desk/sample.ts';

/** The moment of the trial: Tuesday 24 November 2026, 10 in the morning in London. */
export const trialNow = new Date('2026-11-24T10:00:00Z');

/** Someone signed in; the form token of their session is `csrf`. */
export interface TrialPerson {
  role: Role;
  staffId: string;
  cookie: string;
  /** Up to four people they are involved with. */
  knows: string[];
}

export interface BoroughOnTrial {
  app: FastifyInstance;
  db: TestDatabase;
  /** One person of each role: the one with the most people to work with. */
  people: TrialPerson[];
  /** Up to 12 ids of each table that has them. */
  ids: ReadonlyMap<string, readonly string[]>;
  signIn(staffId: string): Promise<string>;
  end(): Promise<void>;
}

/** Seeds `children` invented children with their families and work, and builds the application over them. */
export async function boroughOnTrial(choice: { children: number; logTo?: DestinationStream }): Promise<BoroughOnTrial> {
  const db = await freshDatabase();
  await seedDemonstration({ url: db.urls.migrator, children: choice.children, seed: 2026, now: trialNow });
  const app = await buildApp(
    { db: db.db, origin: 'http://localhost', clock: () => trialNow, ...(choice.logTo ? { logTo: choice.logTo } : {}) },
    { demonstration: true, secretOf: () => null },
  );
  await app.ready();
  return {
    app,
    db,
    people: await onePersonOfEachRole(db),
    ids: await idsThatExist(db),
    signIn: (staffId) => signIn(db, staffId),
    end: async () => {
      await app.close();
      await db.drop();
    },
  };
}

async function idsThatExist(db: TestDatabase): Promise<Map<string, string[]>> {
  const tables = await db.superuser.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and udt_name = 'uuid' order by 1`,
  );
  const read = async (name: string) =>
    (await db.superuser.query<{ id: string }>(`select id from ${name} order by id limit 12`)).rows.map((row) => row.id);
  return new Map(await Promise.all(tables.rows.map(async ({ name }) => [name, await read(name)] as const)));
}

async function onePersonOfEachRole(db: TestDatabase): Promise<TrialPerson[]> {
  const { rows } = await db.superuser.query<{ role: Role; staff_id: string; knows: string[] | null }>(
    `select distinct on (m.role) m.role, m.staff_id, w.people[1:4] as knows from membership m
       left join (select staff_id, count(*) as many, array_agg(person_id order by id) as people from involvement where ended_on is null and opens <> 'nothing' group by staff_id) w on w.staff_id = m.staff_id
      where m.valid_to is null order by m.role, w.many desc nulls last, m.staff_id`,
  );
  return Promise.all(
    rows.map(async (row) => ({ role: row.role, staffId: row.staff_id, cookie: await signIn(db, row.staff_id), knows: row.knows ?? [] })),
  );
}

async function signIn(db: TestDatabase, staffId: string): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  await db.superuser.query(
    `insert into session (id_hash, staff_id, csrf, issuer, started_at, last_used_at, expires_at) values ($1, $2, 'csrf', 'test', $3, $3, $4)`,
    [sha256(id), staffId, trialNow, new Date(trialNow.getTime() + 3_600_000)],
  );
  return `__Host-session=${id}`;
}

const elsewhere = async (): Promise<never> => {
  throw new Error('the platform serves this address');
};
const platformPages = [
  '/',
  '/sign-in',
  '/sign-in/start/:providerId',
  '/sign-in/callback',
  '/health',
  '/ready',
  '/assets/:file',
  '/:nowhere/:at/:all',
];

/** Every address there is, those the platform serves itself included (they carry no handler to call). */
export const everyRoute: readonly Route[] = [
  ...platformPages.map((path) => page(path, 'public', 'platform.start', elsewhere)),
  form('/sign-out', 'public', 'platform.start', z.object({}), elsewhere),
  ...draftRoutes,
  ...rooms.flatMap((room) => room.routes),
];

/** Who of these people may open a route: everyone signed in, or the holders of its permission; nobody in particular for a public one. */
export function mayOpen(people: readonly TrialPerson[], { opens }: Route): TrialPerson[] {
  if (opens === 'public') return [];
  return people.filter((one) => opens === 'signed-in' || holdersOf(opens).includes(one.role));
}
