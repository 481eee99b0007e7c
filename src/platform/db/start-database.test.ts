import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDatabase } from './start-database.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';

describe('starting on a server', () => {
  let db: TestDatabase;
  const said: string[] = [];
  const log = (message: string): void => {
    said.push(message);
  };
  beforeEach(async () => {
    db = await freshDatabase({ empty: true });
    said.length = 0;
  });
  afterEach(() => db.drop());

  it("migrates where it has the migrator's login, also when two processes start at once", async () => {
    const env = { DATABASE_URL: db.urls.application, DATABASE_MIGRATION_URL: db.urls.migrator };
    const [one, two] = await Promise.all([startDatabase(env, log), startDatabase(env, log)]);
    expect(one).toMatchObject({ kind: 'server', url: db.urls.application, migratorUrl: db.urls.migrator });
    expect(new Set(said).size).toBe(said.length);
    await one.stop();
    await two.stop();
    expect((await db.app.query('select 1 as still')).rows).toEqual([{ still: 1 }]);
  });

  it("does not start on a database that is behind, with the application's login alone", async () => {
    await expect(startDatabase({ DATABASE_URL: db.urls.application }, log)).rejects.toThrow(/has not got 0001_.*npm run migrate/);
  });

  it('does not start with a login that could pass the policies', async () => {
    const env = { DATABASE_MIGRATION_URL: db.urls.migrator };
    await expect(startDatabase({ ...env, DATABASE_URL: db.urls.migrator }, log)).rejects.toThrow('may not be used for the application');
    await expect(startDatabase({ ...env, DATABASE_URL: db.urls.superuser }, log)).rejects.toThrow('superuser');
  });
});
