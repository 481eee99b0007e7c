import { escapeIdentifier, type Client } from 'pg';
import type { Manifest } from './manifest.ts';

/** Which server this is: its major version, and the number PostgreSQL gave it when it was made. */
export async function identity(client: Client): Promise<Pick<Manifest, 'postgresMajor' | 'systemIdentifier'>> {
  const { rows } = await client.query<{ major: string; identifier: string }>(
    `select (current_setting('server_version_num')::int / 10000)::text as major, system_identifier::text as identifier from pg_control_system()`,
  );
  return { postgresMajor: rows[0]?.major ?? '', systemIdentifier: rows[0]?.identifier ?? '' };
}

/** The migrations the database has, in order; none where it was never migrated. */
export async function migrationsOf(client: Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.platform_migration') is not null as there`);
  if (rows[0]?.there !== true) return [];
  return (await client.query<{ name: string; checksum: string }>('select name, checksum from public.platform_migration order by name'))
    .rows;
}

/** Counts the rows of every table in one view of the database. A superuser counts past the policies. */
export async function countRows(client: Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1, 2`,
  );
  for (const { schema, name } of rows) {
    const counted = await client.query<{ n: string }>(
      `select count(*)::text as n from ${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
    );
    counts[`${schema}.${name}`] = Number(counted.rows[0]?.n ?? 0);
  }
  await client.query('commit');
  return counts;
}
