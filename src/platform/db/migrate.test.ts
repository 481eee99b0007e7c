import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';

describe('migrating', () => {
  let db: TestDatabase;
  let folder: string;
  const file = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);
  const run = (): Promise<readonly string[]> => migrate({ url: db.urls.migrator, folder });

  beforeEach(async () => {
    db = await freshDatabase({ empty: true });
    folder = await mkdtemp(join(tmpdir(), 'goldthread-migrations-'));
    await file('0001_first.sql', 'create table first (id integer not null, constraint first_pk primary key (id));');
    await file('0002_second.sql', 'insert into first (id) values (1);');
  });
  afterEach(async () => {
    await db.drop();
    await rm(folder, { recursive: true });
  });

  it('applies each file once, in order, and the owner owns what it made', async () => {
    expect(await run()).toEqual(['0001_first.sql', '0002_second.sql']);
    expect(await run()).toEqual([]);
    const { rows } = await db.superuser.query(`select tableowner from pg_tables where tablename = 'first'`);
    expect(rows).toEqual([{ tableowner: 'goldthread_owner' }]);
  });

  it('lets two processes start at once: one applies, the other finds nothing to do', async () => {
    const both = await Promise.all([run(), run(), run()]);
    expect(both.map((done) => done.length).toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
    expect((await db.superuser.query('select count(*)::int as n from first')).rows).toEqual([{ n: 1 }]);
  });

  it('refuses a file that changed after it was run', async () => {
    await run();
    await file('0001_first.sql', 'create table first (id bigint);');
    await expect(run()).rejects.toThrow('0001_first.sql has changed since it was run here');
  });

  it('refuses a new file that comes before one already run, and a file that is gone', async () => {
    await run();
    await file('0001_zero.sql', 'select 1;');
    await expect(run()).rejects.toThrow('0001_first.sql and 0001_zero.sql have the same number');
    await rm(join(folder, '0001_zero.sql'));
    await rm(join(folder, '0001_first.sql'));
    await expect(run()).rejects.toThrow('0001_first.sql was run here and its file is gone');
    await file('0000_early.sql', 'select 1;');
    await expect(run()).rejects.toThrow('give it a number after 0002_second.sql');
  });

  it('leaves nothing of a file that fails half-way, and says where it failed', async () => {
    await file('0003_broken.sql', 'create table third (id integer);\n\nselect nothing from nowhere;');
    await expect(run()).rejects.toThrow('0003_broken.sql, line 3: relation "nowhere" does not exist');
    expect((await db.superuser.query(`select to_regclass('third') as it`)).rows).toEqual([{ it: null }]);
    await file('0003_broken.sql', 'create table third (id integer);');
    expect(await run()).toEqual(['0003_broken.sql']);
  });

  it('accepts a database that a newer program has already taken further', async () => {
    await run();
    await rm(join(folder, '0002_second.sql'));
    expect(await run()).toEqual([]);
  });

  it('refuses a file that ends the transaction it runs in', async () => {
    await file('0003_sly.sql', 'create table sly (id integer);\ncommit;\nselect 1;');
    await expect(run()).rejects.toThrow('may not begin or end one itself');
  });

  it('gives the application the list to read and nothing to write', async () => {
    await run();
    expect((await db.app.query('select name from platform_migration order by name')).rows).toHaveLength(2);
    await expect(db.app.query('delete from platform_migration')).rejects.toThrow('permission denied');
  });
});
