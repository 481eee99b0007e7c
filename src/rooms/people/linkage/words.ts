import { foldName } from '../name-folding.ts';

/** Folded text: lower case, no diacritics, one space between words. Plain ASCII, the bulk of a file, takes the short way. */
export function fold(text: string): string {
  if (!/^[\x20-\x7e]*$/.test(text)) return foldName(text);
  return text
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const heardAs: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/chr/g, 'kr'],
  [/(?:sch|tch|sh|sz|cz|ch|tz|ts|rz)/g, 's'],
  [/([bdgjkt])h/g, '$1'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/([aeiouy])w(?![aeiou])/g, '$1'],
  [/w/g, 'v'],
  [/^y/, 'j'],
  [/h$/, ''],
];

function consonants(word: string): string {
  const first = /^[aeiou]/.test(word) ? 'a' : '';
  return first + word.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');
}

/** The consonants one word is heard by: Mohammed, Muhammad and Mohamed are `mhmd`, Chowdhury and Choudhry `sdr`. A leading vowel stays as `a`. */
export function skeleton(word: string): string {
  let heard = word;
  for (const [from, to] of heardAs) heard = heard.replace(from, to);
  return consonants(heard) || word;
}

/** How a Somali reads it, where x is a strong h and c a catch of the throat: Maxamed is `mhmd`, Cali is `al`. Null where there is neither letter. */
export function somaliSkeleton(word: string): string | null {
  if (!/[xc]/.test(word)) return null;
  return skeleton(word.replace(/x/g, 'h').replace(/c(?!h)/g, ''));
}

const rows = [new Uint8Array(72), new Uint8Array(72), new Uint8Array(72)];

/**
 * Slips of the pen between two words: letters left out, added, changed or changed about (Damerau 1964), given up past `most`.
 * What both begin and end with is passed over first, which decides most pairs.
 */
export function slips(one: string, other: string, most: number): number {
  let [n, m] = [one.length < 70 ? one.length : 70, other.length < 70 ? other.length : 70];
  if (n - m > most || m - n > most) return most + 1;
  let start = 0;
  while (start < n && start < m && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  while (n > start && m > start && one.charCodeAt(n - 1) === other.charCodeAt(m - 1)) {
    n--;
    m--;
  }
  n -= start;
  m -= start;
  if (n === 0 || m === 0) return n + m;
  if (n === 1 && m === 1) return 1;
  if (most > 1) return slipsBetween(one, other, start, n, m, most);
  const about =
    n === 2 && m === 2 && one.charCodeAt(start) === other.charCodeAt(start + 1) && one.charCodeAt(start + 1) === other.charCodeAt(start);
  return about ? 1 : 2;
}

/** As `slips`, for `n` and `m` letters from `start` on. */
function slipsBetween(one: string, other: string, start: number, n: number, m: number, most: number): number {
  let [before, last, now] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    now[0] = i;
    let least = i;
    const a = one.charCodeAt(start + i - 1);
    const aBefore = i > 1 ? one.charCodeAt(start + i - 2) : -1;
    let bBefore = -1;
    for (let j = 1; j <= m; j++) {
      const b = other.charCodeAt(start + j - 1);
      let cost = last[j - 1]! + (a === b ? 0 : 1);
      if (last[j]! + 1 < cost) cost = last[j]! + 1;
      if (now[j - 1]! + 1 < cost) cost = now[j - 1]! + 1;
      if (a === bBefore && aBefore === b && before[j - 2]! + 1 < cost) cost = before[j - 2]! + 1;
      now[j] = cost;
      if (cost < least) least = cost;
      bBefore = b;
    }
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return last[m]!;
}

const taken = new Uint8Array(64);
const matched = new Uint16Array(64);

/** Likeness of two words from 0 to 1 (Jaro 1989, Winkler 1990: a common beginning of up to four letters counts extra). */
export function likeness(one: string, other: string): number {
  const [n, m] = [Math.min(one.length, 64), Math.min(other.length, 64)];
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  taken.fill(0, 0, m);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const letter = one.charCodeAt(i);
    const end = Math.min(m - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] || other.charCodeAt(j) !== letter) continue;
      taken[j] = 1;
      matched[count++] = letter;
      break;
    }
  }
  if (count === 0) return 0;
  let swapped = 0;
  for (let j = 0, at = 0; j < m; j++) if (taken[j] && matched[at++] !== other.charCodeAt(j)) swapped++;
  const jaro = (count / n + count / m + (count - swapped / 2) / count) / 3;
  let start = 0;
  while (start < 4 && start < n && start < m && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  return jaro + start * 0.1 * (1 - jaro);
}
