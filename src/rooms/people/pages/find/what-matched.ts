import { fullDate } from '../../../../platform/time/plain-dates.ts';
import { compareDates } from '../../compare-dates.ts';
import { compareNames } from '../../compare-names.ts';
import { jaroWinkler } from '../../jaro-winkler.ts';
import { foldName, nameWords } from '../../name-folding.ts';
import type { Found } from '../../search.store.ts';
import { heardWord, type KeyKind } from '../../search-keys.ts';
import { searchedWords } from '../../search/probes.ts';
import type { Sought } from '../../search/sought.ts';

/** What of a found person agrees with what was typed: for bold type, and in words. */
export interface WhatMatched {
  born: boolean;
  area: boolean;
  words: string;
}

/** A piece of a name as it is shown, and whether it is what was looked for. */
export interface MarkedWord {
  text: string;
  matched: boolean;
}

const looksLike = (word: string, typed: string): boolean =>
  word === typed ||
  (typed.length > 2 && word.startsWith(typed)) ||
  heardWord(word).some((heard) => heardWord(typed).includes(heard)) ||
  (word.length > 3 && jaroWinkler(word, typed) >= 0.9);

/** The words of a name, exactly as written, with those that were looked for marked. Pure. */
export function markedWords(name: string, { name: typed, parent }: Pick<Sought, 'name' | 'parent'>): MarkedWord[] {
  const wanted = [...searchedWords(typed), ...(typed ? [] : searchedWords(parent))];
  return name
    .split(/(\s+)/)
    .map((text) => ({ text, matched: nameWords(foldName(text)).some((word) => wanted.some((one) => looksLike(word, one))) }));
}

function bornWords({ born, unborn }: Sought, one: Found): { agrees: boolean; words: string } {
  const date = one.dateOfBirth ?? one.expectedOn;
  if (!born || !date) return { agrees: false, words: '' };
  if (born.kind === 'day' && !unborn) {
    const { agreement, reason } = compareDates(born.date, one.dateOfBirth, one.dateOfBirthIs);
    return {
      agrees: agreement === 'same',
      words: agreement === 'different' || agreement === 'missing' ? `Another date: ${fullDate(date)}` : reason,
    };
  }
  const year = Number(date.slice(0, 4));
  if (born.kind === 'month') {
    const same = year === born.year && Number(date.slice(5, 7)) === born.month;
    return { agrees: same, words: same ? 'The same month and year' : year === born.year ? 'The same year, another month' : '' };
  }
  const same = born.kind === 'years' && born.years.includes(year);
  return { agrees: same, words: same ? (/^\d{4}$/.test(born.said) ? 'The same year' : 'About that age') : '' };
}

const kindWords: readonly (readonly [readonly KeyKind[], string])[] = [
  [['telephone'], 'The telephone number'],
  [["parent's names", "parent's name and year"], "The mother's or father's name"],
  [['address'], 'The address'],
];
const places: readonly KeyKind[] = ['name and area', 'first letters and area', 'postcode', 'address'];

/** How much of what was typed the names of someone found hold, in words; empty when none of it. */
function nameReason(sought: Sought, one: Found): string {
  const typed = searchedWords(sought.name);
  const names = [
    { given: one.givenName, family: one.familyName },
    { given: one.preferredName, family: one.familyName },
    ...one.otherNames.map((text) => ({ given: text, family: null })),
  ];
  const words = names.flatMap((name) => nameWords([name.given, name.family].filter(Boolean).join(' ')));
  const held = typed.filter((wanted) => words.some((word) => looksLike(word, wanted)));
  if (held.length === 0) return '';
  if (held.length < typed.length) return `${held.length === 1 ? 'One' : held.length} of the ${typed.length} names typed`;
  if (typed.length === 1) return words.includes(typed[0] ?? '') ? 'The name typed' : 'A name like the one typed';
  const { agreement, reason } = compareNames([{ given: typed.join(' '), family: null }], names);
  return agreement === 'same' || agreement === 'close' ? reason : 'Names that begin or sound as typed';
}

/** Compares what was typed with someone found. Pure. */
export function whatMatched(sought: Sought, one: Found): WhatMatched {
  const born = bornWords(sought, one);
  const area = one.matched.some((kind) => places.includes(kind));
  const parts = [
    one.matched.includes('identifier') ? 'The same number' : '',
    nameReason(sought, one),
    born.words,
    ...kindWords.flatMap(([kinds, words]) => (one.matched.some((kind) => kinds.includes(kind)) ? [words] : [])),
    area && !one.matched.includes('address') ? 'The area' : '',
  ].filter(Boolean);
  const lower = (text: string, at: number): string => (at === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1));
  return { born: born.agrees, area, words: parts.length > 0 ? `${parts.map(lower).join(', ')}.` : 'Little: first letters only.' };
}
