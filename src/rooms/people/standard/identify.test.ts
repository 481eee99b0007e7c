import { describe, expect, it } from 'vitest';
import type { AskedPerson } from './asked-person.ts';
import { chosen } from './fhir/match-answer.ts';
import type { HeldPerson } from './held-person.ts';
import { identify } from './identify.ts';

const held = (id: string, more: Partial<HeldPerson> = {}): HeldPerson => ({
  id,
  version: 1,
  changedAt: '2026-01-01T00:00:00Z',
  preferred: null,
  dateOfBirth: '2018-03-02',
  dateOfBirthIs: 'exact',
  expectedOn: null,
  diedOn: null,
  sex: 'F',
  shielded: false,
  names: [{ kind: 'usual', given: 'Amina', family: 'Okafor' }],
  area: 'HA1, Greenhill',
  addresses: [{ line1: '12 Acre Road', town: 'Harrow', postcode: 'HA1 2XY', from: null, to: null }],
  identifiers: [],
  numberSeen: null,
  notTheSameAs: [],
  twin: false,
  replaces: [],
  ...more,
});
const asked = (more: Partial<AskedPerson> = {}): AskedPerson => ({
  names: [{ given: 'Amina', family: 'Okafor' }],
  dateOfBirth: '2018-03-02',
  sex: 'F',
  addressLine: '12 Acre Road',
  town: 'Harrow',
  postcode: 'HA1 2XY',
  phone: null,
  email: null,
  nhsNumber: null,
  upn: null,
  ...more,
});
const grades = (ask: AskedPerson, people: readonly HeldPerson[]) => identify(ask, people).map((one) => [one.person.id, one.grade]);
const nhs = (value: string) => [{ kind: 'nhs-number', value, to: null }];

describe('who a described person may be', () => {
  it('is certain of one who agrees in everything', () => {
    expect(grades(asked(), [held('a')])).toEqual([['a', 'certain']]);
  });

  it('is certain of neither of two who are as likely: the margin is too small', () => {
    const found = identify(asked({ addressLine: null, town: null, postcode: null }), [held('a'), held('b', { addresses: [] })]);
    expect(found).toHaveLength(2);
    expect(found.map((one) => one.grade)).not.toContain('certain');
    const request = { asked: asked(), onlyCertainMatches: true, onlySingleMatch: false, count: 20 };
    expect(chosen(found, request)).toEqual([]);
    expect(chosen(found, { ...request, onlyCertainMatches: false, onlySingleMatch: true })).toEqual([]);
    expect(chosen(found, { ...request, onlyCertainMatches: false, count: 1 })).toHaveLength(1);
  });

  it('compares any name they are known by, and any home they had', () => {
    const person = held('a', {
      names: [
        { kind: 'usual', given: 'Amy', family: 'Brown' },
        { kind: 'previous', given: 'Amina', family: 'Okafor' },
      ],
      addresses: [
        { line1: '1 New Street', town: null, postcode: 'HA9 9ZZ', from: '2025-01-01', to: null },
        { line1: '12 Acre Road', town: 'Harrow', postcode: 'HA1 2XY', from: null, to: '2025-01-01' },
      ],
    });
    expect(grades(asked(), [person])).toEqual([['a', 'certain']]);
  });

  it('tells of someone it certainly is not only where their very number was sent', () => {
    const other = held('a', { identifiers: nhs('9990000026') });
    expect(grades(asked({ nhsNumber: '9990000018' }), [other])).toEqual([]);
    const twoNumbers = held('b', { identifiers: [...nhs('9990000026'), { kind: 'upn', value: 'X123', to: null }] });
    expect(grades(asked({ nhsNumber: '9990000018', upn: 'X123' }), [twoNumbers])).toEqual([['b', 'certainly-not']]);
  });

  it('tells of nobody who is not like them', () => {
    expect(
      grades(asked(), [
        held('a', { names: [{ kind: 'usual', given: 'Piotr', family: 'Nowak' }], dateOfBirth: '2009-09-09', sex: 'M', addresses: [] }),
      ]),
    ).toEqual([]);
  });
});
