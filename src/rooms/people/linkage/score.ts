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

/** Numbers kept of how common a pair's agreement is. */
export const commons = 5;

const widest = 40;
/** How far the commonness of unlike spellings is trusted. */
const steepness = 0.8;
const log = (chance: number): number => Math.log(Math.max(chance, 1e-12));
const within = (value: number, least: number, most: number): number => (value < least ? least : value > most ? most : value);

/**
 * How common a name that agrees is. A slip of the pen makes a rare word of a common one, so the scarcer tells (Jon and Joan, both common, are
 * two names); spellings of one name are each common, so the commoner tells.
 */
const agreed = (level: number, one: number, other: number): number =>
  level === givenLevel.spelling ? Math.max(one, other) : Math.min(one, other);

/** Weighs compared pairs: the log chance of what was seen under each class, prior included. Makes no object a pair. */
export class Scorer {
  /** Log chances of the last pair: same, sibling, twin, unrelated. */
  readonly logs = new Float64Array(4);
  readonly tables = new Float64Array(aspects.length * 4 * widest);
  readonly priors: Float64Array;
  readonly #typical: LinkageModel['typical'];
  readonly shares: LogShares;
  readonly #columns: Columns;
  /** Log shares of what agrees in the last pair: given name, family name, date, town, both names together; 0 where nothing does. */
  readonly common = new Float64Array(commons);
  /** What that commonness adds to the classes of other people. */
  givenShift = 0;
  familyShift = 0;
  bornShift = 0;
  townShift = 0;
  /** What two names go together more often than each alone would have it: names belong to communities. */
  togetherShift = 0;

  constructor(model: Pick<LinkageModel, 'tables' | 'priors' | 'typical'>, columns: Columns, shares: LogShares, priors = model.priors) {
    this.#typical = model.typical;
    this.#columns = columns;
    this.shares = shares;
    this.priors = Float64Array.from(priors);
    aspects.forEach((aspect, place) => {
      model.tables[aspect].forEach((chances, kind) =>
        chances.forEach((chance, level) => (this.tables[(place * 4 + kind) * widest + level] = log(chance))),
      );
    });
  }

  /** Log chance of one aspect's level under one class, commonness left out. */
  logOf(place: number, kind: number, level: number): number {
    return level === silent ? 0 : this.tables[(place * 4 + kind) * widest + level]!;
  }

  /** Looks up how common what agrees in the compared pair is. */
  look(comparer: Comparer, one: number, other: number): void {
    const { common } = this;
    const { shares } = this;
    const { levels, givenOne, givenOther, familyOne, familyOther } = comparer;
    common[0] = givenOne < 0 ? 0 : agreed(levels[at.given]!, shares.given(givenOne), shares.given(givenOther));
    common[1] = familyOne < 0 ? 0 : agreed(levels[at.family]!, shares.family(familyOne), shares.family(familyOther));
    if (givenOne >= 0 && (levels[at.order] === 1 || levels[at.given] === givenLevel.inFamily))
      common[0] = Math.max(common[0]!, Math.min(shares.family(givenOne), shares.family(givenOther)));
    if (familyOne >= 0 && (levels[at.order] === 1 || levels[at.family] === familyLevel.elsewhere))
      common[1] = Math.max(common[1]!, Math.min(shares.given(familyOne), shares.given(familyOther)));
    const row = one * rowLength;
    const { cells } = this.#columns;
    common[2] = levels[at.born] === 0 ? shares.day(cells[row + cell.born]!) : 0;
    common[3] = levels[at.town] === 0 ? shares.town(cells[row + cell.town]!) : 0;
    const both = givenOne >= 0 && familyOne >= 0 && levels[at.given]! <= givenLevel.slip && levels[at.family]! <= familyLevel.part;
    common[4] = both ? Math.max(cells[row + cell.together]!, cells[other * rowLength + cell.together]! || -1e6) / 1000 : 0;
  }

  #nameShift(place: number, level: number, common: number, typical: readonly number[]): number {
    if (common === 0 || level === silent) return 0;
    if (level === givenLevel.same) return within(common - this.tables[(place * 4 + unrelated) * widest]!, -7, 5);
    return within(steepness * (common - (typical[level] ?? common)), -3, 4.5);
  }

  #exactShift(place: number, level: number, common: number, least: number): number {
    return common === 0 || level !== 0 ? 0 : within(common - this.tables[(place * 4 + unrelated) * widest]!, least, 5);
  }

  /** Log chance that two strangers agree on given and family name as they do here, were the names independent. */
  #apart(levels: Uint8Array, from: number): number {
    const given = this.logOf(at.given, unrelated, levels[from + at.given]!) + this.givenShift;
    return given + this.logOf(at.family, unrelated, levels[from + at.family]!) + this.familyShift;
  }

  /** Turns commonness into what it adds, for levels at an offset of a list. */
  shift(levels: Uint8Array, from: number, common: Float64Array | Float32Array, start: number): void {
    this.givenShift = this.#nameShift(at.given, levels[from + at.given]!, common[start]!, this.#typical.given);
    this.familyShift = this.#nameShift(at.family, levels[from + at.family]!, common[start + 1]!, this.#typical.family);
    this.bornShift = this.#exactShift(at.born, levels[from + at.born]!, common[start + 2]!, -3);
    this.townShift = this.#exactShift(at.town, levels[from + at.town]!, common[start + 3]!, -6);
    const together = common[start + 4]!;
    this.togetherShift = together === 0 ? 0 : within(together - this.#apart(levels, from), 0, 7);
  }

  /** Log odds of one person against all else, after `comparer` has compared the pair. */
  score(comparer: Comparer, one: number, other: number): number {
    this.look(comparer, one, other);
    return this.scoreLooked(comparer.levels, 0, this.common, 0);
  }

  /** As `score`, for levels and commonness kept in lists. */
  scoreLooked(levels: Uint8Array, from: number, common: Float64Array | Float32Array, start: number): number {
    this.shift(levels, from, common, start);
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
    d += this.givenShift + this.familyShift + this.bornShift + this.townShift + this.togetherShift;
    logs[same] = a;
    logs[sibling] = b;
    logs[twin] = c;
    logs[unrelated] = d;
    const most = Math.max(b, c, d);
    return a - most - Math.log(Math.exp(b - most) + Math.exp(c - most) + Math.exp(d - most));
  }
}
