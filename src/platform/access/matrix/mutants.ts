import type { Pool, PoolClient } from 'pg';
import { compareOne, readableTables, seenThrough, type Disagreement } from './data-cells.ts';
import type { Asker } from './people.sample.ts';
import type { Facts } from './standing.ts';

/** One deliberate mistake in who may read what: a name, and the statement that makes it. `table` where it can show in one table alone. */
export interface Mutant {
  name: string;
  sql: string;
  table?: string;
}

/** Tables that the policies of others, or the functions those ask, look into: a mistake there shows anywhere. */
const lookedInto = new Set([
  'person',
  'family_member',
  'contact',
  'early_help_episode',
  'draft',
  'membership',
  'agency',
  'team',
  'staff',
  'involvement',
]);
const alone = (table: string): { table?: string } => (lookedInto.has(table) ? {} : { table });

/** What became of it: the first disagreement the matrix met, or none. */
export interface Fate {
  mutant: Mutant;
  killedBy: Disagreement | null;
  askers: number;
}

interface PolicyRow {
  table: string;
  name: string;
  permissive: boolean;
  command: string;
}

/** A reading policy dropped, and a permissive one that lets everything through: for each policy there is. A table with its row-level security off. */
async function policyMutants(superuser: Pool): Promise<Mutant[]> {
  const { rows } =
    await superuser.query<PolicyRow>(`select c.relname as table, p.polname as name, p.polpermissive as permissive, p.polcmd as command
    from pg_policy p join pg_class c on c.oid = p.polrelid where 'goldthread_app'::regrole = any(p.polroles) and p.polcmd in ('r', '*') order by 1, 2`);
  const of = ({ table, name, permissive }: PolicyRow): Mutant[] => [
    { name: `${table}: "${name}" dropped`, sql: `drop policy "${name}" on "${table}"`, ...alone(table) },
    ...(permissive
      ? [{ name: `${table}: "${name}" lets everything through`, sql: `alter policy "${name}" on "${table}" using (true)`, ...alone(table) }]
      : []),
  ];
  const tables = [...new Set(rows.map(({ table }) => table))];
  return [
    ...rows.flatMap(of),
    ...tables.map((table) => ({
      name: `${table}: row-level security off`,
      sql: `alter table "${table}" disable row level security`,
      ...alone(table),
    })),
  ];
}

/** Mistakes in the functions that policies ask: a limit forgotten, a guard that guards nobody. */
export const functionMutants: readonly Mutant[] = [
  ...[
    'people_closed_to_me',
    'people_hidden_from_me',
    'episodes_hidden_from_me',
    'contacts_closed_to_me',
    'contacts_in_conflict_with_me',
    'people_i_know',
    'people_i_help',
    'people_opened_to_me',
    'my_episodes',
    'episodes_near_me',
    'contacts_handed_to_me',
    'people_asked_about',
    'my_teams',
    'my_agencies',
  ].map((name) => ({
    name: `${name} gives nobody`,
    sql: `create or replace function access.${name}() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$ select '{}'::uuid[] $$`,
  })),
  {
    name: 'works_today is always true',
    sql: `create or replace function access.works_today() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$ select true $$`,
  },
  {
    name: 'works_front_door is always true',
    sql: `create or replace function access.works_front_door() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$ select true $$`,
  },
  ...(
    [
      ['people_i_know', 'runs_out_at > now()', 'true', 'look-ups and emergencies never run out'],
      ['people_i_know', 'ended_on is null', 'true', 'ended involvements still open identity'],
      ['people_i_know', "opens <> 'nothing'", 'true', 'being involved at all opens identity'],
      ['people_i_know', 'team_id is null and staff_id is null', 'true', 'a whole agency knows what one colleague knows'],
      ['people_i_help', "opens = 'work'", 'true', 'knowing who someone is opens their help'],
      ['people_i_help', 'ended_on is null', 'true', 'ended work still opens help'],
      ['people_i_help', 'runs_out_at > now()', 'true', 'emergencies never run out'],
      ['people_opened_to_me', "q.shield <> 'hidden'", 'true', 'an emergency opens a hidden person'],
      ['people_opened_to_me', 'valid_to >= current_date', 'true', 'leave never ends'],
      ['people_closed_to_me', 'valid_to >= current_date', 'true', 'a conflict never ends'],
      ['people_closed_to_me', '(valid_to is null or valid_to >= current_date)', 'valid_to is not null', 'only ended conflicts shut'],
      ['people_hidden_from_me', 'or restricted', '', 'restricted records are not shut'],
      ['people_hidden_from_me', "shield = 'hidden' or", '', 'hidden people are not shut'],
      ['my_episodes', 'and accepted_at is not null', '', 'an invitation opens the help'],
      ['my_episodes', 'and left_on is null', '', 'having left still opens the help'],
      ['my_episodes', 'and e.closed_on is null', '', 'closed help stays open to its team'],
      ['my_episodes', "state = 'active' and staff_id", 'staff_id', 'having led, or having been asked, opens the help'],
      ['contacts_handed_to_me', 'returned_at is null and', '', 'what was given back stays open'],
      ['has_role', 'and (m.valid_to is null or m.valid_to >= current_date)', '', 'roles never end'],
      ['has_role', 'and m.valid_from <= current_date', '', 'roles begin before their day'],
      ['has_role', 'and a.suspended_at is null', '', 'a suspended agency keeps its roles'],
      ['works_today', 'and (m.valid_to is null or m.valid_to >= current_date)', '', 'posts never end'],
      ['works_today', 'and a.suspended_at is null', '', 'a suspended agency still works'],
      ['works_today', 'and (s.left_on is null or s.left_on >= current_date)', '', 'a leaver still works'],
      ['my_teams', 'and (m.valid_to is null or m.valid_to >= current_date)', '', 'teams are never left'],
      ['in_team_for', 't.purpose = any(purposes)', 'true', 'any team is the shield desk'],
    ] as const
  ).map(([of, from, to, name]) => ({
    name: `${of}: ${name}`,
    sql: `do $do$ declare d text := pg_get_functiondef((select p.oid from pg_proc p where p.proname = '${of}' and p.pronamespace = 'access'::regnamespace)); begin
      if position($f$${from}$f$ in d) = 0 then raise exception 'Nothing to mutate in ${of}: ${name}'; end if; execute replace(d, $f$${from}$f$, $t$${to}$t$); end $do$`,
  })),
];

