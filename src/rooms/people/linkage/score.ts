import { cell, rowLength, type Columns } from './columns.ts';
import type { Comparer } from './compare.ts';
import { aspects, at, familyLevel, givenLevel, same, sibling, silent, twin, unrelated } from './levels.ts';
import type { LinkageModel } from './model.ts';

/** Log shares of words and days, by their number: how much it says that two strangers would agree on this one. */
export interface LogShares {
  given: (word: number) => number;
  family: (word: number) => number;
  town: (word: number) => number;
  /** Of a packed date. */
  day: (date: number) => number;
}

const widest = 40;
const log = (chance: number): number => Math.log(Math.max(chance, 1e-12));
const within = (value: number, least: number, most: number): number => (value < least ? least : value > most ? most : value);

/** Weighs compared pairs: the log chance of what was seen under each class, prior included. Makes no object a pair. */
export class Scorer {
  /** Log chances of the last pair: same, sibling, twin, unrelated. */
  readonly logs = new Float64Array(4);
  readonly tables: Float64Array;
  readonly model: LinkageModel;
  readonly priors: Float64Array;
  readonly #shares: LogShares;
  readonly #columns: Columns;
  /** What the commonness of the names, date and town adds to the classes of other people. */
  givenShift = 0;
  familyShift = 0;
  bornShift = 0;
  townShift = 0;

  constructor(model: LinkageModel, columns: Columns, shares: LogShares, priors: readonly number[] = model.priors) {
    this.model = model;
    this.#columns = columns;
    this.#shares = shares;
    this.priors = Float64Array.from(priors);
    this.tables = new Float64Array(aspects.length * 4 * widest);
    this.read(model.tables);
  }

  /** Takes new tables. */
  read(tables: LinkageModel['tables']): void {
    aspects.forEach((aspect, place) => {
      tables[aspect].forEach((chances, kind) =>
        chances.forEach((chance, level) => (this.tables[(place * 4 + kind) * widest + level] = log(chance))),
      );
    });
  }

  /** Log chance of one aspect's level under one class, commonness left out. */
  logOf(place: number, kind: number, level: number): number {
    return level === silent ? 0 : this.tables[(place * 4 + kind) * widest + level]!;
  }

  #nameShift(
    place: number,
    level: number,
    exact: number,
    one: number,
    other: number,
    share: (word: number) => number,
    typical: readonly number[],
  ): number {
    if (one < 0) return 0;
    const scarcer = Math.min(share(one), share(other));
    if (level === exact) return within(scarcer - this.tables[(place * 4 + unrelated) * widest]!, -7, 5);
    return within(0.5 * (scarcer - (typical[level] ?? scarcer)), -2.5, 2);
  }

  /** Works out how common what agrees is. */
  shift(comparer: Comparer, one: number): void {
    const { levels } = comparer;
    const { typical } = this.model;
    const shares = this.#shares;
    this.givenShift = this.#nameShift(
      at.given,
      levels[at.given]!,
      givenLevel.same,
      comparer.givenOne,
      comparer.givenOther,
      shares.given,
      typical.given,
    );
    this.familyShift = this.#nameShift(
      at.family,
      levels[at.family]!,
      familyLevel.same,
      comparer.familyOne,
      comparer.familyOther,
      shares.family,
      typical.family,
    );
    const row = one * rowLength;
    const { cells } = this.#columns;
    this.bornShift = levels[at.born] === 0 ? within(shares.day(cells[row + cell.born]!) - this.logOf(at.born, unrelated, 0), -3, 5) : 0;
    this.townShift = levels[at.town] === 0 ? within(shares.town(cells[row + cell.town]!) - this.logOf(at.town, unrelated, 0), -6, 4) : 0;
  }

  /** Log odds of one person against all else, after `comparer` has compared the pair. */
  score(comparer: Comparer, one: number): number {
    this.shift(comparer, one);
    return this.scoreShifted(comparer.levels, 0);
  }

  /** As `score`, for levels at an offset of a long list, the shifts being set. */
  scoreShifted(levels: Uint8Array, from: number): number {
    const { logs, tables, priors } = this;
    let [a, b, c, d] = [priors[0]!, priors[1]!, priors[2]!, priors[3]!];
    for (let place = 0; place < aspects.length; place++) {
      const level = levels[from + place]!;
      if (level === silent) continue;
      const cellAt = place * 4 * widest + level;
      a += tables[cellAt]!;
      b += tables[cellAt + widest]!;
      c += tables[cellAt + 2 * widest]!;
      d += tables[cellAt + 3 * widest]!;
    }
    b += this.givenShift;
    c += this.givenShift;
    d += this.givenShift + this.familyShift + this.bornShift + this.townShift;
    logs[same] = a;
    logs[sibling] = b;
    logs[twin] = c;
    logs[unrelated] = d;
    const most = Math.max(b, c, d);
    return a - most - Math.log(Math.exp(b - most) + Math.exp(c - most) + Math.exp(d - most));
  }
}
