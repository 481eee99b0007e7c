import { createServer } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, isUnavailable, openPool } from './pool.ts';
import { queryBuilder } from './query-builder.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';

async function failure(work: Promise<unknown>): Promise<Error> {
  return await work.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: Error) => error,
  );
}

describe('the pool of connections', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());
  const kill = (pid: number): Promise<unknown> => db.superuser.query('select pg_terminate_backend($1)', [pid]);

  it('outlives a connection the server cuts while a request holds it, and says the database is away', async () => {
    const broken: Error[] = [];
    const pool = openPool(db.urls.application, { onBroken: (error) => broken.push(error) });
    const error = await failure(
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
        const waiting = failure(client.query('select pg_sleep(5)'));
        await kill(rows[0]?.pid ?? 0);
        throw await waiting;
      }),
    );
    expect(isUnavailable(error)).toBe(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(broken.length).toBeGreaterThan(0);
    await pool.end();
  });

  it('outlives a connection cut between two statements, and one cut while nobody holds it', async () => {
    const pool = openPool(db.urls.application, { max: 1 });
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await kill(rows[0]?.pid ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isUnavailable(await failure(client.query('select 1')))).toBe(true);
    client.release();
    const next = (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
    await kill(next);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('turns a request away when no connection is free in time', async () => {
    const pool = openPool(db.urls.application, { max: 1, waitLimit: 50 });
    const held = await pool.connect();
    expect(isUnavailable(await failure(pool.query('select 1')))).toBe(true);
    held.release();
    await pool.end();
  });

  it('knows a database that is not there from a fault in a statement', async () => {
    expect(isUnavailable(await failure(openPool('postgres://x:y@/none?host=/nowhere').query('select 1')))).toBe(true);
    expect(isUnavailable(await failure(openPool('postgres://x:y@127.0.0.1:1/none').query('select 1')))).toBe(true);
    expect(isUnavailable(await failure(db.app.query('select nothing')))).toBe(false);
    expect(isUnavailable(await failure(openPool(db.urls.application.replace(/:[^:@/]*@/, ':wrong@')).query('select 1')))).toBe(false);
    expect(isUnavailable(new Error('a fault of ours'))).toBe(false);
  });

  it('sees through a server that accepts and then hangs up', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.on('listening', resolve));
    const { port } = server.address() as { port: number };
    expect(isUnavailable(await failure(openPool(`postgres://x:y@127.0.0.1:${port}/none`).query('select 1')))).toBe(true);
    server.close();
  });

  it('cuts a statement that takes too long, as a fault and not as an absence', async () => {
    const pool = openPool(db.urls.application, { statementLimit: 100 });
    const error = await failure(pool.query('select pg_sleep(3)'));
    expect(error.message).toContain('statement timeout');
    expect(isUnavailable(error)).toBe(false);
    await pool.end();
  });

  it('rolls back what a failing piece of work wrote, and never hands on an unfinished transaction', async () => {
    const pool = openPool(db.urls.migrator, { role: 'goldthread_owner', max: 1 });
    await failure(
      inTransaction(pool, async (client) => {
        await client.query('create table half (id integer)');
        throw new Error('changed my mind');
      }),
    );
    expect((await pool.query(`select to_regclass('half') as it`)).rows).toEqual([{ it: null }]);
    const builder = queryBuilder(pool);
    await builder.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
    });
    const { rows } = await pool.query('select now() = statement_timestamp() as fresh, pg_current_xact_id_if_assigned() as xact');
    expect(rows).toEqual([{ fresh: true, xact: null }]);
    await builder.destroy();
  });

  it('reads dates as days, whole numbers as numbers and refuses to round one', async () => {
    const { rows } = await db.app.query(`select date '2026-03-29' as day, 9007199254740991::bigint as big, 12.30::numeric as money,
      array[date '2026-01-31'] as days, array[1, 2]::bigint[] as bigs, interval '2 days' as wait, count(*) as n from (values (1)) v`);
    expect(rows[0]).toEqual({
      day: '2026-03-29',
      big: 9007199254740991,
      money: '12.30',
      days: ['2026-01-31'],
      bigs: [1, 2],
      wait: '2 days',
      n: 1,
    });
    expect((await failure(db.app.query('select 9007199254740993::bigint as big'))).message).toContain('too large');
  });
});
