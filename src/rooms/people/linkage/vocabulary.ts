import { nicknameGroups } from '../nicknames.ts';
import { spellingGroups } from './spellings.ts';
import { likeness, skeleton, slips, somaliSkeleton } from './words.ts';

/** How two words stand to each other, nearest first. `spelling`: short forms, spellings of one spoken name, learned families. */
export const near = { same: 0, spelling: 1, slip: 2, alike: 3, initial: 4, different: 5 } as const;

const groupsOf = new Map<string, number[]>();
[...nicknameGroups, ...spellingGroups].forEach((group, number) => {
  for (const word of group.split(' ')) groupsOf.set(word, [...(groupsOf.get(word) ?? []), number]);
});

const cacheBits = 20;
/** Letters that only one of two words has, from which they are not compared letter by letter. */
const mostUnlike = 5;

function bits(letters: number): number {
  let left = letters - ((letters >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Two words as one key, order left out: exact up to 67 million words. */
export const pairKey = (one: number, other: number): number => (one < other ? one * 67108864 + other : other * 67108864 + one);

/** Every word of a set of records once, as a number, and what has been found out about pairs of them. */
export class Vocabulary {
  readonly words: string[];
  readonly #numbers = new Map<string, number>();
  readonly #letters: (number | undefined)[] = [];
  readonly #heard: (string | undefined)[] = [];
  readonly #heardInSomali: (string | null | undefined)[] = [];
  readonly #keys = new Float64Array(1 << cacheBits).fill(-1);
  readonly #found = new Uint8Array(1 << cacheBits);
  #learned: ReadonlySet<number> = new Set();

  /** With the words of another vocabulary, already numbered: for a worker that only compares. */
  constructor(words: string[] = []) {
    this.words = words;
  }

  /** Number of a word, new words being added; -1 for no text. */
  number(word: string | null | undefined): number {
    if (!word) return -1;
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** Number of a word already known, else -1. */
  known(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  heard(word: number): string {
    return (this.#heard[word] ??= skeleton(this.words[word]!));
  }

  /** The skeletons a word may be met by: how it is heard, and how a Somali reads it. */
  skeletons(word: number): readonly [string, string | null] {
    return [this.heard(word), this.#somali(word)];
  }

  #somali(word: number): string | null {
    const known = this.#heardInSomali[word];
    return known !== undefined ? known : (this.#heardInSomali[word] = somaliSkeleton(this.words[word]!));
  }

  /** Takes pairs of words (as `pairKey`) that confident links have shown to be one name; what was found before is forgotten. */
  learn(pairs: ReadonlySet<number>): void {
    this.#learned = pairs;
    this.#keys.fill(-1);
  }

  /** How two words stand to each other: one of `near`. */
  between(one: number, other: number): number {
    if (one === other) return near.same;
    const key = pairKey(one, other);
    const place = (Math.imul(one ^ other, 0x9e3779b1) ^ Math.imul(one + other, 0x85ebca6b)) >>> (32 - cacheBits);
    if (this.#keys[place] === key) return this.#found[place]!;
    const found = this.#learned.has(key) ? near.spelling : this.#compare(one, other);
    this.#keys[place] = key;
    this.#found[place] = found;
    return found;
  }

  #soundAlike(one: number, other: number): boolean {
    const [heard, heardOther] = [this.heard(one), this.heard(other)];
    if (heard === heardOther) return true;
    const a = this.#somali(one);
    if (a !== null && a === heardOther) return true;
    const b = this.#somali(other);
    return b !== null && b === heard;
  }

  /** Which letters a word has, a bit each. */
  #lettersOf(word: number): number {
    const known = this.#letters[word];
    if (known !== undefined) return known;
    let letters = 0;
    for (const letter of this.words[word]!) letters |= 1 << (letter.charCodeAt(0) & 31);
    return (this.#letters[word] = letters);
  }

  #compare(one: number, other: number): number {
    const [a, b] = [this.words[one]!, this.words[other]!];
    const shorter = Math.min(a.length, b.length);
    if (shorter === 1) return a[0] === b[0] ? near.initial : near.different;
    const groups = groupsOf.get(a);
    if (groups && groupsOf.get(b)?.some((group) => groups.includes(group))) return near.spelling;
    const unlike = bits(this.#lettersOf(one) ^ this.#lettersOf(other)) > mostUnlike;
    if (unlike && !this.#soundAlike(one, other) && !a.startsWith(b) && !b.startsWith(a)) return near.different;
    const apart = slips(a, b, 2);
    const like = likeness(a, b);
    if (this.#soundAlike(one, other))
      return (apart <= 1 && a[0] === b[0]) || (like >= 0.88 && shorter >= 4) ? near.spelling : apart <= 1 ? near.slip : near.alike;
    if ((apart === 1 && shorter >= 3) || (apart === 2 && shorter >= 6 && like >= 0.9)) return near.slip;
    if (like >= 0.86 || (shorter >= 3 && (a.startsWith(b) || b.startsWith(a)))) return near.alike;
    return near.different;
  }
}
