import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { DB } from './schema.ts';

function idle(client: PoolClient): boolean {
  return client.getTransactionStatus() === 'I';
}

/** Gives a connection back; one whose transaction did not end (a rollback that failed) is destroyed, never reused. */
function giveBackCleanly(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  client.release = (broken) => release(broken === undefined || broken === false ? !idle(client) : broken);
  return client;
}

/**
 * Kysely over a pool of `openPool`. `db.transaction()` is the one way to work with it: policies read who is asking from
 * the transaction. `db.destroy()` ends the pool.
 */
export function queryBuilder(pool: Pool): Kysely<DB> {
  const clean: PostgresPool = {
    connect: async () => giveBackCleanly(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: clean }) });
}
