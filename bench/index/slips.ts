/** How people mistype and mishear names, for measuring. Written apart from the folding (name-folding.ts): by keyboard, eye and ear. */
import type { Random } from '../../src/rooms/people/sample/random.ts';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const heardFor: readonly [string, string][] = [
  ['ee', 'i'],
  ['i', 'ee'],
  ['oo', 'u'],
  ['u', 'oo'],
  ['ou', 'u'],
  ['ow', 'ou'],
  ['ai', 'ay'],
  ['ay', 'ei'],
  ['ph', 'f'],
  ['f', 'ph'],
  ['ck', 'k'],
  ['c', 'k'],
  ['k', 'c'],
  ['y', 'i'],
  ['i', 'y'],
  ['sh', 's'],
  ['ch', 'sh'],
  ['z', 's'],
  ['s', 'z'],
  ['j', 'g'],
  ['v', 'w'],
  ['w', 'v'],
  ['dh', 'd'],
  ['kh', 'k'],
  ['h', ''],
  ['e', 'a'],
  ['a', 'e'],
  ['o', 'u'],
  ['q', 'k'],
  ['x', 'ks'],
  ['th', 't'],
  ['mm', 'm'],
  ['m', 'mm'],
  ['ss', 's'],
  ['l', 'll'],
];
const at = (random: Random, word: string): number => 1 + random.below(Math.max(1, word.length - 1));

const kinds: readonly ((random: Random, word: string) => string)[] = [
  (random, word) => {
    const where = at(random, word);
    return word.slice(0, where) + word.slice(where + 1);
  },
  (random, word) => {
    const where = at(random, word);
    return word.slice(0, where) + (word[where] ?? '') + word.slice(where);
  },
  (random, word) => {
    const where = at(random, word) - 1;
    return word.slice(0, where) + (word[where + 1] ?? '') + (word[where] ?? '') + word.slice(where + 2);
  },
  (random, word) => {
    const where = at(random, word);
    const row = rows.find((keys) => keys.includes(word[where] ?? ' ')) ?? '';
    const key = row.indexOf(word[where] ?? ' ') + (random.chance(0.5) ? 1 : -1);
    return row[key] === undefined ? word : word.slice(0, where) + row[key] + word.slice(where + 1);
  },
];

function misheard(random: Random, word: string): string {
  const likely = heardFor.filter(([from]) => word.indexOf(from, 1) > 0);
  if (likely.length === 0) return kinds[0]!(random, word);
  const [from, to] = random.pick(likely);
  const where = word.indexOf(from, 1);
  return word.slice(0, where) + to + word.slice(where + from.length);
}

/** One name with one slip, two in one of seven; diacritics are usually left off. The first letter is wrong once in thirty. */
export function misspelt(random: Random, name: string): string {
  let word = name.toLowerCase();
  if (random.chance(0.7)) word = word.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
  for (let slips = random.chance(0.15) ? 2 : 1; slips > 0; slips -= 1)
    word = random.chance(0.55) ? misheard(random, word) : random.pick(kinds)(random, word);
  if (random.chance(1 / 30)) word = (kinds[3]!(random, `x${word}`).slice(1) || word).replace(/^./, 'h');
  return word;
}
