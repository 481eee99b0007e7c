import { isRealDate, plainDate, type PlainDate } from '../../platform/time/calendar-day.ts';
import { consonantSkeleton, nameWords } from './name-folding.ts';
import { nicknameGroups } from './nicknames.ts';
import type { WrittenName } from './person.ts';
import { outwardCode } from './postcode.ts';

/** What is known of a person, or typed about one, that can bring the two together. */
export interface KeyFacts {
  names: readonly WrittenName[];
  dateOfBirth: PlainDate | null;
  /** Normalised, current ones only; none for a shielded address. */
  postcodes: readonly string[];
  wards: readonly string[];
  /** NHS numbers and UPNs, normalised. */
  identifiers: readonly string[];
}

/** What two people may share: the kinds of key, strongest first, with what one of each weighs in ranking. */
export const keyWeights = {
  identifier: 200,
  'name and date of birth': 40,
  'name and a date one slip away': 26,
  'both names': 25,
  'name and postcode': 20,
  'first letters of both names': 12,
  'name and year of birth': 12,
  'first letter and date of birth': 10,
  'name and area': 10,
  'first letter and postcode': 8,
} as const;

export type KeyKind = keyof typeof keyWeights;
export interface SearchKey {
  key: number;
  kind: KeyKind;
}

const groupsOf = new Map<string, string[]>();
nicknameGroups.forEach((group, at) => {
  for (const name of group.split(' ')) groupsOf.set(name, [...(groupsOf.get(name) ?? []), `~${at}`]);
});

/** The words of every name: at most six, initials last so that they are cut first. */
function wordsOf(names: readonly WrittenName[]): string[] {
  const words = new Set(names.flatMap((name) => [...nameWords(name.given ?? ''), ...nameWords(name.family ?? '')]));
  return [...words].toSorted((one, other) => Number(one.length === 1) - Number(other.length === 1)).slice(0, 6);
}

const heardAs = (word: string): string => consonantSkeleton(word) || word;

/** Names as they are heard, with the families of short forms they belong to: for ranking, and for the shield. */
export function heardOf(names: readonly WrittenName[]): string[] {
  return [
    ...new Set(
      wordsOf(names)
        .filter((word) => word.length > 1)
        .flatMap((word) => [heardAs(word), ...(groupsOf.get(word) ?? [])]),
    ),
  ];
}

/** All names folded into one line of words. */
export const foldedOf = (names: readonly WrittenName[]): string => wordsOf(names).join(' ');

function pairs(words: readonly string[]): string[] {
  return words.flatMap((one, at) => words.slice(at + 1).map((other) => (one < other ? `${one}+${other}` : `${other}+${one}`)));
}

/** 53-bit hash of a key's text (cyrb53, public domain): exact enough that no two keys of a city meet by chance, and not legible. */
export function keyOf(text: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}

/** Every key of a person, each narrow: two facts together, order of names left out, so that one wrong fact leaves others to meet by. */
export function keysOf(facts: KeyFacts): SearchKey[] {
  const words = wordsOf(facts.names);
  const long = words.filter((word) => word.length > 1);
  const skeletons = [...new Set(long.map(heardAs))];
  const heard = [...new Set(long.flatMap((word) => [heardAs(word), ...(groupsOf.get(word) ?? [])]))];
  const letters = [...new Set(words.map((word) => word.slice(0, 1)))];
  const born = facts.dateOfBirth;
  const made = new Map<number, KeyKind>();
  const add = (kind: KeyKind, texts: readonly string[]): void => {
    for (const text of texts) made.set(keyOf(`${kind}:${text}`), kind);
  };
  add('identifier', facts.identifiers);
  add('both names', pairs(skeletons));
  add('first letters of both names', pairs([...new Set(long.map((word) => word.slice(0, 3)))]));
  if (born) {
    add(
      'name and date of birth',
      heard.map((one) => one + born),
    );
    add(
      'name and year of birth',
      heard.map((one) => one + born.slice(0, 4)),
    );
    add(
      'first letter and date of birth',
      letters.map((one) => one + born),
    );
  }
  for (const postcode of facts.postcodes) {
    add(
      'name and postcode',
      heard.map((one) => one + postcode),
    );
    add(
      'first letter and postcode',
      letters.map((one) => one + postcode),
    );
    add(
      'name and area',
      heard.map((one) => one + outwardCode(postcode)),
    );
  }
  for (const ward of facts.wards)
    add(
      'name and area',
      heard.map((one) => `${one}@${ward.toLowerCase()}`),
    );
  return [...made].map(([key, kind]) => ({ key, kind }));
}

/** What a search asks for: the keys of what was typed, and each name with the dates one slip of the pen away. */
export function askedKeys(facts: KeyFacts, outward: string | null = null): SearchKey[] {
  const heard = heardOf(facts.names);
  const near = nearDates(facts.dateOfBirth).flatMap((date) =>
    heard.map((one) => ({ key: keyOf(`name and date of birth:${one}${date}`), kind: 'name and a date one slip away' as const })),
  );
  const area = outward ? heard.map((one) => ({ key: keyOf(`name and area:${one}${outward}`), kind: 'name and area' as const })) : [];
  return [...new Map([...near, ...keysOf(facts), ...area].map((one) => [one.key, one])).values()];
}

/** Dates one likely slip away: day and month swapped, one digit of day or month different, a year or ten years out. */
export function nearDates(date: PlainDate | null): PlainDate[] {
  if (!date) return [];
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const [days, months] = [day, month].map((part) =>
    digits.flatMap((digit) => [Math.floor(part / 10) * 10 + digit, digit * 10 + (part % 10)]),
  );
  const near = [
    [year, day, month],
    ...(days ?? []).map((it) => [year, month, it]),
    ...(months ?? []).map((it) => [year, it, day]),
    ...[-10, -1, 1, 10].map((by) => [year + by, month, day]),
  ];
  const real = near.filter(([y = 0, m = 0, d = 0]) => isRealDate(y, m, d)).map(([y = 0, m = 0, d = 0]) => plainDate(y, m, d));
  return [...new Set(real)].filter((it) => it !== date);
}

/** The date with day and month the other way round, where that is another real date. */
export function swappedDate(date: PlainDate | null): PlainDate | null {
  if (!date) return null;
  const [year = '', month = '', day = ''] = date.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : null;
}

/** A row of person_search, ready to be written or copied in bulk. */
export interface SearchRow {
  keys: number[];
  heard: string[];
  folded: string;
}

/** The search row of a person. Leave out every address that is shielded, and all of a person whose location is. */
export function searchRow(facts: KeyFacts): SearchRow {
  return { keys: keysOf(facts).map(({ key }) => key), heard: heardOf(facts.names), folded: foldedOf(facts.names) };
}
