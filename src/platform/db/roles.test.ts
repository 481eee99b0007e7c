import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { projectFile } from './project-file.ts';
import { withScratchDatabase } from './scratch-database.ts';
import { asSuperuser, inDatabase } from './test-database-names.ts';

const ourRoles =
  'goldthread_owner, goldthread_migrator, goldthread_app, goldthread_auditor, goldthread_search, goldthread_access, goldthread_fold, goldthread_sealed';
/** Who may what, as the catalogue has it: must not change when the script runs again. */
const standing = `select (select array_agg(format('%s %s %s %s', rolname, rolcanlogin, rolinherit, rolbypassrls) order by rolname) from pg_roles where rolname like 'goldthread%') as roles,
  (select array_agg(format('%s in %s', m.member::regrole, m.roleid::regrole) order by 1) from pg_auth_members m where m.member::regrole::text like 'goldthread%') as members,
  (select datacl::text from pg_database where datname = current_database()) as connects, (select nspacl::text from pg_namespace where nspname = 'public') as schema`;

async function as(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

describe('db/roles.sql on a server', () => {
  it('can be run, and run again, by an administrator who is no superuser, and the migrator can then migrate', async () => {
    const script = await readFile(projectFile('db/roles.sql'), 'utf8');
    await withScratchDatabase(async (urls) => {
      await asSuperuser(urls, 'postgres', async (client) => {
        await client.query('drop database goldthread');
        await client.query(`drop role ${ourRoles}`);
        await client.query(`create role council_dba login createrole createdb password 'x'`);
        await client.query('create database council owner council_dba');
      });
      const council = inDatabase(urls, 'council');
      const dba = council.superuser.replace(/\/\/[^@]*@/, '//council_dba:x@');
      await as(dba, async (client) => {
        await client.query(script);
        const before = (await client.query<object>(standing)).rows;
        await client.query(script);
        expect((await client.query<object>(standing)).rows).toEqual(before);
        await client.query(`alter role goldthread_migrator password 'm'; alter role goldthread_app password 'a'`);
      });
      const applied = await migrate({ url: council.migrator.replace(/\/\/[^@]*@/, '//goldthread_migrator:m@') });
      expect(applied.length).toBeGreaterThan(0);
      await as(council.application.replace(/\/\/[^@]*@/, '//goldthread_app:a@'), async (client) => {
        await expect(client.query('create temporary table t (id integer)')).rejects.toThrow('permission denied');
        await expect(client.query('create table t (id integer)')).rejects.toThrow('permission denied');
      });
    });
  });
});
