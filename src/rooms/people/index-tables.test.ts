import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../platform/db/test-database.ts';

/** The index's tables and the column each is spread over machines by (docs/running/beyond-one-machine.md). */
const keys: Readonly<Record<string, string>> = {
  person: 'id',
  person_name: 'person_id',
  person_address: 'person_id',
  person_contact_point: 'person_id',
  identifier: 'person_id',
  relationship: 'person_id',
  certainly_not: 'person_a',
  person_search: 'person_id',
  source_record: 'person_id',
  source_key: 'local_id',
  assertion: 'person_id',
  link_question: 'person_id',
};
/** Functions that ask every machine, by an id or a flag that does not tell where to look, and why each may. */
const asksEveryMachine: Readonly<Record<string, string>> = {
  'access.contacts_left_out': 'the shielded and restricted, who are few and have an index of their own',
  'access.people_asked_about': 'the shielded, who are few and have an index of their own',
  'access.people_under_shield': 'the shielded, who are few and have an index of their own',
  'fold.join_people': 'one question, by its id, once it was answered',
  'fold.move_records': 'the two rows of one assertion, by the id they share',
  'fold.project_homes': 'whether a row already stands with somebody else',
  'fold.project_lists': 'whether a row came of an assertion, by the id they share',
  'fold.raise_items': 'the rows of one assertion, by the id they share',
  'fold.raise_since': 'the rows of one assertion, by the id they share',
  'fold.refuse_taking_back': 'the rows of one assertion, by the id they share',
  'fold.split_now': 'one source record, by its id',
  'search.feed_agreement': 'figures over everybody, in a job',
  'search.index_health': 'figures over everybody, in a job',
  'search.links_to_sample': 'a monthly draw over everybody, in a job',
  'search.links_to_reweigh': 'every standing link under another model, in a job',
  'search.name_agency_of_question': 'one source record, by its id',
};

/** Small tables that stand whole on every machine. */
const everywhere = ['agency', 'feed', 'staff', 'team', 'code'];

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const rows = async <T>(text: string): Promise<T[]> => (await db.superuser.query(text, [Object.keys(keys)])).rows as T[];

const noAlias = new Set([
  'where',
  'set',
  'on',
  'join',
  'cross',
  'left',
  'order',
  'group',
  'limit',
  'using',
  'for',
  'inner',
  'union',
  'returning',
  'and',
]);

/** The index's tables a statement reads or changes without speaking of their key: `alias.key`, or the bare key in a comparison. */
function readsWithoutKey(text: string): string[] {
  return [...text.matchAll(/\b(?:from|join|update)\s+(?:public\.)?(\w+)(?:\s+(?:as\s+)?(\w+))?/g)].flatMap(([, table = '', word]) => {
    const key = keys[table];
    if (!key) return [];
    const alias = word && !noAlias.has(word) ? word : null;
    const named = alias
      ? new RegExp(`\\b${alias}\\.${key}\\b`).test(text)
      : new RegExp(`\\b${key}\\b\\s*(=|in\\b|<>|,)|(=|any\\()\\s*${key}\\b`).test(text);
    return named ? [] : [table];
  });
}

describe('the index can be spread over machines by person', () => {
  it('has the person in every key', async () => {
    const found = await rows<{ table: string; name: string; columns: string[] }>(`
      select c.relname::text as table, i.relname::text as name, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(x.indkey)) as columns
        from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       where x.indisunique and c.relname = any($1) and c.relnamespace = 'public'::regnamespace`);
    expect(found.length).toBeGreaterThanOrEqual(Object.keys(keys).length);
    expect(found.filter((it) => !it.columns.includes(keys[it.table] ?? '')).map((it) => it.name)).toEqual([]);
  });

  it('holds no constraint that crosses two people', async () => {
    const found = await rows<{ name: string; table: string; to: string; from_columns: string[]; to_columns: string[] }>(`
      select f.conname::text as name, c.relname::text as table, t.relname::text as to,
        array(select a.attname::text from unnest(f.conkey) k join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k) as from_columns,
        array(select a.attname::text from unnest(f.confkey) k join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k) as to_columns
        from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid where f.contype = 'f' and c.relname = any($1)`);
    const crossing = found.filter((it) => {
      if (everywhere.includes(it.to)) return false;
      const at = it.from_columns.indexOf(keys[it.table] ?? '');
      return at < 0 || it.to_columns[at] !== keys[it.to];
    });
    expect(crossing.map((it) => it.name)).toEqual([]);
  });

  it('has every function name the person, but for those that say why they ask every machine', async () => {
    const { rows: functions } = await db.superuser.query<{ name: string; text: string }>(`
      select n.nspname || '.' || p.proname as name, p.prosrc as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname not in ('pg_catalog', 'information_schema') and p.proowner::regrole::text like 'goldthread%'`);
    expect(functions.length).toBeGreaterThan(100);
    const asking = functions.filter((it) => readsWithoutKey(it.text).length > 0).map((it) => it.name);
    expect([...new Set(asking)].toSorted()).toEqual(Object.keys(asksEveryMachine).toSorted());
  });
});
