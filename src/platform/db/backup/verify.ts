import { Client } from 'pg'
import { countRows, identity, migrationsOf } from './facts.ts'
import type { Manifest } from './manifest.ts'

/** What was found in a restored database; `faults` is empty when it is proved to be the one that was backed up. */
export type Verified = {
  readonly faults: readonly string[]
  readonly tables: number
  readonly rows: number
  readonly indexes: number
  /** Tables whose count moved between the backup's end and its counting: written to in those moments, not lost. */
  readonly moved: readonly string[]
}

/** Reads every table and index through PostgreSQL's own checker, page checksums included. Gives what it finds wrong. */
async function checkPages(client: Client): Promise<{ indexes: number; faults: string[] }> {
  const faults: string[] = []
  await client.query('begin')
  await client.query('create extension if not exists amcheck')
  const ours = `c.relpersistence = 'p' and n.nspname <> 'information_schema'`
  const tables = await client.query<{ oid: string; name: string }>(
    `select c.oid::text, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm', 't') and ${ours}`)
  for (const { oid, name } of tables.rows) {
    const { rows } = await client.query<{ msg: string }>('select msg from verify_heapam($1::oid::regclass)', [oid])
    faults.push(...rows.slice(0, 3).map(({ msg }) => `${name}: ${msg}`))
  }
  const indexes = await client.query<{ oid: string; name: string }>(
    `select c.oid::text, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_am a on a.oid = c.relam
      join pg_index x on x.indexrelid = c.oid where a.amname = 'btree' and x.indisvalid and ${ours}`)
  for (const { oid, name } of indexes.rows) {
    await client.query('savepoint one')
    await client.query('select bt_index_check($1::oid::regclass, true)', [oid]).catch(async (error: Error) => {
      faults.push(`${name}: ${error.message}`)
      await client.query('rollback to one')
    })
  }
  await client.query('rollback')
  return { indexes: indexes.rows.length, faults }
}

function compareRows(wanted: Manifest['rows'], found: Manifest['rows']): { faults: string[]; moved: string[] } {
  const faults: string[] = []
  const moved: string[] = []
  for (const [table, count] of Object.entries(wanted)) {
    const now = found[table]
    if (now === undefined) faults.push(`${table} is missing`)
    else if (now === 0 && count > 1) faults.push(`${table} is empty; it had ${count} rows`)
    else if (now !== count) moved.push(`${table}: ${now} restored, ${count} counted just after the backup`)
  }
  return { faults, moved }
}

/** Proves a restored database against its backup's manifest: same server, same migrations, every table, every page. */
export async function verifyRestored(url: string, manifest: Manifest): Promise<Verified> {
  const client = new Client({ connectionString: url, application_name: 'goldthread restore' })
  await client.connect()
  try {
    const pages = await checkPages(client)
    const found = await countRows(client)
    const rows = compareRows(manifest.rows, found)
    const faults = [...pages.faults, ...rows.faults]
    if ((await identity(client)).systemIdentifier !== manifest.systemIdentifier) faults.push('it is another database than the one backed up')
    if (JSON.stringify(await migrationsOf(client)) !== JSON.stringify(manifest.migrations)) faults.push('its migrations are not those of the backup')
    const total = Object.values(found).reduce((sum, count) => sum + count, 0)
    return { faults, tables: Object.keys(found).length, rows: total, indexes: pages.indexes, moved: rows.moved }
  } finally {
    await client.end()
  }
}
