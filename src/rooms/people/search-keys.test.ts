import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { askedKeys, keyOf, keysOf, nearDates, searchRow, type KeyFacts } from './search-keys.ts';

const facts = (given: string, family: string, more: Partial<KeyFacts> = {}): KeyFacts => ({
  names: [{ given, family }],
  dateOfBirth: '2015-03-04',
  postcodes: ['HA1 2XY'],
  wards: ['Greenhill'],
  identifiers: [],
  ...more,
});
const meet = (one: KeyFacts, other: KeyFacts): string[] => {
  const held = new Set(searchRow(other).keys);
  return [
    ...new Set(
      askedKeys(one)
        .filter(({ key }) => held.has(key))
        .map(({ kind }) => kind),
    ),
  ].toSorted();
};

describe('search keys', () => {
  it.each<[string, KeyFacts, KeyFacts, string]>([
    ['another spelling', facts('Muhammad', 'Warsame'), facts('Mohamed', 'Warsama'), 'both names'],
    ['another order', facts('Wei Ling', 'Chan'), facts('Chan', 'Wei Ling'), 'both names'],
    ['a further name', facts('Amina', 'Hassan'), facts('Amina Hassan', 'Mohamed'), 'both names'],
    ['a short form', facts('Bill', 'Okafor'), facts('William', 'Okafor'), 'name and date of birth'],
    ['day and month swapped', facts('Zahra', 'Ali', { dateOfBirth: '2015-04-03' }), facts('Zahra', 'Ali'), 'name and a date one slip away'],
    ['one digit out', facts('Zahra', 'Ali', { dateOfBirth: '2015-03-14' }), facts('Zahra', 'Ali'), 'name and a date one slip away'],
    ['a given name and a postcode', facts('Zahra', '', { dateOfBirth: null }), facts('Zahra', 'Ali'), 'postcode'],
    [
      'a number alone',
      { names: [], dateOfBirth: null, postcodes: [], wards: [], identifiers: ['9990000018'] },
      facts('Zahra', 'Ali', { identifiers: ['9990000018'] }),
      'identifier',
    ],
    [
      'a telephone number',
      facts('', '', { phones: ['+44 7700 900123'] }),
      facts('Zahra', 'Ali', { phones: ['07700 900 123'] }),
      'telephone',
    ],
    ['an address', facts('', '', { lines: ['4 Elm Rd.'] }), facts('Zahra', 'Ali', { lines: ['4 Elm Road'] }), 'address'],
    [
      "a mother's name and the year",
      facts('', '', { parents: [{ given: 'Nasrin', family: 'Kahn' }] }),
      facts('Zahra', 'Ali', { parents: [{ given: 'Nasreen', family: 'Khan' }] }),
      "parent's name and year",
    ],
    [
      'an unborn baby of the family',
      { ...facts('', 'Khan', { postcodes: [] }), dateOfBirth: null, expectedOn: '2027-03-01' },
      { ...facts('', 'Khan', { postcodes: [] }), dateOfBirth: null, expectedOn: '2027-03-19' },
      'unborn',
    ],
    ['three letters of each', facts('Zah', 'War', { postcodes: [] }), facts('Zahra', 'Warsame'), 'first letters of both names'],
  ])('%s still meets', (_, one, other, kind) => expect(meet(one, other)).toContain(kind));

  it('keeps strangers apart, and an address that is left out finds nobody', () => {
    expect(
      meet(facts('Joseph', 'Murphy', { dateOfBirth: '2009-11-28', postcodes: ['HA9 9ZZ'], wards: [] }), facts('Zahra', 'Ali')),
    ).toEqual([]);
    expect(meet(facts('Zahra', '', { dateOfBirth: null }), facts('Zahra', 'Ali', { postcodes: [], wards: [] }))).toEqual([]);
  });

  it('makes few keys for any name, each an exact whole number, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }), (given, family) => {
        const keys = keysOf(facts(given, family));
        expect(keys.length).toBeLessThanOrEqual(200);
        expect(keys.every(({ key }) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
        expect(keysOf(facts(given, family))).toEqual(keys);
      }),
    );
  });

  it('does not let two of a hundred thousand keys meet by chance', () => {
    expect(new Set(Array.from({ length: 100_000 }, (_, at) => keyOf(`name and date of birth:k${at}`))).size).toBe(100_000);
  });

  it('knows the slips of the pen that make another real day', () => {
    const near = nearDates('2015-03-04');
    for (const date of ['2015-04-03', '2015-03-14', '2015-03-24', '2015-03-05', '2014-03-04', '2005-03-04', '2015-08-04'])
      expect(near).toContain(date);
    expect(near).not.toContain('2015-03-04');
    expect(nearDates(null)).toEqual([]);
  });
});
