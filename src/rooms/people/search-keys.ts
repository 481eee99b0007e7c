import { isRealDate, plainDate, type PlainDate } from '../../platform/time/calendar-day.ts';
import { consonantSkeleton, nameWords } from './name-folding.ts';
import { nicknameGroups } from './nicknames.ts';
import type { WrittenName } from './person.ts';
import { outwardCode } from './postcode.ts';

/** What is known of a person, or typed about one, that can bring the two together. */
export interface KeyFacts {
  names: readonly WrittenName[];
  dateOfBirth: PlainDate | null;
  /** Expected date of delivery of an unborn baby; never together with a date of birth. */
  expectedOn?: PlainDate | null;
  /** Normalised, current ones only; none for a shielded address. */
  postcodes: readonly string[];
  wards: readonly string[];
  /** NHS numbers, UPNs and local numbers, normalised. */
  identifiers: readonly string[];
  /** Telephone numbers as written. */
  phones?: readonly string[];
  /** First lines of addresses, current ones only; none for a shielded address. */
  lines?: readonly string[];
  /** Names of mothers and fathers the person may be asked for by. */
  parents?: readonly WrittenName[];
}

/** What two people may share: the kinds of key, strongest first, with what one of each weighs when people are recognised. */
export const keyWeights = {
  identifier: 200,
  telephone: 60,
  'name and date of birth': 40,
  'name and a date one slip away': 26,
  'both names': 25,
  'both names and year': 22,
  'first letters of both names': 12,
  'name and year of birth': 12,
  'first letters and year': 10,
  'first letter and date of birth': 10,
  'name and area': 10,
  'first letters and area': 8,
  address: 10,
  postcode: 8,
  "parent's names": 8,
  "parent's name and year": 6,
  'name and month of birth': 6,
  'month of birth': 0,
  unborn: 0,
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

/** The words of every name, folded: at most six, initials last so that they are cut first. */
export function wordsOf(names: readonly WrittenName[]): string[] {
  const words = new Set(names.flatMap((name) => [...nameWords(name.given ?? ''), ...nameWords(name.family ?? '')]));
  return [...words].toSorted((one, other) => Number(one.length === 1) - Number(other.length === 1)).slice(0, 6);
}

const heardAs = (word: string): string => consonantSkeleton(word) || word;

/** One folded word as it is heard, with the families of short forms it belongs to. */
export const heardWord = (word: string): string[] => [heardAs(word), ...(groupsOf.get(word) ?? [])];

/** Names as they are heard, with the families of short forms they belong to: for ranking, and for the shield. */
export function heardOf(names: readonly WrittenName[]): string[] {
  return [
    ...new Set(
      wordsOf(names)
        .filter((word) => word.length > 1)
        .flatMap(heardWord),
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

const joined = (words: readonly string[], to: string): string[] => words.map((word) => word + to);
const firstOf = (words: readonly string[], letters: number): string[] => [...new Set(words.map((word) => word.slice(0, letters)))];

/** The words of names in the shapes keys are made of. */
export function shapesOf(names: readonly WrittenName[]) {
  const words = wordsOf(names);
  const long = words.filter((word) => word.length > 1);
  return {
    heard: heardOf(names),
    letters: firstOf(words, 1),
    pairs: pairs([...new Set(long.map(heardAs))]),
    beginnings: pairs(firstOf(long, 3)),
  };
}

/** Texts of the keys of names with a date: the whole date for someone born, month and year for someone expected too. */
function datedTexts(facts: KeyFacts, { heard, letters, pairs: both, beginnings }: ReturnType<typeof shapesOf>): [KeyKind, string[]][] {
  const date = facts.dateOfBirth ?? facts.expectedOn;
  if (!date) return [];
  const [year, month] = [date.slice(0, 4), date.slice(0, 7)];
  const parents = facts.parents ? heardOf(facts.parents) : [];
  const whole: [KeyKind, string[]][] = [
    ['name and date of birth', joined(heard, date)],
    ['first letter and date of birth', joined(letters, date)],
  ];
  return [
    ...(facts.dateOfBirth ? whole : []),
    ['name and year of birth', joined(heard, year)],
    ['both names and year', joined(both, year)],
    ['first letters and year', joined(beginnings, year)],
    ["parent's name and year", joined(parents, year)],
    ['month of birth', [month]],
  ];
}

/** Every key of a person, each narrow: two facts together, order of names left out, so that one wrong fact leaves others to meet by. */
export function keysOf(facts: KeyFacts): SearchKey[] {
  const shapes = shapesOf(facts.names);
  const texts: [KeyKind, readonly string[]][] = [
    ['identifier', facts.identifiers],
    ['telephone', (facts.phones ?? []).flatMap((phone) => phoneDigits(phone) ?? [])],
    ['both names', shapes.pairs],
    ['first letters of both names', shapes.beginnings],
    ...datedTexts(facts, shapes),
    ['unborn', facts.expectedOn && !facts.dateOfBirth ? [''] : []],
    ['postcode', facts.postcodes],
    ['name and area', facts.postcodes.flatMap((postcode) => joined(shapes.heard, outwardCode(postcode)))],
    ['first letters and area', facts.postcodes.flatMap((postcode) => joined(shapes.beginnings, outwardCode(postcode)))],
    ['name and area', facts.wards.flatMap((ward) => joined(shapes.heard, `@${ward.toLowerCase()}`))],
    ['address', (facts.lines ?? []).flatMap((line) => addressTexts(line, facts.postcodes))],
    ["parent's names", facts.parents ? shapesOf(facts.parents).pairs : []],
  ];
  const made = new Map<number, KeyKind>();
  for (const [kind, of] of texts) for (const text of of) made.set(keyFor(kind, text), kind);
  return [...made].map(([key, kind]) => ({ key, kind }));
}

/** The key of one text of a kind. */
export const keyFor = (kind: KeyKind, text: string): number => keyOf(`${kind}:${text}`);

/** A telephone number as ten or eleven digits from 0, however it was written; undefined when it is none. */
export function phoneDigits(text: string): string | undefined {
  const digits = text.replace(/[^\d+]/g, '').replace(/^(?:\+|00)44\(?0?\)?/, '0');
  return /^0\d{9,10}$/.test(digits) ? digits : undefined;
}

const ofStreets: Readonly<Record<string, string>> = {
  rd: 'road',
  st: 'street',
  ave: 'avenue',
  av: 'avenue',
  cl: 'close',
  ln: 'lane',
  dr: 'drive',
};
const moreOfStreets: Readonly<Record<string, string>> = {
  ct: 'court',
  gdns: 'gardens',
  gdn: 'garden',
  cres: 'crescent',
  pl: 'place',
  sq: 'square',
};

const addressTexts = (line: string, postcodes: readonly string[]): string[] => {
  const folded = foldedLine(line);
  return folded ? [folded, ...joined(postcodes.map(outwardCode), folded)] : [];
};

/** The first line of an address as it is compared: folded, flat and house number kept, the usual short forms written out. */
export function foldedLine(line: string): string | undefined {
  const words = nameWords(line).map((word) => ofStreets[word] ?? moreOfStreets[word] ?? word);
  return words.length > 1 ? words.join(' ') : undefined;
}

/** What a search asks for: the keys of what was typed, and each name with the dates one slip of the pen away. */
export function askedKeys(facts: KeyFacts): SearchKey[] {
  const heard = heardOf(facts.names);
  const near = nearDates(facts.dateOfBirth).flatMap((date) =>
    heard.map((one) => ({ key: keyFor('name and date of birth', one + date), kind: 'name and a date one slip away' as const })),
  );
  return [...new Map([...near, ...keysOf(facts)].map((one) => [one.key, one])).values()];
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
