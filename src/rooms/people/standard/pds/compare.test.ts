import { describe, expect, it } from 'vitest';
import { addressFrom } from './address-line.ts';
import { answerOfAddresses, compareAddresses } from './compare-addresses.ts';
import type { OurChild } from './our-child.ts';
import { isOpen, reconcile } from './reconcile.ts';
import { searchesFor } from './strategy.ts';
import type { TheirPatient } from './their-patient.ts';

const child: OurChild = {
  personId: '1',
  given: 'Amina Noor',
  family: 'Hassan',
  otherNames: [],
  dateOfBirth: '2018-03-02',
  dateOfBirthIs: 'exact',
  sex: 'F',
  addresses: [
    { line1: '12 Acre Road', town: 'Harrow', postcode: 'HA1 2XY', current: true },
    { line1: '1 Old Street', town: null, postcode: 'HA3 1AA', current: false },
  ],
  shielded: false,
  number: null,
  twin: false,
};
const theirs: TheirPatient = {
  number: '9990000018',
  names: [{ given: ['Amina', 'Noor'], family: 'HASSAN', isNow: true }],
  dateOfBirth: '2018-03-02',
  sex: 'F',
  addresses: [{ lines: ['12 ACRE ROAD', 'HARROW'], postcode: 'HA1 2XY', isNow: true }],
  isSensitive: false,
};

describe('the searches', () => {
  it('go from narrow to wide, each with a given name', () => {
    const all = searchesFor(child);
    expect(all.map((one) => one.rule)).toEqual([
      'names, date, gender and postcode exactly',
      'names, date and gender exactly',
      'names alike, date and postcode',
      'names alike and date',
      'names, and a date within a month',
      'names, and day and month the other way round',
      'names alike, date and an earlier postcode',
    ]);
    for (const { parameters } of all) expect(parameters.some(([name]) => name === 'given')).toBe(true);
    expect(all[4]?.parameters.filter(([name]) => name === 'birthdate')).toEqual([
      ['birthdate', 'ge2018-01-30'],
      ['birthdate', 'le2018-04-02'],
    ]);
  });

  it.each([null, 'Baby', 'Twin 2', 'A', 'Baby Girl', 'Unborn'])('are none for a child called %s', (given) => {
    expect(searchesFor({ ...child, given })).toEqual([]);
  });

  it('send no postcode of anybody shielded', () => {
    for (const { parameters } of searchesFor({ ...child, addresses: [], shielded: true }))
      expect(parameters.map(([name]) => name)).not.toContain('address-postalcode');
  });
});

describe('two addresses', () => {
  const at = (line: string, postcode: string | null = 'HA1 2XY') => ({ lines: [line], postcode, isNow: true });
  it.each([
    ['12 Acre Road', '12 ACRE ROAD', 'same'],
    ['12 Acre Road', '12 Acre Rd', 'same'],
    ['12a Acre Road', '12b Acre Road', 'different'],
    ['12 Acre Road', '14 Acre Road', 'different'],
    ['Flat 2, 12 Acre Road', '12 Acre Road', 'uncertain'],
    ['Flat 2, 12 Acre Road', 'Flat 3, 12 Acre Road', 'uncertain'],
    ['Flat 2, 12 Acre Road', 'FLAT 2 12 ACRE RD', 'same'],
    ['12-14 Acre Road', '12 Acre Road', 'uncertain'],
    ['Rose Cottage', 'The Cottage', 'uncertain'],
  ])('%s and %s: %s', (one, other, likeness) => {
    expect(compareAddresses(at(one), at(other))).toBe(likeness);
  });
  it('with another postcode, or none, are different', () => {
    expect(compareAddresses(at('12 Acre Road'), at('12 Acre Road', 'HA1 2XZ'))).toBe('different');
    expect(compareAddresses(at('12 Acre Road', null), at('12 Acre Road', null))).toBe('different');
  });

  const now = at('1 New Road', 'HA1 1AA');
  const then = { ...at('2 Old Road', 'HA2 2AA'), isNow: false };
  const elsewhere = at('3 Far Road', 'HA3 3AA');
  it.each([
    ['same', [now], [now, then]],
    ['ours is one of theirs', [now], [elsewhere, { ...now, isNow: false }]],
    ['theirs is one of ours', [elsewhere, { ...now, isNow: false }], [now]],
    ['histories meet', [now, then], [elsewhere, then]],
    ['different', [now], [elsewhere]],
    ['missing here', [], [now]],
    ['missing there', [now], []],
    ['uncertain', [at('Rose Cottage', 'HA1 1AA')], [now]],
  ] as const)('answer each other four ways: %s', (answer, ours, their) => {
    expect(answerOfAddresses(ours, their)).toBe(answer);
  });
});

describe('field by field', () => {
  const answers = (ours: Partial<OurChild>, their: Partial<TheirPatient> = {}) =>
    Object.fromEntries(reconcile({ ...child, ...ours }, { ...theirs, ...their }).map((one) => [one.field, one.answer]));
  it('says the same, different, missing here and missing there', () => {
    expect(answers({ number: '9990000018' })).toEqual({
      'NHS number': 'same',
      'given name': 'same',
      'family name': 'same',
      'date of birth': 'same',
      sex: 'same',
      address: 'same',
    });
    expect(answers({}, { dateOfBirth: '2018-02-03', sex: 'U', names: [{ given: ['Aminah'], family: null, isNow: true }] })).toMatchObject({
      'NHS number': 'missing here',
      'given name': 'different',
      'family name': 'missing there',
      'date of birth': 'different',
      sex: 'missing there',
    });
    expect(
      answers({ otherNames: [{ given: 'Aminah', family: null }] }, { names: [{ given: ['Aminah'], family: 'Hassan', isNow: true }] })[
        'given name'
      ],
    ).toBe('same');
  });
  it('compares no address where either side keeps it from view', () => {
    expect(answers({ shielded: true })).not.toHaveProperty('address');
    expect(answers({}, { isSensitive: true })).not.toHaveProperty('address');
  });
  it('asks nothing about what the NHS lacks', () => {
    expect((['same', 'missing there', 'ours is one of theirs'] as const).some((answer) => isOpen({ answer }))).toBe(false);
    expect(
      (['different', 'missing here', 'uncertain', 'histories meet', 'theirs is one of ours'] as const).every((answer) =>
        isOpen({ answer }),
      ),
    ).toBe(true);
  });
});

it('an address in one line is read back into its parts', () => {
  expect(addressFrom('FLAT 2, 30 STATION ROAD, HARROW, HA2 7SW')).toEqual({
    line1: 'FLAT 2',
    line2: '30 STATION ROAD',
    town: 'HARROW',
    postcode: 'HA2 7SW',
  });
  expect(addressFrom('The Lodge')).toEqual({ line1: 'The Lodge', line2: null, town: null, postcode: null });
});
