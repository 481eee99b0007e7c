import type { Pool } from 'pg';

/** The application's login could step past row-level security, so the program does not start. */
export class DangerousLogin extends Error {}

const oldest = 150_000;

/** Every right by which a login, or a role it may become, gets past row-level security; in words, empty when there is none. */
const dangers = `
with become as (select r.* from pg_roles r where pg_has_role(session_user, r.oid, 'member')),
     ours as (select n.oid, n.nspname, n.nspowner from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
select words from (
  select 1 as place, 'it is, or may become, a superuser (' || string_agg(rolname, ', ' order by rolname) || ')' as words from become where rolsuper
  union all select 2, 'it may pass row-level security (BYPASSRLS)' from become where rolbypassrls having count(*) > 0
  union all select 3, 'it may make roles (CREATEROLE)' from become where rolcreaterole having count(*) > 0
  union all select 4, 'it is a member of goldthread_owner' from become where rolname = 'goldthread_owner'
  union all select 5, 'it owns tables, or may become their owner: ' || string_agg(c.relname, ', ' order by c.relname)
    from pg_class c join ours on ours.oid = c.relnamespace join become b on b.oid = c.relowner
   where c.relkind in ('r', 'p', 'v', 'm') and not b.rolsuper having count(*) > 0
  union all select 6, 'it owns the schema ' || string_agg(ours.nspname, ', ' order by ours.nspname)
    from ours join become b on b.oid = ours.nspowner where not b.rolsuper and b.rolname <> 'pg_database_owner' having count(*) > 0
  union all select 7, 'it owns the database' from pg_database d join become b on b.oid = d.datdba
   where d.datname = current_database() and not b.rolsuper
  union all select 8, 'it may use the server''s own files or programs (' || string_agg(rolname, ', ' order by rolname) || ')'
    from become b where rolname in ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
     and not exists (select from become s where s.rolsuper) having count(*) > 0
) d where words is not null order by place`;

/**
 * Refuses a login that could read past the policies: superuser, BYPASSRLS, owner of a table, a schema or the database,
 * or a member of a role that is. Also refuses a server older than PostgreSQL 15. Throws `DangerousLogin` with every reason.
 */
export async function refuseDangerousLogin(pool: Pool): Promise<void> {
  const { rows: server } = await pool.query<{ number: number; version: string; login: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version, session_user as login`,
  );
  const found = server[0];
  if (found === undefined || found.number < oldest) {
    throw new Error(`Goldthread needs PostgreSQL 15 or later; this server is ${found?.version ?? 'unknown'}.`);
  }
  const { rows } = await pool.query<{ words: string }>(dangers);
  if (rows.length === 0) return;
  const reasons = rows.map((row) => `  - ${row.words}`).join('\n');
  throw new DangerousLogin(
    `The login ${found.login} may not be used for the application, because\n${reasons}\nUse goldthread_app, made by db/roles.sql (docs/running/deploy.md).`,
  );
}
