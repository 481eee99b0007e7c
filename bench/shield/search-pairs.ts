import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { randomFrom, type Random } from '../../src/rooms/people/sample/random.ts';
import { ask, type Session } from '../program/visitor.ts';
import { pairedAuc, rankAuc } from './rank.ts';

/** Children drawn by lot from the borough: half of them hidden, half taken out of the index as if never recorded. Nothing else tells the
 *  two apart, so neither may the time a search for them takes. */
export interface Drawn {
  hidden: readonly Sought[];
  gone: readonly Sought[];
}
export interface Sought {
  id: string;
  given: string;
  family: string;
  born: string;
}

/** One search for a hidden child and one for a child who is not there, one after the other in random order. */
export interface Pair {
  hidden: number;
  gone: number;
  hiddenAt: number;
  goneAt: number;
}

/** Draws `each` children for either side and makes them so; tidies the tables, so that nothing is left of either change. */
export async function draw(superuser: Pool, each: number): Promise<Drawn> {
  const { rows } = await superuser.query<Sought>(
    `select id, given_name as given, family_name as family, date_of_birth::text as born from person
      where shield = 'none' and not restricted and became_id is null and given_name is not null and date_of_birth > current_date - interval '18 years'
      order by md5(id::text) limit $1`,
    [2 * each],
  );
  const [hidden, gone] = [rows.slice(0, each), rows.slice(each)];
  const ids = gone.map(({ id }) => id);
  await superuser.query(`update person set shield = 'hidden' where id = any($1)`, [hidden.map(({ id }) => id)]);
  for (const statement of [
    'delete from person_search where person_id = any($1)',
    'delete from family_member where person_id = any($1)',
    'delete from relationship where person_id = any($1) or related_id = any($1)',
  ])
    await superuser.query(statement, [ids]);
  await superuser.query('vacuum (analyze) person, person_search, family_member, relationship');
  return { hidden, gone };
}

async function searchFor(
  address: string,
  session: Session,
  child: Sought,
  form: number,
): Promise<{ milliseconds: number; status: number }> {
  const [year = '', month = '', day = ''] = child.born.split('-');
  const name = `${child.given} ${child.family}`;
  const forms: readonly Record<string, string>[] = [
    { q: name, 'born-day': day, 'born-month': month, 'born-year': year },
    { q: `${name} ${year}` },
    { q: `${child.family} ${child.given.slice(0, 3)} ${day}/${month}/${year}` },
  ];
  const why = { reason: 'Working with this child or family', why: 'A call', _csrf: session.csrf, _key: randomUUID() };
  return ask(address, '/people/find', session, { ...forms[form % forms.length], ...why });
}

/** Asks so many pairs after a hundred to warm up. */
export async function searchPairs(address: string, session: Session, { hidden, gone }: Drawn, pairs: number) {
  const random = randomFrom(41);
  const told: Pair[] = [];
  let unlike = 0;
  for (let at = -100; at < pairs; at += 1) {
    const [hiddenAt, goneAt] = [random.below(hidden.length), random.below(gone.length)];
    const ofHidden = () => searchFor(address, session, hidden[hiddenAt]!, at + 100);
    const ofGone = () => searchFor(address, session, gone[goneAt]!, at + 100);
    const hiddenFirst = random.chance(0.5);
    const [first, second] = hiddenFirst ? [await ofHidden(), await ofGone()] : [await ofGone(), await ofHidden()];
    if (first.status !== second.status) unlike += 1;
    const [one, two] = hiddenFirst ? [first, second] : [second, first];
    if (at >= 0) told.push({ hidden: one.milliseconds, gone: two.milliseconds, hiddenAt, goneAt });
  }
  return { pairs: told, unlike };
}

export interface Told {
  auc: number;
  paired: number;
  /** Where 95 of 100 repetitions with other children drawn would lie. */
  from: number;
  to: number;
}

/** How well the time tells a hidden child from none, with an interval by drawing the children again and again from those drawn. */
export function whatTimeTells(pairs: readonly Pair[], times = 200): Told {
  const auc = (of: readonly Pair[]): number =>
    rankAuc(
      of.map((it) => it.hidden),
      of.map((it) => it.gone),
    );
  const random = randomFrom(43);
  const again = Array.from({ length: times }, () => auc(drawnAgain(pairs, random))).toSorted((a, b) => a - b);
  const paired = pairedAuc(
    pairs.map((it) => it.hidden),
    pairs.map((it) => it.gone),
  );
  return { auc: auc(pairs), paired, from: again[Math.floor(times * 0.025)] ?? 0, to: again[Math.floor(times * 0.975)] ?? 1 };
}

/** Children, not requests, are drawn again: what is asked of one child twice is no second witness. */
function drawnAgain(pairs: readonly Pair[], random: Random): Pair[] {
  const [byHidden, byGone] = [Map.groupBy(pairs, (it) => it.hiddenAt), Map.groupBy(pairs, (it) => it.goneAt)];
  const pick = (of: Map<number, Pair[]>): Pair[] => {
    const children = [...of.values()];
    return Array.from(children, () => random.pick(children)).flat();
  };
  const [hidden, gone] = [pick(byHidden), pick(byGone)];
  return Array.from({ length: Math.min(hidden.length, gone.length) }, (_none, at) => ({ ...hidden[at]!, gone: gone[at]!.gone }));
}
