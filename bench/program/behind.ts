import { knownPlace, runningEmbedded, type Urls } from '../../src/platform/db/embedded/index.ts';
import { openPool } from '../../src/platform/db/pool.ts';
import type { Pool } from 'pg';

/** The logins of the embedded database of `dataDir`, while it runs. Throws when it does not. */
export async function loginsOf(dataDir: string): Promise<Urls> {
  const place = await knownPlace(dataDir);
  const urls = place === null ? null : await runningEmbedded(place);
  if (urls === null) throw new Error(`No database is running in ${dataDir}.`);
  return urls;
}

/** Looks at the database past every policy, for as long as `work` takes. */
export async function behind<T>(dataDir: string, work: (superuser: Pool) => Promise<T>): Promise<T> {
  const pool = openPool((await loginsOf(dataDir)).superuser, { max: 4, statementLimit: 600_000, applicationName: 'goldthread bench' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
