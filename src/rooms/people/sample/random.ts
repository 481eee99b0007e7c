/** A weighted list: what may be drawn and the running total of the weights. */
export type Weighted<T> = { values: readonly T[]; upTo: readonly number[]; total: number };

/** Chance that can be repeated: the same seed always gives the same draws, on every machine. */
export type Random = {
  /** A number from 0 up to but never 1. */
  next(): number;
  /** A whole number from 0 up to but never `below`. */
  below(below: number): number;
  /** True with that likelihood, 0 to 1. */
  chance(likelihood: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Like `pick`, but the first are drawn most: about a third of draws fall on the first tenth. */
  pickCommon<T>(list: readonly T[]): T;
  weighted<T>(list: Weighted<T>): T;
  /** A version 4 identifier; opaque, and the same for the same seed. */
  uuid(): string;
};

/** Prepares a weighted list; weights need not sum to anything. */
export function weights<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  let total = 0;
  return { values: pairs.map(([value]) => value), upTo: pairs.map(([, weight]) => (total += weight)), total };
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const byteHex = (word: number, shift: number): string => hex[(word >>> shift) & 255] as string;
const twoBytes = (word: number, shift: number): string => byteHex(word, shift + 8) + byteHex(word, shift);

/** Four words of state from a seed and a stream number (splitmix32), so every household has draws of its own. */
function stateFrom(seed: number, stream: number): [number, number, number, number] {
  let z = (seed ^ Math.imul(stream, 0x9e3779b1)) | 0;
  const word = (): number => {
    z = (z + 0x9e3779b9) | 0;
    let t = z ^ (z >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  return [word(), word(), word(), word() | 1];
}

/** xoshiro128** (Blackman and Vigna, public domain). `stream` separates independent sequences of one seed. */
export function randomFrom(seed: number, stream = 0): Random {
  let [a, b, c, d] = stateFrom(seed, stream);
  const word = (): number => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  const next = (): number => word() / 4294967296;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (likelihood) => next() < likelihood,
    pick: (list) => list[below(list.length)] as never,
    pickCommon: (list) => list[Math.floor(next() ** 2 * list.length)] as never,
    weighted: (list) => {
      const at = next() * list.total;
      return list.values[list.upTo.findIndex((upTo) => at < upTo)] as never;
    },
    uuid: () => {
      const [w, x, y, z] = [word(), (word() & 0xffff0fff) | 0x4000, (word() & 0x3fffffff) | 0x80000000, word()];
      return `${twoBytes(w, 16)}${twoBytes(w, 0)}-${twoBytes(x, 16)}-${twoBytes(x, 0)}-${twoBytes(y, 16)}-${twoBytes(y, 0)}${twoBytes(z, 16)}${twoBytes(z, 0)}`;
    },
  };
}
