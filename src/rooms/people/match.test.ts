import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compareDates } from './compare-dates.ts';
import { compareNames } from './compare-names.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { gradeAll } from './grade.ts';
import type { IndexPerson } from './match.ts';
import type { SubmittedPerson } from './person.ts';

const name = (text: string) => {
  const [given = '', family = ''] = text.split('/');
  return { given: given || null, family: family || null };
};

describe('comparing names', () => {
  it.each([
    ['Amina/Hassan', 'AMINA/HASSAN', 'same', /same name/],
    ['Ștefan/Țurcanu', 'Stefan/Turcanu', 'same', /same name/],
    ['Wei Ling/Chan', 'Chan/Wei Ling', 'same', /another order/],
    ['Chan Wei Ling/', 'Wei Ling/Chan', 'same', /another order/],
    ['Mohamed/Ali Farah', 'Muhammad/Ali Farah', 'close', /forms of one name/],
    ['Bill/Smith', 'William/Smith', 'close', /forms of one name/],
    ['Lakshmi/Sivakumar', 'Laxmi/Shivakumar', 'close', /Sounds the same/],
    ['Amina/Hassan', 'Amina Hassan/Mohamed', 'close', /further name/],
    ['Amina Hassan/Mohamed', 'Amina/Mohamed', 'close', /further name/],
    ['Kathleen/Brennan', 'Kathlene/Brenan', 'close', /./],
    ['Aisha/Khan', 'Aisha/Begum', 'given', /another family name/],
    ['Aarav/Patel', 'Aarush/Patel', 'family', /another given name/],
    ['Ayaan/Patel', 'Diya/Patel', 'family', /another given name/],
    ['Amina/Hassan', 'Joseph/Murphy', 'none', /Different/],
    ['/', 'Joseph/Murphy', 'missing', /No name/],
  ])('%s and %s: %s', (one, other, agreement, reason) => {
    const compared = compareNames([name(one)], [name(other)]);
    expect(compared.agreement).toBe(agreement);
    expect(compared.reason).toMatch(reason);
    expect(compareNames([name(other)], [name(one)]).agreement).toBe(agreement);
  });
  it('takes the best of every name a person is known by', () => {
    expect(compareNames([name('Leila/Haddad')], [name('Sophie/Grant'), name('Leila/Haddad')]).agreement).toBe('same');
  });
  it('is likeness from 0 to 1, the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const like = jaroWinkler(one, other);
        expect(like).toBeGreaterThanOrEqual(0);
        expect(like).toBeLessThanOrEqual(1);
        expect(jaroWinkler(other, one)).toBeCloseTo(like, 1);
      }),
    );
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
  });
});

describe('comparing dates of birth', () => {
  it.each([
    ['2015-03-04', '2015-03-04', 'same'],
    ['2015-03-04', '2015-04-03', 'near'],
    ['2015-03-04', '2015-03-14', 'near'],
    ['2015-03-04', '2014-03-04', 'near'],
    ['2015-01-01', '2015-07-19', 'year'],
    ['2015-03-04', '2015-11-28', 'different'],
    ['2015-03-04', '2009-12-25', 'different'],
  ])('%s and %s: %s', (one, other, agreement) => expect(compareDates(one, other).agreement).toBe(agreement));
  it('says when one is missing', () => expect(compareDates(null, '2015-03-04').agreement).toBe('missing'));
});

const indexed: IndexPerson = {
  names: [name('Zahra/Warsame')],
  dateOfBirth: '2015-03-04',
  dateOfBirthIs: 'exact',
  expectedOn: null,
  sex: 'F',
  addresses: [{ line1: '4 Elm Road', postcode: 'HA1 2XY', current: true }],
  area: 'HA1, Greenhill',
  identifiers: { 'nhs-number': 'held' },
  parents: ['Hodan Warsame'],
  household: [],
  twin: false,
};
const described: SubmittedPerson = {
  givenName: 'Zahra',
  familyName: 'Warsame',
  dateOfBirth: '2015-03-04',
  sex: 'F',
  address: { line1: '4 Elm Road', postcode: 'HA1 2XY' },
};
const graded = (submitted: Partial<SubmittedPerson>, person: Partial<IndexPerson> = {}) => {
  const [one, other] = [
    { ...described, ...submitted },
    { ...indexed, ...person },
  ];
  return gradeAll(one, [{ ...other, id: 'one' }]).get('one')!;
};

