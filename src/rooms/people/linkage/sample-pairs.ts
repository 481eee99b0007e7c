import { meet, type Blocks } from './blocks.ts';
import type { Columns } from './columns.ts';
import { Comparer } from './compare.ts';
import { aspectCount } from './levels.ts';
import { dice } from './radix.ts';
import { commons, type Scorer } from './score.ts';

/** Compared pairs kept in lists: rows, levels and the words that agree; `weight` is how many pairs of the file each stands for. */
export interface PairSample {
  many: number;
  weight: number;
  rows: Int32Array;
  levels: Uint8Array;
  /** Log shares as `Scorer.common`. */
  common: Float32Array;
}

class Gatherer {
  many = 0;
  rows: Int32Array;
  levels: Uint8Array;
  common: Float32Array;
  readonly #comparer: Comparer;
  readonly #scorer: Scorer;

  constructor(columns: Columns, scorer: Scorer, most: number) {
    this.rows = new Int32Array(most * 2);
    this.levels = new Uint8Array(most * aspectCount);
    this.common = new Float32Array(most * commons);
    this.#comparer = new Comparer(columns, scorer.shares);
    this.#scorer = scorer;
  }

  get full(): boolean {
    return this.many * 2 >= this.rows.length;
  }

  add(one: number, other: number): void {
    if (this.full) return;
    this.#comparer.compare(one, other);
    this.#scorer.look(this.#comparer, one, other);
    this.levels.set(this.#comparer.levels, this.many * aspectCount);
    this.common.set(this.#scorer.common, this.many * commons);
    this.rows[this.many * 2] = one;
    this.rows[this.many++ * 2 + 1] = other;
  }

  sample(weight: number): PairSample {
    return { many: this.many, weight, rows: this.rows, levels: this.levels, common: this.common };
  }
}

/** Pairs drawn at random: nearly all are strangers. */
export function randomPairs(columns: Columns, scorer: Scorer, most: number): PairSample {
  const total = (columns.count * (columns.count - 1)) / 2;
  const gatherer = new Gatherer(columns, scorer, Math.min(most, Math.max(total, 1)));
  const next = dice(20_261);
  for (let tries = 0; !gatherer.full && tries < most * 2 && columns.count > 1; tries++) {
    const [one, other] = [next(columns.count), next(columns.count)];
    if (one !== other) gatherer.add(one, other);
  }
  return gatherer.sample(total / Math.max(gatherer.many, 1));
}

/** Pairs that meet in blocks: all of them, or those of rows drawn at random when there are more than `most`. */
export function blockedPairs(columns: Columns, blocks: Blocks, scorer: Scorer, most: number): PairSample {
  const expected = blocks.taken.reduce((sum, { pairs }) => sum + pairs, 0);
  const share = Math.min(1, (most * 0.9) / Math.max(expected * 0.7, 1));
  const gatherer = new Gatherer(columns, scorer, most);
  const seen = new Int32Array(columns.count).fill(-1);
  const next = dice(77_003);
  let drawn = 0;
  for (let row = 0; row < columns.count && !gatherer.full; row++) {
    if (share < 1 && next(1_000_000) >= share * 1_000_000) continue;
    drawn++;
    meet(blocks, row, seen, (other) => gatherer.add(row, other));
  }
  return gatherer.sample(share < 1 ? columns.count / Math.max(drawn, 1) : 1);
}
