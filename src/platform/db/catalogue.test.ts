import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from './project-file.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';

/** The names listed in `db/definers.txt`, each with a reason. */
function listedDefiners(): string[] {
  const lines = readFileSync(projectFile('db/definers.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [name, reason] = line.split(/ {2,}/);
    if (name === undefined || reason === undefined) throw new Error(`db/definers.txt: "${line}" has no reason.`);
    return name;
  });
}

const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
const tables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p')`;
const notOfExtension = (catalogue: string): string =>
  `not exists (select from pg_depend x where x.classid = '${catalogue}'::regclass and x.objid = p.oid and x.deptype = 'e')`;

describe('the catalogue', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(() => db.drop());
  const list = async (sql: string): Promise<string[]> => {
    const { rows } = await db.superuser.query<{ it: string }>(sql);
    return rows.map((row) => row.it);
  };

  it('has row-level security on and forced on every table', async () => {
    expect(await list(`select n.nspname || '.' || c.relname as it ${tables} and not (c.relrowsecurity and c.relforcerowsecurity)`)).toEqual(
      [],
    );
  });

  it('has a policy on every table', async () => {
    expect(
      await list(`select n.nspname || '.' || c.relname as it ${tables} and not exists (select from pg_policy p where p.polrelid = c.oid)`),
    ).toEqual([]);
  });

  it('has every policy speak to a named role', async () => {
    expect(
      await list(
        `select c.relname || ': ' || p.polname as it from pg_policy p join pg_class c on c.oid = p.polrelid where 0 = any(p.polroles)`,
      ),
    ).toEqual([]);
  });

  it('says what every table, view and column is for', async () => {
    expect(
      await list(`select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as it
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where ${ours} and c.relkind in ('r', 'p', 'v', 'm')
        and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)`),
    ).toEqual([]);
  });

  it('grants PUBLIC nothing: no table, column, schema, function or database', async () => {
    const extensions = notOfExtension('pg_proc');
    expect(
      await list(`
      select 'relation ' || c.relname as it from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where ${ours} and g.grantee = 0
      union all select 'column ' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g where ${ours} and g.grantee = 0
      union all select 'schema ' || n.nspname from pg_namespace n, aclexplode(n.nspacl) g where ${ours} and g.grantee = 0
      union all select 'function ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
        where ${ours} and g.grantee = 0 and ${extensions}
      union all select 'database' from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g where d.datname = current_database() and g.grantee = 0`),
    ).toEqual([]);
  });

  it('has no login that owns anything or gets past row-level security', async () => {
    expect(
      await list(
        `select r.rolname::text as it from pg_roles r where r.rolname like 'goldthread%' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)`,
      ),
    ).toEqual([]);
    expect(
      await list(`select c.relname::text as it from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner where ${ours} and r.rolcanlogin
      and not exists (select from pg_depend x where x.objid = c.oid and x.deptype in ('e', 'i'))`),
    ).toEqual([]);
    expect(
      await list(`select r.rolname::text as it from pg_roles r where r.rolname in ('goldthread_app', 'goldthread_auditor')
      and exists (select from pg_auth_members m where m.member = r.oid)`),
    ).toEqual([]);
  });

  it('has only the security-definer functions and views that db/definers.txt gives a reason for', async () => {
    const found = await list(`
      select n.nspname || '.' || p.proname as it from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef and ${notOfExtension('pg_proc')}
      union select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where ${ours} and c.relkind in ('v', 'm') and not exists (select from pg_depend x where x.objid = c.oid and x.deptype = 'e')
         and not coalesce('security_invoker=true' = any(c.reloptions) or 'security_invoker=on' = any(c.reloptions), false)`);
    const listed = listedDefiners();
    expect(found.filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !found.includes(name))).toEqual([]);
  });

  it('has security-definer functions with a fixed search path, owned by a role that cannot log in and is not the owner', async () => {
    const found = await db.superuser.query<{ name: string; path: string | null; owner: string }>(`
      select n.nspname || '.' || p.proname as name, array_to_string(p.proconfig, ';') as path, pg_get_userbyid(p.proowner) as owner
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef and ${notOfExtension('pg_proc')} order by 1`);
    expect(found.rows.filter(({ path }) => !/(^|;)search_path=pg_catalog(,|;|$)/.test(path ?? ''))).toEqual([]);
    expect(
      found.rows.filter(({ owner }) => !['goldthread_search', 'goldthread_access', 'goldthread_fold', 'goldthread_sealed'].includes(owner)),
    ).toEqual([]);
  });

  it('names its constraints itself: a name PostgreSQL made up says nothing in a review', async () => {
    expect(
      await list(`select c.relname || ': ' || k.conname as it
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and k.contype in ('p', 'u', 'f', 'c', 'x')
        and k.conname ~ ('^' || c.relname || '(_[a-z0-9_]+)?_(pkey|key|fkey|check|excl)[0-9]*$')`),
    ).toEqual([]);
  });
});