describe('the grade of one candidate', () => {
  it.each<[string, Partial<SubmittedPerson>, Partial<IndexPerson>, string]>([
    ['name, date and address', {}, {}, 'certain'],
    ['name and date, moved', { address: { line1: null, postcode: 'HA3 5QQ' } }, {}, 'certain'],
    ['name and date, address withheld', {}, { area: 'Address withheld', addresses: [] }, 'certain'],
    ['sounded name, date and home', { givenName: 'Sahra' }, {}, 'certain'],
    ['day and month swapped, same home', { dateOfBirth: '2015-04-03' }, {}, 'certain'],
    ['day and month swapped, a rare name', { dateOfBirth: '2015-04-03', address: null }, {}, 'certain'],
    ['no date given', { dateOfBirth: null }, {}, 'probable'],
    ['the year alone', { dateOfBirth: '2015-01-01', address: null }, {}, 'probable'],
    ['family name changed, all else the same', { familyName: 'Osman' }, {}, 'certain'],
    [
      'same NHS number, another name, same date',
      { givenName: 'Leila', familyName: 'Osman', nhsNumber: '9990000018' },
      { identifiers: { 'nhs-number': 'same' } },
      'probable',
    ],
    [
      'same NHS number and nothing else',
      { givenName: 'Leila', familyName: 'Osman', dateOfBirth: '2009-01-19', nhsNumber: '9990000018' },
      { identifiers: { 'nhs-number': 'same' } },
      'possible',
    ],
    ['same name and date, another NHS number', { nhsNumber: '9990000026' }, {}, 'possible'],
    ['another sex', { sex: 'M' }, {}, 'possible'],
    ['a brother', { givenName: 'Bilal', sex: 'M', dateOfBirth: '2012-08-30' }, {}, 'unlikely'],
    ['a twin', { givenName: 'Safiya' }, {}, 'unlikely'],
    ['a stranger', { givenName: 'Joseph', familyName: 'Murphy', dateOfBirth: '2010-10-12', address: null }, {}, 'unlikely'],
  ])('%s: %s', (_, submitted, person, grade) => {
    const given = graded(submitted, person);
    expect(given.grade).toBe(grade);
    expect(given.because).not.toBe('');
  });

  it('never offers a twin, a brother or a sister without a warning', () => {
    expect(graded({ givenName: 'Safiya' }).warnings.join()).toMatch(/twin/);
    expect(graded({ givenName: 'Bilal', dateOfBirth: '2012-08-30' }).warnings.join()).toMatch(/brother or sister/);
    const withTwin = { twin: true, household: [{ name: 'Safiya Warsame', given: 'Safiya', dateOfBirth: '2015-03-04' }] };
    expect(graded({}, withTwin)).toMatchObject({ grade: 'certain', warnings: [expect.stringMatching(/twin/)] });
    for (const givenName of [null, 'Baby', 'Twin 2'])
      expect(graded({ givenName, familyName: 'Warsame' }, withTwin).grade).toMatch(/possible|unlikely/);
    const mixed = graded({ givenName: 'Safiya' }, withTwin);
    expect(mixed.grade).toBe('unlikely');
    expect(mixed.warnings.join()).toMatch(/Safiya Warsame in the same household fits/);
  });

  it('does not take two unborn children of far apart dates for one', () => {
    const unborn = { dateOfBirth: null, givenName: null, familyName: null, parentNames: ['Hodan Warsame'] };
    const index = { dateOfBirth: null, names: [name('/Warsame')], expectedOn: '2027-02-01' };
    expect(graded({ ...unborn, expectedOn: '2027-02-08' }, index).grade).toBe('possible');
    expect(graded({ ...unborn, expectedOn: '2027-06-08' }, index).grade).toBe('unlikely');
  });
});
