import { describe, expect, it } from 'vitest';
import { agglomerate } from './agglomerate.ts';
import { Columns } from './columns.ts';
import { linkageFields, type LinkageField, type LinkageRecord } from './linkage-record.ts';
import { linkRecords } from './link-records.ts';
import { priorsFor, startingTables } from './model.ts';
import { prepare } from './prepare.ts';
import { dice, inTurn } from './radix.ts';
import { Scorer } from './score.ts';

const given =
  'Amina Bogdan Callum Daria Ewan Farah Gita Hodan Idris Jakub Kofi Leila Mateusz Nadia Oksana Priya Qasim Rosa Stefan Tanisha'.split(' ');
const family =
  'Abbott Bello Chan Danso Eze Farrell Gomes Hussain Ionescu Jama Kowalski Lopez Malik Nowak Okafor Patel Quinn Rahman Singh Turner'.split(
    ' ',
  );
const streets = 'Arden Birch Cobden Derby Elgin Field Grove Hope Irving Jersey'.split(' ');

/** Families of two children and some twins, each child known to two sources, some with a slip. */
function population(families: number): LinkageRecord[] {
  const roll = dice(7);
  const records: LinkageRecord[] = [];
  for (let home = 0; home < families; home++) {
    const name = family[roll(20)]! + 'abcdefgh'[roll(8)]!;
    const place = {
      familyName: name,
      postcode: `E${1 + roll(9)} ${roll(10)}${'ABDEF'[roll(5)]}${'GHJLN'[roll(5)]}`,
      addressLine: `${1 + roll(90)} ${streets[roll(10)]} Road`,
    };
    const first = `20${10 + roll(10)}-0${1 + roll(9)}-${10 + roll(18)}`;
    for (const child of [0, 1]) {
      const born = child === 0 || home % 12 === 0 ? first : `20${10 + roll(10)}-0${1 + roll(9)}-${10 + roll(18)}`;
      const facts = {
        ...place,
        givenName: given[(home * 7 + child * 9) % 20]!,
        sex: roll(2) ? 'F' : 'M',
        dateOfBirth: born,
        town: 'London',
      };
      const slipped =
        roll(6) === 0 ? { givenName: `${facts.givenName}h` } : roll(6) === 0 ? { postcode: 'N1 1AA', addressLine: '1 Far Way' } : {};
      records.push(
        { id: `${home}-${child}-health`, source: 'health', ...facts },
        { id: `${home}-${child}-school`, source: 'school', ...facts, ...slipped },
      );
    }
  }
  return records;
}

async function groupsOf(records: readonly LinkageRecord[]): Promise<string[]> {
  const columns = new Columns(records.length);
  for (const record of records) columns.add(prepare(record));
  const { result } = await linkRecords(columns, { threads: 1, say: () => undefined });
  const groups = new Map<number, string[]>();
  records.forEach((record, row) => groups.set(result.clusters.of(row), [...(groups.get(result.clusters.of(row)) ?? []), record.id]));
  return [...groups.values()].map((ids) => ids.toSorted().join(' ')).toSorted();
}

const childOf = (id: string): string => id.split('-').slice(0, 2).join('-');

describe('a set of records', () => {
  const records = population(70);

  it('finds nearly every child, and never joins twins, brothers or sisters', async () => {
    const groups = await groupsOf(records);
    const children = groups.map((ids) => new Set(ids.split(' ').map(childOf)));
    expect(children.filter((one) => one.size > 1)).toEqual([]);
    expect(groups.filter((ids) => ids.includes(' ')).length).toBeGreaterThan(120);
  });

  it.each<LinkageField[][]>([
    [['givenName', 'familyName', 'dateOfBirth']],
    [['givenName', 'familyName', 'postcode']],
    [['familyName', 'town', 'addressLine']],
    [['dateOfBirth', 'sex', 'source']],
  ])('runs on %j alone', async (fields) => {
    const few = records.slice(0, 60).map((one) => {
      const bare: Record<string, unknown> = { id: one.id };
      for (const field of linkageFields) if (fields.includes(field)) bare[field] = one[field];
      return bare as unknown as LinkageRecord;
    });
    expect((await groupsOf(few)).join(' ').split(' ')).toHaveLength(60);
  });

  it('runs on one record, and on none that can be compared', async () => {
    expect(await groupsOf(records.slice(0, 1))).toHaveLength(1);
    expect(await groupsOf([{ id: 'a' }, { id: 'b' }])).toEqual(['a', 'b']);
  });
});

describe('joining', () => {
  const likeness = (one: string, other: string) => ({
    givenName: one,
    familyName: other,
    dateOfBirth: '2012-03-04',
    postcode: 'E6 1AA',
    addressLine: '12 High Road',
  });

  it('follows no chain: two that each agree with a third are not one when they contradict each other', () => {
    const columns = new Columns(3);
    for (const one of [
      likeness('Aisha', 'Khan'),
      { familyName: 'Khan', dateOfBirth: '2012-03-04', postcode: 'E6 1AA', addressLine: '12 High Road' },
      likeness('Maryam', 'Khan'),
    ])
      columns.add(prepare({ id: 'x', ...one }));
    const far = () => -8;
    const scorer = new Scorer({ tables: startingTables, priors: priorsFor(1000), typical: { given: [], family: [] } }, columns, {
      given: far,
      family: far,
      town: far,
      day: far,
    });
    const edges = {
      many: 2,
      one: Int32Array.from([0, 1]),
      other: Int32Array.from([1, 2]),
      score: Float32Array.from([9, 9]),
      marks: new Uint8Array(2),
    };
    const { clusters } = agglomerate(columns, edges, scorer, { least: -5, margin: 0, settled: 0, unnamed: 0, families: true });
    expect(clusters.of(0) === clusters.of(1) && clusters.of(1) === clusters.of(2)).toBe(false);
  });

  it('counts rows in order', () => expect([...inTurn(3)]).toEqual([0, 1, 2]));
});
