import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isFresh, prepareOnce, type Plans } from './prepare-once.ts';
import type { DB } from './schema.ts';

function idle(client: PoolClient): boolean {
  return client.getTransactionStatus() === 'I';
}

/** Gives a connection back; one whose transaction did not end (a rollback that failed), or that is outdated, is destroyed, never reused. */
function giveBackCleanly(client: PoolClient, plans: Plans): PoolClient {
  const release = client.release.bind(client);
  client.release = (broken) => release(broken === undefined || broken === false ? !idle(client) || !isFresh(client, plans) : broken);
  return client;
}

async function freshConnection(pool: Pool, plans: Plans): Promise<PoolClient> {
  const client = await pool.connect();
  if (isFresh(client, plans)) return client;
  client.release(true);
  return freshConnection(pool, plans);
}

/**
 * Kysely over a pool of `openPool`. `db.transaction()` is the one way to work with it: policies read who is asking from
 * the transaction. `db.destroy()` ends the pool.
 */
export function queryBuilder(pool: Pool): Kysely<DB> {
  const plans: Plans = { outdatedAt: -1 };
  const clean: PostgresPool = {
    connect: async () => giveBackCleanly(prepareOnce(await freshConnection(pool, plans), plans), plans),
    end: () => pool.end(),
    options: pool.options,
  };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: clean }) });
}
