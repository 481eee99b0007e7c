import { addressLevel, homeWidth, postcodeLevel, type Aspect } from './levels.ts';
import type { PreparedRecord } from './prepare.ts';

/** Fields as practitioners name them. */
export const fieldNames: Record<Aspect, string> = {
  given: 'Given name',
  middle: 'Middle name',
  family: 'Family name',
  order: 'Order of names',
  born: 'Date of birth',
  sex: 'Sex',
  home: 'Home',
  town: 'Town',
  phone: 'Telephone',
  email: 'Email',
  nhsNumber: 'NHS number',
  upn: 'UPN',
  source: 'Source',
};

const title = (word: string | undefined): string => (word ? word.charAt(0).toUpperCase() + word.slice(1) : '');
const day = (date: number): string => `${date % 100}/${Math.floor(date / 100) % 100}/${Math.floor(date / 10000)}`;

const givenWords = [
  'The same given name',
  '{} and {} are forms of one name',
  '{} and {} are nearly spelt the same',
  '{} and {} are somewhat alike',
  'The given name of one is a further name of the other ({}, {})',
  'The given name of one is in the family name of the other ({}, {})',
  'Only an initial, or a name like Mohammed, can be compared ({}, {})',
  'Different given names: {} and {}',
];
const familyWords = [
  'The same family name',
  '{} and {} are spellings of one name',
  '{} and {} are nearly spelt the same',
  'A part of the family name is the same ({}, {})',
  '{} and {} are somewhat alike',
  'The family name of one is a further name of the other ({}, {})',
  'Different family names: {} and {}',
];
const bornWords = [
  'The same date of birth',
  'Day and month changed about ({}, {})',
  'One digit differs, or two changed about ({}, {})',
  'The same day and month, the year a slip away ({}, {})',
  'The same year; one side has the first of January, often written when only the year is known ({}, {})',
  'Two of day, month and year agree ({}, {})',
  'One of day, month and year agrees ({}, {})',
  'Born within nine months of each other, too near for brothers and sisters ({}, {})',
  'Different dates of birth ({}, {})',
  'Born within a month of each other ({}, {})',
  'About one or ten years apart ({}, {})',
];
const postcodeWords = ['the same postcode', 'postcodes one slip apart', 'the same postcode district', 'different postcodes'];
const addressWords = [
  'the same house and street',
  'the same number, part of the street',
  'the same street, another or no number',
  'part of the street',
  'only the number',
  'different streets',
];
const plain: Partial<Record<Aspect, readonly string[]>> = {
  middle: ['A middle name agrees', 'A middle initial agrees', 'Different middle names', 'The same further name, of a kind families share'],
  order: ['Names in the same order', 'Given and family name in each other’s place'],
  sex: ['The same sex', 'A different sex'],
  town: ['The same town', 'Towns nearly spelt the same', 'Different towns'],
  phone: ['The same telephone number', 'Telephone numbers one digit apart', 'Different telephone numbers'],
  email: ['The same email address', 'Email addresses alike', 'Different email addresses'],
  nhsNumber: ['The same NHS number', 'Two different valid NHS numbers'],
  upn: ['The same UPN', 'Two different valid UPNs'],
  source: ['From two sources', 'Both from one source, which should hold a person once'],
};

const filled = (words: string | undefined, one: string, other: string): string =>
  (words ?? '').replace('{}', one || 'none').replace('{}', other || 'none');

function homeWords(level: number): string {
  const [postcode, address] = [Math.floor(level / homeWidth), level % homeWidth];
  const parts = [
    postcode === postcodeLevel.missing ? [] : [postcodeWords[postcode] ?? ''],
    address === addressLevel.missing ? [] : [addressWords[address] ?? ''],
  ].flat();
  const moved = postcode === postcodeLevel.different ? '; families move, so this weighs little' : '';
  return title(parts.join(', ')) + moved;
}

/** What one aspect says when the names alone are at hand, folded. */
export function plainWords(aspect: Aspect, level: number, one: string, other: string): string {
  if (aspect === 'given') return filled(givenWords[level], one, other);
  if (aspect === 'family') return filled(familyWords[level], one, other);
  if (aspect === 'born') return filled(bornWords[level], '', '').replace(/ \(none, none\)/, '');
  if (aspect === 'home') return homeWords(level);
  return plain[aspect]?.[level] ?? '';
}

/** What one aspect says of two records, for a practitioner to read. */
export function wordsFor(aspect: Aspect, level: number, one: PreparedRecord, other: PreparedRecord): string {
  if (aspect === 'given') return filled(givenWords[level], one.writtenGiven, other.writtenGiven);
  if (aspect === 'family') return filled(familyWords[level], one.writtenFamily, other.writtenFamily);
  if (aspect === 'born') return filled(bornWords[level], day(one.born), day(other.born));
  if (aspect === 'home') return homeWords(level);
  return plain[aspect]?.[level] ?? '';
}
