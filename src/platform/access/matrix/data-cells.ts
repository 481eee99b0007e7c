import type { Pool, PoolClient } from 'pg';
import { oracle, sightOf } from './oracle.ts';
import type { Asker } from './people.sample.ts';
import { keyOf, type Row } from './planting.sample.ts';
import { standingOf, type Facts } from './standing.ts';

/** One disagreement between product and oracle: who, which table, which row, and which way. */
export interface Disagreement {
  asker: string;
  table: string;
  row: string;
  what: 'seen but should not' | 'not seen but should' | string;
}

/** Reads everything there is, past every policy. */
export async function readFacts(pool: Pool, tables: Iterable<string>): Promise<Facts> {
  const all = new Map<string, Row[]>();
  for (const table of tables) {
    const { rows } = await pool.query<{ it: Row }>(`select to_jsonb(t) as it from ${table} t`);
    all.set(
      table,
      rows.map((row) => row.it),
    );
  }
  const {
    rows: [time],
  } = await pool.query<{ today: string; now: Date }>(`select current_date::text as today, now() as now`);
  return { rows: (table) => all.get(table) ?? [], today: time?.today ?? '', now: new Date(time?.now ?? 0) };
}

/** Runs work as one asker, as the application does: who asks is set for one transaction, which is rolled back. */
export async function asAsker<T>(pool: Pool, asker: Asker, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local jit = off');
    await client.query(
      `select set_config('app.actor', $1, true), set_config('app.staff', $2, true), set_config('app.draft_key', $3, true)`,
      [asker.kind === 'nobody' ? '' : asker.kind, asker.staffId ?? '', asker.visitorKey ?? ''],
    );
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Tables of which the application may read the key at all. */
export async function readableTables(app: Pool, keys: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const { rows } = await app.query<{ name: string; columns: string[] | null }>(`
    select c.relname as name, array_agg(a.attname::text) filter (where has_column_privilege(current_user, c.oid, a.attnum, 'select')) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = 'public' and c.relkind = 'r' group by c.relname order by 1`);
  return rows.filter(({ name, columns }) => keys.get(name)?.every((key) => columns?.includes(key))).map(({ name }) => name);
}

/** Every row key the asker's own queries return, table by table, in one statement. The client acts for the asker already. */
export async function seenThrough(
  client: PoolClient,
  tables: readonly string[],
  keys: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Set<string>>> {
  const one = (table: string): string =>
    `select '${table}' as t, array(select concat_ws('|', ${keys
      .get(table)
      ?.map((key) => `${key}::text`)
      .join(', ')}) from ${table}) as k`;
  const { rows } = await client.query<{ t: string; k: string[] }>(tables.map(one).join(' union all '));
  return new Map(rows.map(({ t, k }) => [t, new Set(k)]));
}

/** Where the rows one asker sees differ from the oracle's set. `cells` is how many rows were asked about. */
export function compareOne(
  facts: Facts,
  asker: Asker,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
  keys: ReadonlyMap<string, readonly string[]>,
): { cells: number; disagreements: Disagreement[] } {
  const who = standingOf(facts, asker);
  const sight = sightOf(facts, who);
  const disagreements: Disagreement[] = [];
  let cells = 0;
  for (const [table, key] of keys) {
    const rule = oracle[table];
    if (!rule) throw new Error(`The oracle has no line for the table ${table}: write one from domain list 2.1 to 2.6`);
    for (const row of facts.rows(table)) {
      cells += 1;
      const name = keyOf(row, key);
      const should = rule(row, who, sight, facts);
      const does = seen.get(table)?.has(name) ?? false;
      if (should !== does)
        disagreements.push({ asker: asker.name, table, row: name, what: does ? 'seen but should not' : 'not seen but should' });
    }
  }
  return { cells, disagreements };
}

/** Compares, for every asker and table, the set of rows seen with the oracle's set. `cells` is askers x rows. */
export async function compareSight(
  app: Pool,
  facts: Facts,
  askers: readonly Asker[],
  keys: ReadonlyMap<string, readonly string[]>,
): Promise<{ cells: number; disagreements: Disagreement[] }> {
  const readable = await readableTables(app, keys);
  const disagreements: Disagreement[] = [];
  let cells = 0;
  for (const asker of askers) {
    const one = compareOne(facts, asker, await asAsker(app, asker, (client) => seenThrough(client, readable, keys)), keys);
    cells += one.cells;
    disagreements.push(...one.disagreements);
  }
  return { cells, disagreements };
}
