import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { inject } from 'vitest';
import type { Urls } from './embedded/index.ts';
import { openPool } from './pool.ts';
import { queryBuilder } from './query-builder.ts';
import type { DB } from './schema.ts';
import { asSuperuser, inDatabase, templateName } from './test-database-names.ts';

/** A real database of a test's own, with every migration applied and nothing in it. */
export type TestDatabase = {
  readonly name: string;
  readonly urls: Urls;
  /** Connections as goldthread_owner: row-level security is forced on it too. */
  readonly owner: Pool;
  /** Connections as the application's login, as web and worker have. */
  readonly app: Pool;
  /** The query builder over `app`. */
  readonly db: Kysely<DB>;
  /** Connections as the superuser, past every policy: to lay out a case, or to look from outside. */
  readonly superuser: Pool;
  /** Ends the pools and drops the database. */
  drop(): Promise<void>;
};

function grants(name: string): string {
  return `revoke all on database ${name} from public;
    grant connect on database ${name} to goldthread_migrator, goldthread_app, goldthread_auditor`;
}

/**
 * Makes a fresh database (50 to 250 ms): `beforeAll(async () => { db = await freshDatabase() })` and
 * `afterAll(() => db.drop())`. `empty: true` leaves the migrations out (roles are there): for tests of migrating itself.
 */
export async function freshDatabase(choice: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const broken = inject('brokenMigration');
  if (broken !== '' && choice.empty !== true) throw new Error(`The migrations could not be applied: ${broken}`);
  const name = `t_${randomBytes(8).toString('hex')}`;
  const template = choice.empty === true ? 'template0' : templateName;
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query(`create database ${name} template ${template} owner goldthread_owner`);
    await client.query(grants(name));
  });
  if (choice.empty === true) await asSuperuser(server, name, (client) => client.query(schemaGrants));
  const urls = inDatabase(server, name);
  const owner = openPool(urls.migrator, { max: 4, role: 'goldthread_owner' });
  const app = openPool(urls.application, { max: 10 });
  const superuser = openPool(urls.superuser, { max: 4 });
  const drop = async (): Promise<void> => {
    await Promise.all([owner.end(), app.end(), superuser.end()]);
    await asSuperuser(server, 'postgres', (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { name, urls, owner, app, db: queryBuilder(app), superuser, drop };
}

/** What `db/roles.sql` says of a schema, for a database that was not copied from the template. */
const schemaGrants = `
  alter schema public owner to goldthread_owner;
  revoke all on schema public from public;
  grant usage on schema public to goldthread_app, goldthread_auditor;
  grant usage, create on schema public to goldthread_search, goldthread_access;
  grant usage on schema public to goldthread_fold, goldthread_sealed;
  alter default privileges for role goldthread_owner revoke execute on functions from public`;
