import { describe, expect, it } from 'vitest';
import type { Found } from '../../search.store.ts';
import { nobodySought, type Sought } from '../../search/sought.ts';
import { markedWords, whatMatched } from './what-matched.ts';

const found: Found = {
  personId: '1',
  givenName: 'Żahra',
  familyName: 'Warsame',
  preferredName: null,
  otherNames: ['Zahra Ali'],
  dateOfBirth: '2015-03-04',
  dateOfBirthIs: 'exact',
  expectedOn: null,
  sex: 'F',
  area: 'HA1, Greenhill',
  matched: [],
  involvementCount: 1,
  twin: false,
  siblings: [],
  contactInstead: null,
};
const words = (sought: Partial<Sought>, one: Partial<Found> = {}): string =>
  whatMatched({ ...nobodySought, ...sought }, { ...found, ...one }).words;

describe('what matched, in words', () => {
  it.each<[Partial<Sought>, Partial<Found>, string]>([
    [{ name: 'zahra warsame', born: { kind: 'day', date: '2015-03-04' } }, {}, 'The same name, the same date of birth.'],
    [{ name: 'warsame zahra', born: { kind: 'day', date: '2015-04-03' } }, {}, 'The same names in another order, day and month swapped.'],
    [{ name: 'zara', born: { kind: 'years', years: [2015], said: '2015' } }, {}, 'A name like the one typed, the same year.'],
    [{ name: 'zahra', born: { kind: 'month', year: 2015, month: 3 } }, {}, 'The name typed, the same month and year.'],
    [{ name: 'zahra hussein' }, { matched: ['name and area'] }, 'One of the 2 names typed, the area.'],
    [
      { name: 'zah war', born: { kind: 'years', years: [2014, 2015], said: 'about 11 years old' } },
      {},
      'Names that begin or sound as typed, about that age.',
    ],
    [{ name: 'Omar', born: { kind: 'day', date: '1999-01-01' } }, {}, 'Another date: 4 March 2015.'],
    [{ name: 'quentin' }, {}, 'Little: first letters only.'],
    [{ parent: 'Hodan Jama' }, { matched: ["parent's name and year"] }, "The mother's or father's name."],
    [{ line: '4 Elm Road' }, { matched: ['address'] }, 'The address.'],
    [{ phone: '07700900123' }, { matched: ['telephone'] }, 'The telephone number.'],
    [{ identifiers: ['9990000018'] }, { matched: ['identifier'] }, 'The same number.'],
  ])('%o', (sought, one, said) => expect(words(sought, one)).toBe(said));
});

describe('the words in bold', () => {
  const bold = (name: string, typed: string): string =>
    markedWords(name, { name: typed, parent: null })
      .map(({ text, matched }) => (matched ? `<${text}>` : text))
      .join('');
  it.each([
    ['Żahra  Warsame', 'zahra', '<Żahra>  Warsame'],
    ['Amina Hussein-Ali', 'amena husain', '<Amina> <Hussein-Ali>'],
    ['Mohammed Khan', 'mo kha', '<Mohammed> <Khan>'],
    ['Olivia Smith', 'jones', 'Olivia Smith'],
    ['أمينة حسين', 'أمينة', '<أمينة> حسين'],
  ])('%s looked for as %s', (name, typed, marked) => expect(bold(name, typed)).toBe(marked));
});
