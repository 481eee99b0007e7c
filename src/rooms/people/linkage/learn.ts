import { meet, type Blocks } from './blocks.ts';
import { cell, rowLength, type Columns } from './columns.ts';
import { Comparer } from './compare.ts';
import { at, familyLevel, givenLevel, same, sibling, silent, twin, unrelated } from './levels.ts';
import { dice } from './radix.ts';
import type { Scorer } from './score.ts';
import { pairKey } from './vocabulary.ts';
import { likeness } from './words.ts';

/** How often a pair of spellings must be seen, and how much oftener of one person than of two alike in all else. */
const fewest = 3;
const oftener = 8;
/** Words less alike than this are other names, whatever the records say. */
const leastAlike = 0.62;

interface Seen {
  /** Different people (by date of birth) in whose records the two spellings stand for each other. */
  people: Set<number>;
  /** Pairs of records of one source, the same day of birth, of which one bears each: two children. */
  apart: number;
}

class Learner {
  readonly seen = new Map<number, Seen>();
  readonly #columns: Columns;
  readonly #comparer: Comparer;
  readonly #scorer: Scorer;

  constructor(columns: Columns, scorer: Scorer) {
    this.#columns = columns;
    this.#comparer = new Comparer(columns, scorer.shares);
    this.#scorer = scorer;
  }

  look(one: number, other: number): void {
    const comparer = this.#comparer;
    comparer.compare(one, other);
    const { levels } = comparer;
    const given = levels[at.given]!;
    const family = levels[at.family]!;
    if (levels[at.born] !== 0 || given === silent || family === silent || levels[at.order] !== 0) return;
    this.#scorer.score(comparer, one, other);
    const { cells } = this.#columns;
    const born = cells[one * rowLength + cell.born]!;
    if (given >= givenLevel.slip && given !== givenLevel.elsewhere && given !== givenLevel.initial && family <= familyLevel.spelling)
      this.#note(
        cells[one * rowLength + cell.given]!,
        cells[other * rowLength + cell.given]!,
        born,
        this.#without(at.given),
        levels[at.source] === 1,
      );
    if (family >= familyLevel.slip && family !== familyLevel.part && family !== familyLevel.elsewhere && given <= givenLevel.spelling)
      this.#note(
        cells[one * rowLength + cell.familyWhole]!,
        cells[other * rowLength + cell.familyWhole]!,
        born,
        this.#without(at.family),
        false,
      );
  }

  /** Log odds of one person against strangers and family, this aspect left out. */
  #without(place: number): number {
    const { logs, givenShift } = this.#scorer;
    const level = this.#comparer.levels[place]!;
    const rest = (kind: number): number =>
      logs[kind]! - this.#scorer.logOf(place, kind, level) - (place === at.given && kind !== same ? givenShift : 0);
    return rest(same) - Math.max(rest(sibling), rest(twin), rest(unrelated));
  }

  #note(one: number, other: number, born: number, odds: number, oneSource: boolean): void {
    if (odds < 2 || one < 0 || other < 0) return;
    const { words } = this.#columns.words;
    if (likeness(words[one]!, words[other]!) < leastAlike || words[one]!.length < 3 || words[other]!.length < 3) return;
    const key = pairKey(one, other);
    const seen = this.seen.get(key) ?? { people: new Set<number>(), apart: 0 };
    if (oneSource) seen.apart++;
    else seen.people.add(born);
    this.seen.set(key, seen);
  }
}

/**
 * Learns which spellings are one name from records that agree in all else (Newcombe 1988): pairs of words that stand for each other in the
 * records of several people, and hardly ever in two records of one source, which would be two children of one family.
 */
export function learnSpellings(columns: Columns, blocks: Blocks, scorer: Scorer, most: number): Set<number> {
  const learner = new Learner(columns, scorer);
  const expected = blocks.taken.reduce((sum, { pairs }) => sum + pairs, 0);
  const share = Math.min(1, (most * 2) / Math.max(expected, 1));
  const seen = new Int32Array(columns.count).fill(-1);
  const next = dice(40_441);
  for (let row = 0; row < columns.count; row++) {
    if (share < 1 && next(1_000_000) >= share * 1_000_000) continue;
    meet(blocks, row, seen, (other) => learner.look(row, other));
  }
  return new Set([...learner.seen].filter(([, { people, apart }]) => people.size >= Math.max(fewest, apart * oftener)).map(([key]) => key));
}