/** Every mutant there is. */
export const allMutants = async (superuser: Pool): Promise<Mutant[]> => [...(await policyMutants(superuser)), ...functionMutants];

/** Makes the mistake, lets askers ask until one sees what they should not (or not what they should), and takes it all back. */
export async function tryMutant(
  client: PoolClient,
  mutant: Mutant,
  facts: Facts,
  askers: readonly Asker[],
  readable: readonly string[],
  keys: ReadonlyMap<string, readonly string[]>,
): Promise<Fate> {
  await client.query('begin; set local jit = off');
  try {
    await client.query(mutant.sql);
    await client.query('set local role goldthread_app');
    for (const [at, asker] of askers.entries()) {
      await client.query(
        `select set_config('app.actor', $1, true), set_config('app.staff', $2, true), set_config('app.draft_key', $3, true)`,
        [asker.kind === 'nobody' ? '' : asker.kind, asker.staffId ?? '', asker.visitorKey ?? ''],
      );
      const [found] = compareOne(facts, asker, await seenThrough(client, readable, keys), keys).disagreements;
      if (found) return { mutant, killedBy: found, askers: at + 1 };
    }
    return { mutant, killedBy: null, askers: askers.length };
  } finally {
    await client.query('rollback');
  }
}

/** Tries every mutant in turn; askers who notice most come first, so that most die at once. */
export async function tryAll(
  pools: { superuser: Pool; app: Pool },
  mutants: readonly Mutant[],
  facts: Facts,
  askers: readonly Asker[],
  keys: ReadonlyMap<string, readonly string[]>,
  tell: (fate: Fate) => void,
): Promise<Fate[]> {
  const readable = await readableTables(pools.app, keys);
  const client = await pools.superuser.connect();
  const fates: Fate[] = [];
  const kills = new Map<string, number>();
  try {
    for (const mutant of mutants) {
      const order = askers.toSorted((a, b) => (kills.get(b.name) ?? 0) - (kills.get(a.name) ?? 0));
      const tables = mutant.table ? readable.filter((table) => table === mutant.table) : readable;
      const asked = mutant.table ? new Map([...keys].filter(([table]) => table === mutant.table)) : keys;
      const fate = await tryMutant(client, mutant, facts, order, tables, asked);
      if (fate.killedBy) kills.set(fate.killedBy.asker, (kills.get(fate.killedBy.asker) ?? 0) + 1);
      fates.push(fate);
      tell(fate);
    }
  } finally {
    client.release();
  }
  return fates;
}
