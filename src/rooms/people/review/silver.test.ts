import { expect, test } from 'vitest';
import { countPairs, joinByDecision, truthOf, type SilverRecord } from './silver.ts';

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

test('pairs are counted with the numbers hidden from the matcher, each in the year of the elder', () => {
  let shown: readonly (string | null | undefined)[] = [];
  const all = [
    record('1', 'Zarina', { nhsNumber: one }),
    record('2', 'Zarina', { nhsNumber: one }),
    record('3', 'Zarina', { nhsNumber: one, ethnicity: 'WBRI' }),
    record('4', 'Marisol', { nhsNumber: two }),
    record('5', 'Marisol', { nhsNumber: two, year: 2016 }),
    record('6', 'Marisol', { nhsNumber: two, year: 2016 }),
  ];
  const counts = countPairs(all, 2015, (records) => {
    shown = records.map((it) => it.nhsNumber);
    return [1, 1, 2, 2, 3, 3];
  });
  expect(shown.every((it) => it === null)).toBe(true);
  expect(counts).toMatchObject({ together: 5, found: 1, joined: 2 });
  expect(counts.byEthnicity.get('WBRI')).toEqual({ found: 1, together: 5 });
});

test('the matcher’s decision brings one child’s records together and leaves a twin apart', () => {
  const all = [record('1', 'Zarina'), record('2', 'Zarina', { line: '12 Larch Ln' }), record('3', 'Bartholomew')].map((it) => it.record);
  const [first, second, twin] = joinByDecision(all);
  expect(first).toBe(second);
  expect(twin).not.toBe(first);
});
