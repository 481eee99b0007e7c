import { jaroWinkler } from './jaro-winkler.ts';
import { consonantSkeleton, foldName, nameWords, sameGivenName } from './name-folding.ts';
import type { WrittenName } from './person.ts';

/** How two people's names agree. `given` and `family` mean that part agrees and the other does not. */
export type NameAgreement = 'same' | 'close' | 'given' | 'family' | 'none' | 'missing';
export interface NameComparison {
  agreement: NameAgreement;
  reason: string;
}

const spelling = 0.92;
const rank: readonly NameAgreement[] = ['same', 'close', 'given', 'family', 'none', 'missing'];

const whole = (name: WrittenName): string => [name.given, name.family].filter(Boolean).join(' ');
const soundsAlike = (one: string, other: string): boolean =>
  consonantSkeleton(one) !== '' && consonantSkeleton(one) === consonantSkeleton(other);
const nearlySpelt = (one: string, other: string): boolean => jaroWinkler(foldName(one), foldName(other)) >= spelling;
const alike = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (sameGivenName(one, other) || soundsAlike(one, other) || nearlySpelt(one, other));

/** Every word of the shorter name is in the longer, in any order; at least two words. */
function withinOther(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= 2 && short.every((word) => long.some((it) => alike(word, it)));
}

function wordsCompared(one: WrittenName, other: WrittenName): NameComparison | null {
  const [ones, others] = [nameWords(whole(one)), nameWords(whole(other))];
  if (ones.join(' ') === others.join(' ')) return { agreement: 'same', reason: 'The same name' };
  if (ones.toSorted().join(' ') === others.toSorted().join(' ')) return { agreement: 'same', reason: 'The same names in another order' };
  const given = [one.given ?? '', other.given ?? ''] as const;
  if (foldName(one.family ?? '') === foldName(other.family ?? '') && sameGivenName(...given) && given[0]) {
    return { agreement: 'close', reason: `${given[0]} and ${given[1]} are forms of one name` };
  }
  if (soundsAlike(ones.toSorted().join(' '), others.toSorted().join(' ')) || soundsAlike(whole(one), whole(other)))
    return { agreement: 'close', reason: 'Sounds the same, spelt differently' };
  if (ones.length >= 2 && ones.length === others.length && ones.every((word) => others.some((it) => alike(word, it))))
    return { agreement: 'close', reason: 'Spelt nearly the same' };
  if (withinOther(ones, others)) return { agreement: 'close', reason: 'One has a further name the other lacks' };
  return null;
}

function compareTwo(one: WrittenName, other: WrittenName): NameComparison {
  if (whole(one) === '' || whole(other) === '') return { agreement: 'missing', reason: 'No name on one side' };
  const compared = wordsCompared(one, other);
  if (compared) return compared;
  const givenAlike = shareWord(one.given, other.given);
  const familyAlike = shareWord(one.family, other.family);
  if (givenAlike)
    return {
      agreement: 'given',
      reason: other.family && one.family ? 'The same given name, another family name' : 'Only the given name can be compared',
    };
  if (familyAlike)
    return {
      agreement: 'family',
      reason: one.given && other.given ? 'The same family name, another given name' : 'Only the family name can be compared',
    };
  if (nameWords(whole(one)).some((word) => nameWords(whole(other)).includes(word)))
    return { agreement: 'given', reason: 'One name in common' };
  return { agreement: 'none', reason: 'Different names' };
}

function shareWord(one: string | null, other: string | null): boolean {
  const [ones, others] = [nameWords(one ?? ''), nameWords(other ?? '')];
  return ones.some((word) => word.length > 1 && others.some((it) => it.length > 1 && alike(word, it)));
}

/** Compares every name a person is known by with every name of another and keeps the best agreement.
 *  Folded (diacritics, case), in any order (patronymics, family name first), by short forms, by sound, by spelling. */
export function compareNames(ones: readonly WrittenName[], others: readonly WrittenName[]): NameComparison {
  const all = ones.flatMap((one) => others.map((other) => compareTwo(one, other)));
  return (
    all.toSorted((a, b) => rank.indexOf(a.agreement) - rank.indexOf(b.agreement))[0] ?? {
      agreement: 'missing',
      reason: 'No name on one side',
    }
  );
}

/** True when two given names would be taken for one person's: the same, a short form, alike in sound or spelling. */
export const sameGiven = (one: string | null, other: string | null): boolean => shareWord(one, other);
