import { meet, type Blocks } from './blocks.ts';
import { flag, type Columns } from './columns.ts';
import { Comparer } from './compare.ts';
import { at, givenLevel, same, sibling, silent, twin, unrelated } from './levels.ts';
import type { Scorer } from './score.ts';

/** Pairs worth keeping: those that may be one person, and those that look like twins. */
export interface Edges {
  many: number;
  one: Int32Array;
  other: Int32Array;
  score: Float32Array;
  /** Bits of `mark`. */
  marks: Uint8Array;
}

/** `twins`: likelier twins than one; `veto`: two valid numbers; `unnamed`: a side has no given name to tell twins by; `plural`: one calls itself
 *  a twin; `sameGiven`: both bear one given name that tells twins apart; `siblings`: likelier brothers and sisters than one; `apart`: other given
 *  names on one day of birth, twins or strangers. */
export const mark = { twins: 1, veto: 2, unnamed: 4, plural: 8, sameGiven: 16, siblings: 32, apart: 64 } as const;

/** Scores under this are not kept: odds of one in twenty. */
export const leastKept = -3;

/** Log odds of one person against twins under which a pair is not joined. */
const twinOdds = 2;
/** As `twinOdds`, where one source holds both records and the names are no spellings of one: it may well list two children. */
const twinOddsAtSource = 5;
/** By how much strangers may be likelier than twins for records of other given names and one day of birth to be held apart all the same. */
const strangersMost = 3;

/** Log odds of twins against one person, before comparing, from which a file holds twins: then another given name is never joined. */
const twinsKnown = -7;

/** What the last compared pair is besides its score: bits of `mark`. */
export function marksOf(comparer: Comparer, scorer: Scorer, one: number, other: number): number {
  const { levels } = comparer;
  const { logs } = scorer;
  const flags = comparer.flagsOf(one, other);
  let marks = 0;
  if (levels[at.nhsNumber] === 1 || levels[at.upn] === 1) marks |= mark.veto;
  if ((flags & (flag.nameless | flag.weak)) !== 0) marks |= mark.unnamed;
  if ((flags & flag.plural) !== 0) marks |= mark.plural;
  const named = levels[at.given] !== silent && levels[at.given] !== givenLevel.same && levels[at.given] !== givenLevel.initial;
  const twinsLead = logs[twin]! > logs[sibling]! ? logs[twin]! - logs[unrelated]! : -Infinity;
  if (logs[sibling]! > Math.max(logs[same]!, logs[twin]!, logs[unrelated]!)) marks |= mark.siblings;
  const otherName = levels[at.given] === givenLevel.different && scorer.priors[twin]! - scorer.priors[same]! > twinsKnown;
  if (otherName && twinsLead > -strangersMost && levels[at.born] === 0) marks |= mark.apart;
  const enough = levels[at.source] === 1 && levels[at.given]! >= givenLevel.slip ? twinOddsAtSource : twinOdds;
  if (named && twinsLead > 0 && (otherName || logs[same]! - logs[twin]! < enough)) marks |= mark.twins;
  if (levels[at.given] === givenLevel.same && (flags & (flag.weak | flag.nameless)) === 0) marks |= mark.sameGiven;
  return marks;
}

class EdgeList implements Edges {
  many = 0;
  one = new Int32Array(1 << 16);
  other = new Int32Array(1 << 16);
  score = new Float32Array(1 << 16);
  marks = new Uint8Array(1 << 16);

  add(one: number, other: number, score: number, marks: number): void {
    if (this.many === this.one.length) {
      const wider = <T extends Int32Array | Float32Array | Uint8Array>(to: T, from: T): T => {
        to.set(from);
        return to;
      };
      const room = this.many * 2;
      this.one = wider(new Int32Array(room), this.one);
      this.other = wider(new Int32Array(room), this.other);
      this.score = wider(new Float32Array(room), this.score);
      this.marks = wider(new Uint8Array(room), this.marks);
    }
    this.one[this.many] = one;
    this.other[this.many] = other;
    this.score[this.many] = score;
    this.marks[this.many++] = marks;
  }
}

/** Compares every pair that meets in blocks for the rows `next` hands out in turn, and keeps those worth keeping. Answers also how many were compared. */
export function scorePairs(
  columns: Columns,
  blocks: Pick<Blocks, 'posts' | 'places' | 'starts' | 'windows'>,
  scorer: Scorer,
  next: () => readonly [number, number] | null,
): { edges: Edges; compared: number } {
  const comparer = new Comparer(columns, scorer.shares);
  const seen = new Int32Array(columns.count).fill(-1);
  const edges = new EdgeList();
  let compared = 0;
  for (let part = next(); part; part = next()) {
    for (let row = part[0]; row < part[1]; row++) {
      meet(blocks, row, seen, (other) => {
        compared++;
        comparer.compare(row, other);
        const score = scorer.score(comparer, row, other);
        if (score < leastKept && scorer.logs[twin]! < scorer.logs[unrelated]!) return;
        const marks = marksOf(comparer, scorer, row, other);
        if (score >= leastKept || (marks & mark.twins) !== 0) edges.add(row, other, score, marks);
      });
    }
  }
  return { edges, compared };
}
