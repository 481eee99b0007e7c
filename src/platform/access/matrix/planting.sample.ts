import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

/** A row as it stands in the database, by column. */
export type Row = Record<string, unknown>;

/** Where a marker was planted. `row` is the row's key as `keyOf` writes it. */
export interface Mark {
  table: string;
  column: string;
  row: string;
}

/** Puts rows straight into the database, past every policy. Each free-text column nobody filled gets a marker that stands
 *  nowhere else, so that whoever finds the marker later knows which row and column it escaped from. */
export interface Planting {
  put(table: string, row: Row): Promise<string>;
  /** Changes one row found by `id`. */
  change(table: string, id: string, row: Row): Promise<void>;
  /** A fresh marker for a column the planter fills itself (JSON, bytes). */
  mark(table: string, column: string, row: string): string;
  marks: ReadonlyMap<string, Mark>;
  keys: ReadonlyMap<string, readonly string[]>;
}

/** Finds every marker in a text, in any case. NHS numbers are markers too: ten digits that begin 999. */
export const markShape = /zq[a-z]{5}zq|999\d{7}/gi;

/** Row key: the values of the primary key with a bar between. */
export const keyOf = (row: Row, key: readonly string[]): string => key.map((column) => String(row[column])).join('|');

interface Column {
  table: string;
  name: string;
  type: string;
  needed: boolean;
  checked: boolean;
}

/** Columns that hold a code, a name shown on lists or a key, where a marker would mean nothing. */
const plain = new Set([
  'role',
  'kind',
  'part',
  'source',
  'source_kind',
  'ethnicity',
  'first_language',
  'religion',
  'gender',
  'ward',
  'town',
  'rule_key',
  'because_kind',
  'linked_kind',
  'led_to_kind',
  'owner_kind',
  'media_type',
  'room',
  'need_code',
  'agency_kind',
  'visitor_key',
  'postcode',
  'issuer',
  'subject',
  'row_hash',
  'display_name',
  'job_title',
  'route',
  'location',
  'href',
  'unique_key',
  'leased_by',
  'to_name',
  'accepted_by_name',
  'practitioner_name',
  'practitioner_phone',
  'action',
  'actor',
  'sha256',
  'source_code',
  'purpose',
  'channel',
  'referrer_role',
  'owner_board',
  'interpreter',
  'age_in_words',
  'record_kind',
  'request_id',
  'minutes_sent_to',
  'owner_name',
  'subject_kind',
  'reference',
  'form',
  'how',
  'outcome_id',
  'user_agent',
]);

/** Free text that is wanted although its column is called like a code. */
const wanted = new Set([
  'plan_action.action',
  'audit_event.purpose',
  'hub_enquiry.purpose',
  'line_release.purpose',
  'share_decision.purpose',
]);

function letters(number: number): string {
  let text = '';
  for (let rest = number, at = 0; at < 5; at += 1, rest = Math.floor(rest / 26)) text = String.fromCharCode(97 + (rest % 26)) + text;
  return text;
}

async function columnsOf(pool: Pool): Promise<Column[]> {
  const { rows } = await pool.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
      a.atthasdef or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('c', 'f') and a.attnum = any(k.conkey)) as checked
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
  return rows;
}

/** Primary keys of every table. */
export async function primaryKeys(pool: Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array_agg(a.attname::text order by array_position(k.conkey, a.attnum)) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
     where n.nspname = 'public' and k.contype = 'p' group by c.relname`);
  return new Map(rows.map((row) => [row.table, row.columns]));
}

/** A planting over one database. */
export async function planting(pool: Pool): Promise<Planting> {
  const columns = Map.groupBy(await columnsOf(pool), (column) => column.table);
  const keys = await primaryKeys(pool);
  const marks = new Map<string, Mark>();
  const mark = (table: string, column: string, row: string): string => {
    const text = `zq${letters(marks.size)}zq`;
    marks.set(text, { table, column, row });
    return text;
  };
  const put = async (table: string, given: Row): Promise<string> => {
    const known = columns.get(table) ?? [];
    const row: Row = known.some(({ name, type }) => name === 'id' && type === 'uuid') ? { id: randomUUID(), ...given } : { ...given };
    const key = keyOf(row, keys.get(table) ?? []);
    for (const { name, type, checked } of known) {
      const free = type === 'text' && !checked && (!plain.has(name) || wanted.has(`${table}.${name}`));
      if (free && !(name in row)) row[name] = mark(table, name, key);
      if (typeof row[name] === 'string' && /^999\d{7}$/.test(row[name])) marks.set(row[name], { table, column: name, row: key });
    }
    const names = Object.keys(row).filter((name) => row[name] !== undefined);
    await pool.query(
      `insert into ${table} (${names.join(', ')}) overriding system value select ${names.join(', ')} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
    return String(row['id'] ?? key);
  };
  const change = async (table: string, id: string, row: Row): Promise<void> => {
    const names = Object.keys(row);
    await pool.query(
      `update ${table} t set ${names.map((name) => `${name} = n.${name}`).join(', ')} from jsonb_populate_record(null::${table}, $2) n where t.id = $1`,
      [id, JSON.stringify(row)],
    );
  };
  return { put, change, mark, marks, keys };
}
