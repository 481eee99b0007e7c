import type { Chance } from '../population/chance.ts';

const neighbours: Readonly<Record<string, string>> = {
  a: 'qswz',
  b: 'vghn',
  c: 'xdfv',
  d: 'serfcx',
  e: 'wsdr',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  i: 'ujko',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  m: 'njk',
  n: 'bhjm',
  o: 'iklp',
  p: 'ol',
  q: 'wa',
  r: 'edft',
  s: 'awedxz',
  t: 'rfgy',
  u: 'yhji',
  v: 'cfgb',
  w: 'qase',
  x: 'zsdc',
  y: 'tghu',
  z: 'asx',
};

/** One slip of the fingers: a neighbouring key, a letter left out, doubled or changed places with the next. The first letter is seldom
 *  hit. */
export function mistype(word: string, chance: Chance): string {
  const letters = [...word];
  if (letters.length < 3) return word;
  const at = chance.happens(0.08) ? 0 : 1 + chance.below(letters.length - 1);
  const letter = letters[at] ?? '';
  const way = chance.next();
  if (way < 0.35) {
    const near = neighbours[letter.toLowerCase()];
    if (near) letters[at] = chance.pick([...near]);
  } else if (way < 0.65) letters.splice(at, 1);
  else if (way < 0.8) letters.splice(at, 0, letter);
  else if (at + 1 < letters.length) [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letter];
  return letters.join('');
}

const heard: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'],
  [/f/, 'ph'],
  [/ck/, 'k'],
  [/k/, 'c'],
  [/c(?=[aou])/, 'k'],
  [/ee/, 'i'],
  [/i(?=[nlmr])/, 'ee'],
  [/y$/, 'ie'],
  [/ie$/, 'y'],
  [/ey$/, 'y'],
  [/oo/, 'u'],
  [/ou/, 'u'],
  [/u/, 'oo'],
  [/z/, 's'],
  [/s(?=[aeiou])/, 'z'],
  [/j/, 'g'],
  [/g(?=[ei])/, 'j'],
  [/qu/, 'kw'],
  [/q/, 'k'],
  [/w/, 'v'],
  [/v/, 'w'],
  [/x/, 'ks'],
  [/gh/, 'g'],
  [/th/, 't'],
  [/t(?=[aeiou])/, 'th'],
  [/sh/, 's'],
  [/ch/, 'sh'],
  [/([lmnrst])\1/, '$1'],
  [/([lmnt])(?=[aeiou])/, '$1$1'],
  [/h(?=[^aeiou]|$)/, ''],
  [/a$/, 'ah'],
  [/ah$/, 'a'],
  [/ai/, 'ay'],
  [/ay/, 'ai'],
  [/au/, 'o'],
  [/e$/, ''],
  [/er$/, 'a'],
  [/or$/, 'er'],
  [/o/, 'u'],
  [/e/, 'i'],
  [/a(?=[^aeiou])/, 'e'],
];

/** A word as somebody heard it who had not seen it written. */
export function mishear(word: string, chance: Chance): string {
  const small = word.toLowerCase();
  const start = chance.below(heard.length);
  for (let step = 0; step < heard.length; step += 1) {
    const [pattern, becomes] = heard[(start + step) % heard.length] as (typeof heard)[number];
    const changed = small.replace(pattern, becomes);
    if (changed !== small && changed.length > 1) return capital(changed);
  }
  return word;
}

const misread: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['l', '1'],
  ['i', 'l'],
  ['o', '0'],
  ['h', 'b'],
  ['u', 'n'],
  ['n', 'u'],
  ['c', 'e'],
  ['e', 'c'],
  ['a', 'o'],
  ['vv', 'w'],
  ['s', '5'],
  ['t', 'f'],
  ['y', 'v'],
];

/** A word as a scanner read it. */
export function misscan(word: string, chance: Chance): string {
  const start = chance.below(misread.length);
  for (let step = 0; step < misread.length; step += 1) {
    const [from, to] = misread[(start + step) % misread.length] as (typeof misread)[number];
    const at = word.indexOf(from, 1);
    if (at > 0) return word.slice(0, at) + to + word.slice(at + from.length);
  }
  return word;
}

const plainLetters: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', ı: 'i', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae' };

/** Letters without their marks. */
export function unmarked(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁıøđßæ]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Text whose bytes (UTF-8) were read as another code page, or whose marked letters became question marks. */
export function mangled(text: string, chance: Chance): string {
  if (!/[^ -~]/.test(text)) return text;
  return chance.happens(0.6)
    ? Buffer.from(text, 'utf8')
        .toString('latin1')
        .replace(/[\u0080-\u009f]/g, '')
    : text.replace(/[^ -~]/g, '?');
}

/** The word in small letters with a capital at its beginning. */
export function capital(word: string): string {
  return word === '' ? '' : (word[0] ?? '').toUpperCase() + word.slice(1);
}
