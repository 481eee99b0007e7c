import { nicknameGroups } from './nicknames.ts';

const letters: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ħ: 'h' };

const mostRemembered = 20_000;

/** Names recur, so each is worked out once; when too many have been seen, all are forgotten and the work begins again. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const seen = new Map<string, T>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    if (seen.size >= mostRemembered) seen.clear();
    const made = work(text);
    seen.set(text, made);
    return made;
  };
}

/**
 * A name as matching compares it: lower case, no diacritics, apostrophes closed up (O'Brien is obrien),
 * hyphens and other punctuation opened into one space. Never shown to anyone.
 */
export const foldName = remembering((text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`ʼ]/g, '')
    .replace(/[łøđðßæœıþħ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** The words of a folded name, initials included. */
export const nameWords = remembering((text): readonly string[] => foldName(text).split(' ').filter(Boolean));

const sounds: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/(?:ck|q|kh|gh)/g, 'k'],
  [/x/g, 'ks'],
  [/(?:sh|sch|sz|cz|ch|tz|ts|z|ș|ş)/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/([tdbpg])h/g, '$1'],
  [/w/g, 'v'],
  [/j/g, 'y'],
];

/**
 * The consonants a name is heard by, so spellings of one spoken name meet: Mohammed, Muhammad and Mohamed are all `mhmd`,
 * Lakshmi and Laxmi `lksm`. A leading vowel stays as `a`. It brings candidates together; it never proves a match.
 */
export const consonantSkeleton = remembering((text) => nameWords(text).map(wordSkeleton).filter(Boolean).join(' '));

function wordSkeleton(word: string): string {
  const heard = sounds.reduce((so, [from, to]) => so.replace(from, to), word);
  const first = /^[aeiou]/.test(heard) ? 'a' : '';
  return first + heard.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');
}

const groupOf = new Map<string, number[]>();
nicknameGroups.forEach((group, number) => {
  for (const name of group.split(' ')) groupOf.set(name, [...(groupOf.get(name) ?? []), number]);
});

/** True when two given names are the same or one is a usual short form of the other (Bill and William, Mo and Mohammed). */
export function sameGivenName(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  if (a === b) return a !== '';
  const groups = groupOf.get(b);
  return groupOf.get(a)?.some((number) => groups?.includes(number)) ?? false;
}
