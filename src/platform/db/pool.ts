import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { parsers } from './value-parsers.ts';

export type PoolChoice = {
  /** Most connections this process opens. Default 10. */
  readonly max?: number;
  /** Milliseconds to wait for a free connection before the request is turned away. Default 2,000. */
  readonly waitLimit?: number;
  /** Milliseconds one statement may take. Default 15,000. */
  readonly statementLimit?: number;
  /** A role to become at once on each connection; only a migrator has one to become. */
  readonly role?: string;
  readonly applicationName?: string;
  /** Told of connections that broke. Receives the error, never a statement or its values. */
  readonly onBroken?: (error: Error) => void;
};

/**
 * Opens the pool of connections to `url`. Every connection reads values by `parsers`. A connection the server breaks
 * while a request holds it emits `error` on the client, and with nobody listening that ends Node: each client
 * is listened to from its birth. Nothing is connected until the first query.
 */
export function openPool(url: string, choice: PoolChoice = {}): Pool {
  const config: PoolConfig = {
    connectionString: url,
    max: choice.max ?? 10,
    connectionTimeoutMillis: choice.waitLimit ?? 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: choice.statementLimit ?? 15_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: choice.applicationName ?? 'goldthread',
    types: parsers,
    ...(choice.role === undefined ? {} : { options: `-c role=${choice.role}` }),
  };
  const pool = new Pool(config);
  const onBroken = choice.onBroken ?? ((): void => undefined);
  pool.on('error', onBroken);
  pool.on('connect', (client) => client.on('error', onBroken));
  return pool;
}

/**
 * Runs `work` in one transaction on one connection: commits when it returns, rolls back when it throws. A connection
 * that cannot even roll back is destroyed, never given to the next request.
 */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

export { isOutdatedPlan } from './prepare-once.ts';
export { isUnavailable } from './unavailable.ts';
