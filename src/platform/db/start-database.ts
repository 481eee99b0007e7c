import type { Pool } from 'pg';
import { refuseDangerousLogin } from './dangerous-login.ts';
import { embeddedPostgres } from './embedded/index.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { isUnavailable, openPool } from './pool.ts';
import { projectFile } from './project-file.ts';
import { chooseDatabase, type Environment } from './urls.ts';

/** A database ready for work: migrated, and safe to use with its application login. */
export type ReadyDatabase = {
  readonly kind: 'embedded' | 'server';
  /** The application's login: the only one web and worker use. */
  readonly url: string;
  /** The migrator's login; null where this process may not migrate. */
  readonly migratorUrl: string | null;
  /** Ends an embedded database; a server is left as it is. */
  stop(): Promise<void>;
};

async function find(env: Environment, log: (message: string) => void): Promise<ReadyDatabase> {
  const choice = chooseDatabase(env);
  if (choice.kind === 'server') {
    return { kind: 'server', url: choice.application, migratorUrl: choice.migrator, stop: () => Promise.resolve() };
  }
  const { urls, stop } = await embeddedPostgres({ dataDir: choice.dataDir, log });
  return { kind: 'embedded', url: urls.application, migratorUrl: urls.migrator, stop };
}

/** A server may come up after us: tries again for half a minute while it is away. */
async function patiently<T>(work: () => Promise<T>, log: (message: string) => void): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error) || tried === 30) throw error;
      if (tried === 1) log('The database does not answer yet; trying for half a minute.');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function refuseUnmigrated(pool: Pool): Promise<void> {
  const files = await readMigrations(projectFile('db/migrations'));
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('public.platform_migration') is not null as there`);
  const applied = rows[0]?.there === true ? (await pool.query<{ name: string }>('select name from public.platform_migration')).rows : [];
  const missing = files.filter((file) => !applied.some((one) => one.name === file.name)).map((file) => file.name);
  if (missing.length > 0) {
    throw new Error(`The database has not got ${missing.join(', ')}. Set DATABASE_MIGRATION_URL, or run "npm run migrate" with it first.`);
  }
}

async function ready(found: ReadyDatabase, log: (message: string) => void): Promise<void> {
  const { migratorUrl } = found;
  if (migratorUrl !== null) await patiently(() => migrate({ url: migratorUrl, log }), log);
  const pool = openPool(found.url, { max: 1, applicationName: 'goldthread start' });
  try {
    await patiently(() => refuseDangerousLogin(pool), log);
    if (migratorUrl === null) await refuseUnmigrated(pool);
  } finally {
    await pool.end();
  }
}

/**
 * Finds or starts the database the environment names, migrates it where it may, and refuses one that is not safe to
 * use: a dangerous login, a server older than 15, or a structure that is behind. On a refusal nothing is left running.
 */
export async function startDatabase(env: Environment, log: (message: string) => void): Promise<ReadyDatabase> {
  const found = await find(env, log);
  try {
    await ready(found, log);
    return found;
  } catch (error) {
    await found.stop();
    throw error;
  }
}
