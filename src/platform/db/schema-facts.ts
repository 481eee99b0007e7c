/**
 * The catalogue queries behind `db/schema.txt`, each giving `place` (what the line belongs under) and `line`.
 * Written from the catalogue's own columns where PostgreSQL 15 and 18 word a `pg_get_…` differently, and without what
 * only one of them has: 18 keeps NOT NULL as constraints, which here are a property of the column on both.
 */
export type Facts = { readonly title: string; readonly sql: string };

const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
const ofExtension = (catalogue: string, oid: string): string =>
  `exists (select from pg_depend x where x.classid = '${catalogue}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;
const place = `n.nspname || '.' || c.relname`;
const grantee = `coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC')`;

const kind = `case when c.relkind in ('v', 'm') then 'view' when c.relkind = 'S' then 'sequence' else 'table' end`;

/** Tables and views: who owns them, how rows are guarded, what they are for. */
const tables = `
select ${place} as place, '' as line_order,
  ${kind} || ' owner ' || pg_get_userbyid(c.relowner)
  || case when c.relrowsecurity then ' row-security' else '' end || case when c.relforcerowsecurity then ' forced' else '' end
  || coalesce(' (' || nullif(array_to_string(array(select unnest(c.reloptions) order by 1), ', '), '') || ')', '')
  || coalesce(' -- ' || obj_description(c.oid, 'pg_class'), '') as line
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and not ${ofExtension('pg_class', 'c.oid')}`;

const columns = `
select ${place} as place, to_char(a.attnum, 'FM00000') as line_order,
  a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
  || case when a.attnotnull then ' not null' else '' end
  || case a.attidentity when 'a' then ' identity always' when 'd' then ' identity by default' else '' end
  || case when a.attgenerated <> '' then ' computed ' || pg_get_expr(d.adbin, d.adrelid)
          else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end
  || coalesce(' -- ' || col_description(c.oid, a.attnum), '') as line
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and not ${ofExtension('pg_class', 'c.oid')}`;

const constraints = `
select ${place} as place, k.conname as line_order,
  k.conname || ' ' || pg_get_constraintdef(k.oid) as line
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
where ${ours} and k.contype in ('p', 'u', 'f', 'c', 'x')`;

const indexes = `
select ${place} as place, i.relname as line_order, replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ') as line
from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
where ${ours} and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))`;

const policies = `
select ${place} as place, p.polname as line_order,
  p.polname || case when p.polpermissive then '' else ' restrictive' end
  || ' for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
  || ' to ' || array_to_string(array(select case when r = 0 then 'PUBLIC' else pg_get_userbyid(r) end from unnest(p.polroles) r order by 1), ', ')
  || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
  || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '') as line
from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`;

const triggers = `
select ${place} as place, t.tgname as line_order, pg_get_triggerdef(t.oid) as line
from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
where ${ours} and not t.tgisinternal`;

/** A view's text without the qualifiers of its columns, which 15 writes always and 18 only where they are needed. */
const views = `
select ${place} as place, '' as line_order, regexp_replace(pg_get_viewdef(c.oid), '\\m[a-z_][a-z0-9_]*\\.', '', 'g') as line
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where ${ours} and c.relkind in ('v', 'm') and not ${ofExtension('pg_class', 'c.oid')}`;

/** What each role may do with a table, and with single columns where the grant names them. The owner's own rights go unsaid. */
const tableGrants = `
select place, line_order, line from (
  select ${place} as place, ${grantee} as line_order,
    ${grantee} || ' ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
  where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and g.grantee <> c.relowner and not ${ofExtension('pg_class', 'c.oid')}
  group by 1, 2, g.grantee
  union all
  select ${place}, ${grantee} || ' ' || lower(g.privilege_type),
    ${grantee} || ' ' || lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
  where ${ours} and g.grantee <> c.relowner and not ${ofExtension('pg_class', 'c.oid')}
  group by 1, 2, g.grantee, g.privilege_type
) both_kinds`;

const sequences = `
select ${place} as place, '' as line_order, 'sequence owner ' || pg_get_userbyid(c.relowner)
  || coalesce(' -- ' || (select string_agg(${grantee} || ' ' || lower(g.privilege_type), ', ' order by ${grantee} collate "C", g.privilege_type)
       from aclexplode(c.relacl) g where g.grantee <> c.relowner), '') as line
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where ${ours} and c.relkind = 'S' and not ${ofExtension('pg_class', 'c.oid')}
  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype in ('a', 'i'))`;

/** Functions by signature, whose they are, how they run, and a digest of what they do. */
const functions = `
select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as place, '' as line_order,
  case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'returns ' || pg_get_function_result(p.oid) end
  || ' language ' || l.lanname || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else ' volatile' end
  || case p.proparallel when 's' then ' parallel-safe' when 'r' then ' parallel-restricted' else '' end
  || case when p.proisstrict then ' strict' else '' end || case when p.proleakproof then ' leakproof' else '' end
  || case when p.prosecdef then ' security-definer' else '' end
  || ' owner ' || pg_get_userbyid(p.proowner)
  || coalesce(' set ' || array_to_string(p.proconfig, '; '), '')
  || ' body ' || left(encode(sha256(convert_to(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), 'UTF8')), 'hex'), 16)
  || ' execute ' || coalesce((select string_agg(${grantee}, ', ' order by ${grantee} collate "C")
       from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner), 'nobody')
  || coalesce(' -- ' || obj_description(p.oid, 'pg_proc'), '') as line
from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
where ${ours} and not ${ofExtension('pg_proc', 'p.oid')}`;

const schemas = `
select n.nspname as place, '' as line_order,
  'owner ' || pg_get_userbyid(n.nspowner) || coalesce(' -- ' || (select string_agg(who || ' ' || what, ', ' order by who collate "C")
    from (select ${grantee} as who, string_agg(lower(g.privilege_type), '+' order by g.privilege_type) as what
          from aclexplode(n.nspacl) g where g.grantee <> n.nspowner group by 1) roles), '') as line
from pg_namespace n where ${ours}`;

const extensions = `select e.extname as place, '' as line_order, 'extension' as line from pg_extension e where e.extname <> 'plpgsql'`;

/** What is printed of the whole database, in this order. */
export const databaseFacts: readonly Facts[] = [
  { title: 'extensions', sql: extensions },
  { title: 'schemas', sql: schemas },
  { title: 'sequences', sql: sequences },
  { title: 'functions', sql: functions },
];

/** What is printed under each table and view, in this order. */
export const tableFacts: readonly Facts[] = [
  { title: '', sql: tables },
  { title: 'columns', sql: columns },
  { title: 'constraints', sql: constraints },
  { title: 'indexes', sql: indexes },
  { title: 'policies', sql: policies },
  { title: 'triggers', sql: triggers },
  { title: 'grants', sql: tableGrants },
  { title: 'definition', sql: views },
];
