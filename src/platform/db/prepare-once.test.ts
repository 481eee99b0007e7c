import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { isOutdatedPlan, openPool } from './pool.ts';
import { queryBuilder } from './query-builder.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await freshDatabase();
  await test_.superuser.query('create table note (id int primary key, words text); grant select, insert on note to goldthread_app');
});
afterAll(() => test_.drop());

test('a statement is prepared once a connection and answers by its values each time', async () => {
  const db = queryBuilder(openPool(test_.urls.application, { max: 1 }));
  for (let id = 1; id <= 8; id += 1) await sql`insert into note values (${id}, ${`words ${id}`})`.execute(db);
  for (let id = 1; id <= 8; id += 1) {
    const { rows } = await sql<{ words: string }>`select words from note where id = ${id}`.execute(db);
    expect(rows).toEqual([{ words: `words ${id}` }]);
  }
  const { rows } = await sql<{
    statement: string;
  }>`select statement from pg_prepared_statements where statement like '% note %' and statement not like '%pg_prep%' order by 1`.execute(
    db,
  );
  expect(rows.map((row) => row.statement)).toEqual(['insert into note values ($1, $2)', 'select words from note where id = $1']);
  await db.destroy();
});

test('after a migration beside us one statement fails once, and no connection keeps an old plan', async () => {
  const pool = openPool(test_.urls.application, { max: 3 });
  const db = queryBuilder(pool);
  const all = () => sql<{ id: number }>`select * from note where id = ${1}`.execute(db);
  const everywhere = () => Promise.allSettled([all(), all(), all()]);
  for (let time = 0; time < 7; time += 1) expect((await everywhere()).every((one) => one.status === 'fulfilled')).toBe(true);
  await test_.superuser.query('alter table note add column more text');
  const first = await all().then(
    () => null,
    (error: unknown) => error,
  );
  expect(isOutdatedPlan(first)).toBe(true);
  for (const one of await everywhere()) expect(one).toMatchObject({ status: 'fulfilled', value: { rows: [{ id: 1, more: null }] } });
  await db.destroy();
});
