/** The parts of a start that only a demonstration needs. Nothing here runs in any other database. */
import { sql, type Kysely } from 'kysely';
import { startFakeProvider } from '../fakes/oidc/index.ts';
import { actingFor } from './platform/access/transaction.ts';
import type { DB } from './platform/db/schema.ts';
import { openPool } from './platform/db/pool.ts';
import { queryBuilder } from './platform/db/query-builder.ts';
import type { ReadyDatabase } from './platform/db/start-database.ts';
import {
  demonstrationClient,
  demonstrationIssuer,
  demonstrationSystems,
  personaChoices,
  settleDemonstration,
} from './platform/identity/demonstration.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Fills the embedded database with a demonstration, when it is wholly empty and nobody said DEMONSTRATION=no. A server is never filled. */
export async function seedWhenNew(database: ReadyDatabase, env: Environment, now: Date, say: (words: string) => void): Promise<void> {
  if (database.kind !== 'embedded' || database.migratorUrl === null || env['DEMONSTRATION'] === 'no') return;
  const db = queryBuilder(openPool(database.url, { max: 1 }));
  try {
    if (!(await isEmpty(db, now))) return;
  } finally {
    await db.destroy();
  }
  const { seedBorough } = await import('./demonstration.sample.ts');
  await seedBorough(database.migratorUrl, env, now, say);
}

async function isEmpty(db: Kysely<DB>, now: Date): Promise<boolean> {
  return actingFor(db, { kind: 'system', job: 'start' }, now, 'platform.start', async (ctx) => {
    const { rows } = await sql<{
      empty: boolean;
    }>`select not exists (select from agency) and not exists (select from staff) as empty`.execute(ctx.tx);
    return rows[0]?.empty === true;
  });
}

interface DemonstrationStart {
  db: Kysely<DB>;
  env: Environment;
  port: number;
  origin: string;
  kind: ReadyDatabase['kind'];
  clock: () => Date;
}

/** Starts the local sign-in at PORT + 1 (DEMO_SIGN_IN_PORT) and points the database at it. Beside another web process of the same
 *  server whose sign-in answers, that one is used. Gives what ends it. */
export async function startDemonstrationSignIn(start: DemonstrationStart): Promise<() => Promise<void>> {
  const { db, env, origin, clock } = start;
  if (start.kind === 'server' && (await answers(await demonstrationIssuer(db, clock())))) return async () => {};
  const { personaDays } = await import('./demonstration.sample.ts');
  const days = personaDays();
  const provider = await startFakeProvider({
    port: Number(env['DEMO_SIGN_IN_PORT'] ?? start.port + 1),
    clientId: demonstrationClient,
    application: origin,
    machines: demonstrationSystems,
    personas: () => personaChoices(db, days, clock()),
  });
  await settleDemonstration(db, provider.issuer, clock());
  return provider.stop;
}

async function answers(issuer: string | null): Promise<boolean> {
  if (issuer === null) return false;
  const reply = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
  return reply?.ok === true;
}
