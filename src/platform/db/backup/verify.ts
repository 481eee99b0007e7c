import { Client } from 'pg';
import { countRows, identity, migrationsOf } from './facts.ts';
import type { Manifest } from './manifest.ts';

/** What was found in a restored database; `faults` is empty when it is proved to be the one that was backed up. */
export type Verified = {
  readonly faults: readonly string[];
  readonly tables: number;
  readonly rows: number;
  readonly indexes: number;
  /** Tables whose count moved between the backup's end and its counting: written to in those moments, not lost. */
  readonly moved: readonly string[];
};

type Relation = { readonly oid: string; readonly name: string };

const ours = `c.relpersistence = 'p' and n.nspname <> 'information_schema'`;
const tables = `select c.oid::text, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm', 't') and ${ours}`;
const indexes = `select c.oid::text, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_am a on a.oid = c.relam join pg_index x on x.indexrelid = c.oid where a.amname = 'btree' and x.indisvalid and ${ours}`;

/** Runs one check of one relation; a page it cannot even read is a fault like any other, and the rest is still looked at. */
async function check(client: Client, relation: Relation, text: string): Promise<string[]> {
  await client.query('savepoint one');
  try {
    const { rows } = await client.query<{ msg?: string }>(text, [relation.oid]);
    return rows.flatMap(({ msg }) => (msg === undefined ? [] : [`${relation.name}: ${msg}`])).slice(0, 3);
  } catch (error) {
    await client.query('rollback to one');
    return [`${relation.name}: ${(error as Error).message}`];
  }
}

/** Reads every table and index through PostgreSQL's own checker, page checksums included. Gives what it finds wrong. */
async function checkPages(client: Client): Promise<{ indexes: number; faults: string[] }> {
  const faults: string[] = [];
  await client.query('begin');
  await client.query('create extension if not exists amcheck');
  for (const table of (await client.query<Relation>(tables)).rows) {
    faults.push(...(await check(client, table, 'select msg from verify_heapam($1::oid::regclass)')));
  }
  const checked = (await client.query<Relation>(indexes)).rows;
  for (const index of checked) {
    faults.push(...(await check(client, index, `select from (select bt_index_check($1::oid::regclass, true)) done`)));
  }
  await client.query('rollback');
  return { indexes: checked.length, faults };
}

function compareRows(wanted: Manifest['rows'], found: Manifest['rows']): { faults: string[]; moved: string[] } {
  const faults: string[] = [];
  const moved: string[] = [];
  for (const [table, count] of Object.entries(wanted)) {
    const now = found[table];
    if (now === undefined) faults.push(`${table} is missing`);
    else if (now === 0 && count > 1) faults.push(`${table} is empty; it had ${count} rows`);
    else if (now !== count) moved.push(`${table}: ${now} restored, ${count} counted just after the backup`);
  }
  return { faults, moved };
}

/** Proves a restored database against its backup's manifest: same server, same migrations, every table, every page. */
export async function verifyRestored(url: string, manifest: Manifest): Promise<Verified> {
  const client = new Client({ connectionString: url, application_name: 'goldthread restore' });
  await client.connect();
  try {
    const pages = await checkPages(client);
    // A table that cannot be read cannot be counted either.
    if (pages.faults.length > 0) return { faults: pages.faults, tables: 0, rows: 0, indexes: pages.indexes, moved: [] };
    const found = await countRows(client);
    const rows = compareRows(manifest.rows, found);
    const faults = [...rows.faults];
    if ((await identity(client)).systemIdentifier !== manifest.systemIdentifier)
      faults.push('it is another database than the one backed up');
    if (JSON.stringify(await migrationsOf(client)) !== JSON.stringify(manifest.migrations))
      faults.push('its migrations are not those of the backup');
    const total = Object.values(found).reduce((sum, count) => sum + count, 0);
    return { faults, tables: Object.keys(found).length, rows: total, indexes: pages.indexes, moved: rows.moved };
  } finally {
    await client.end();
  }
}
