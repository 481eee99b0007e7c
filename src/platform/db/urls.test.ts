import { describe, expect, it } from 'vitest';
import { chooseDatabase, migratorOf } from './urls.ts';

describe('choosing the database', () => {
  it('uses the embedded database where no server is named', () => {
    expect(chooseDatabase({})).toEqual({ kind: 'embedded', dataDir: '.data' });
    expect(chooseDatabase({ DATA_DIR: '/srv/goldthread', DATABASE_URL: ' ' })).toEqual({ kind: 'embedded', dataDir: '/srv/goldthread' });
  });

  it('uses the server DATABASE_URL names, and migrates only with DATABASE_MIGRATION_URL', () => {
    const both = { DATABASE_URL: 'postgres://app@db/goldthread', DATABASE_MIGRATION_URL: 'postgresql://migrator@db/goldthread' };
    expect(chooseDatabase(both)).toEqual({ kind: 'server', application: both.DATABASE_URL, migrator: both.DATABASE_MIGRATION_URL });
    const one = chooseDatabase({ DATABASE_URL: both.DATABASE_URL });
    expect(one).toEqual({ kind: 'server', application: both.DATABASE_URL, migrator: null });
    expect(() => one.kind === 'server' && migratorOf(one)).toThrow('Set DATABASE_MIGRATION_URL');
  });

  it('refuses half a server and an address of something else', () => {
    expect(() => chooseDatabase({ DATABASE_MIGRATION_URL: 'postgres://m@db/g' })).toThrow('DATABASE_URL is not');
    expect(() => chooseDatabase({ DATABASE_URL: 'mysql://app@db/g' })).toThrow('DATABASE_URL is not a PostgreSQL address');
  });
});
