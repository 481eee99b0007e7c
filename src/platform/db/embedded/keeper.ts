import { Client } from 'pg';

/** Locks number of "this process looks after the server"; any number does, as long as it never changes. */
const keeperLock = 71_301_501;

/** Another living process already looks after this database. */
export class AlreadyRunning extends Error {}

/** The connection that marks this process as the one that looks after the server. It lasts exactly as long as the process. */
export type Keeper = { readonly client: Client; release(): Promise<void> };

async function connected(url: string): Promise<Client> {
  const until = Date.now() + 15_000;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'goldthread keeper' });
    try {
      client.on('error', () => undefined);
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      // 57P03: it is still recovering from a crash.
      if ((error as { code?: string }).code !== '57P03' || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Becomes the keeper of the server at `url` (the superuser's, database `postgres`). The server forgets a keeper the
 * moment its process dies, also by kill -9, so no file can go stale. Throws `AlreadyRunning` where one is alive.
 */
export async function becomeKeeper(url: string): Promise<Keeper> {
  const client = await connected(url);
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [keeperLock]);
  if (rows[0]?.taken === true) return { client, release: () => client.end() };
  await client.end();
  throw new AlreadyRunning('Goldthread is already running on this data directory. Stop it first, or choose another DATA_DIR.');
}
