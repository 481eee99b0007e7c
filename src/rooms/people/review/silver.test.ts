import { expect, test } from 'vitest';
import { isoDay } from '../sample/days.ts';
import { populate } from '../sample/population.ts';
import { randomFrom } from '../sample/random.ts';
import { copyOf } from './sample/slips.ts';
import { countPairs, joinAsMatcher, joinByDecision, truthOf, type SilverRecord } from './silver.ts';

const record = (id: string, given: string, facts: Partial<SilverRecord> & { born?: string; line?: string } = {}): SilverRecord => ({
  record: {
    id,
    givenName: given,
    familyName: 'Quillfeather',
    dateOfBirth: facts.born ?? '2015-04-09',
    sex: 'F',
    addressLine: facts.line ?? '12 Larch Lane',
    postcode: 'HA3 7QQ',
    nhsNumber: facts.nhsNumber ?? null,
  },
  nhsNumber: null,
  upn: null,
  year: 2015,
  ethnicity: 'WBRI',
  ...facts,
});
const one = '9990000018';
const two = '9990000026';

test('two records are one person or not where both bear a number of one kind, else nobody knows', () => {
  expect(truthOf(record('1', 'A', { nhsNumber: one }), record('2', 'A', { nhsNumber: one }))).toBe(true);
  expect(truthOf(record('1', 'A', { nhsNumber: one }), record('2', 'A', { nhsNumber: two }))).toBe(false);
  expect(truthOf(record('1', 'A', { nhsNumber: one }), record('2', 'A', { upn: 'X' }))).toBeNull();
});

test('pairs are counted with the numbers hidden from the matcher, each in the year of the elder', async () => {
  let shown: readonly (string | null | undefined)[] = [];
  const all = [
    record('1', 'Zarina', { nhsNumber: one }),
    record('2', 'Zarina', { nhsNumber: one }),
    record('3', 'Zarina', { nhsNumber: one, ethnicity: 'WBRI' }),
    record('4', 'Marisol', { nhsNumber: two }),
    record('5', 'Marisol', { nhsNumber: two, year: 2016 }),
    record('6', 'Marisol', { nhsNumber: two, year: 2016 }),
  ];
  const counts = await countPairs(all, 2015, async (records) => {
    shown = records.map((it) => it.nhsNumber);
    return [1, 1, 2, 2, 3, 3];
  });
  expect(shown.every((it) => it === null)).toBe(true);
  expect(counts).toMatchObject({ together: 5, found: 1, joined: 2 });
  expect(counts.byEthnicity.get('WBRI')).toEqual({ found: 1, together: 5 });
});

test('the matcher’s decision brings one child’s records together and leaves a twin apart', async () => {
  const all = [record('1', 'Zarina'), record('2', 'Zarina', { line: '12 Larch Ln' }), record('3', 'Bartholomew')].map((it) => it.record);
  const [first, second, twin] = await joinByDecision(all);
  expect(first).toBe(second);
  expect(twin).not.toBe(first);
});

test('a set large enough is joined by the batch matcher, its numbers hidden', { timeout: 60_000 }, async () => {
  const random = randomFrom(11, 3);
  const all: SilverRecord[] = [];
  for (const batch of populate({ seed: 11, children: 1_100, asOf: '2026-11-24' })) {
    const homes = new Map(batch.addresses.filter((it) => it.to === null).map((it) => [it.personId, it]));
    for (const { id, given, family, bornOn, sex, part, ethnicity } of batch.people) {
      if (part !== 'child' || given === null || bornOn === null) continue;
      const home = homes.get(id);
      const child = {
        id,
        given,
        family,
        born: isoDay(bornOn),
        sex,
        line1: home?.line1 ?? null,
        town: null,
        postcode: home?.postcode ?? null,
      };
      const whole = { ...child, phone: null, nhs: null, upn: null, mother: null, twin: null, school: null, social: false };
      for (const source of ['health', 'hospital']) {
        const it = copyOf(whole, Number(random.chance(0.2)), random);
        const record = {
          id: `${source} ${id}`,
          source,
          givenName: it.given,
          familyName: it.family,
          dateOfBirth: it.born,
          sex: it.sex,
          addressLine: it.line1,
          postcode: it.postcode,
        };
        all.push({ record, nhsNumber: id, upn: null, year: 2015, ethnicity });
      }
    }
  }
  const counts = await countPairs(all, 2015, joinAsMatcher);
  expect(counts.together).toBeGreaterThan(1_000);
  expect(counts.found / counts.together).toBeGreaterThan(0.9);
  expect(counts.found / counts.joined).toBeGreaterThan(0.99);
});
