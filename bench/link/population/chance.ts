/** Chance that can be repeated: the same seed gives the same people on every machine (xoshiro128**, Blackman and Vigna 2018, public
 *  domain). */
export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** Any whole number is a seed; it is spread over the state by splitmix32. */
  constructor(seed: number) {
    let at = Math.trunc(seed) | 0;
    const spread = (): number => {
      at = (at + 0x9e3779b9) | 0;
      let mixed = at ^ (at >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    };
    [this.#a, this.#b, this.#c, this.#d] = [spread(), spread(), spread(), spread() | 1];
  }

  /** A number from 0 up to, not with, 1. */
  next(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result / 4294967296;
  }

  /** A whole number from 0 up to, not with, `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** True in `share` of all calls. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of the list; the list must not be empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** A waiting time with the given mean, exponential. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
}

/** Running sums of weights, so that `drawFrom` finds a place by halving. */
export function sums(weights: readonly number[]): Float64Array {
  const running = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, at) => {
    total += weight;
    running[at] = total;
  });
  return running;
}

/** A place drawn in proportion to its weight, from `sums`. */
export function drawFrom(running: Float64Array, chance: Chance): number {
  const sought = chance.next() * (running[running.length - 1] ?? 0);
  let [low, high] = [0, running.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((running[middle] ?? 0) > sought) high = middle;
    else low = middle + 1;
  }
  return low;
}
