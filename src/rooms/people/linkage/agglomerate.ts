import type { Columns } from './columns.ts';
import { Clusters } from './clusters.ts';
import { Comparer } from './compare.ts';
import { inTurn, sortedBy } from './radix.ts';
import type { Scorer } from './score.ts';
import { mark, marksOf, type Edges } from './score-pairs.ts';

/** One joining that was made or refused. */
export interface Joining {
  /** Place of the edge that proposed it. */
  edge: number;
  /** Mean log odds over every pair of the two groups. */
  score: number;
  pairs: number;
}

export interface Agglomerated {
  clusters: Clusters;
  joined: Joining[];
  /** Edges between groups that were not joined, with why. */
  open: { edge: number; score: number; why: 'score' | 'twins' | 'veto' | 'margin' }[];
}

/** What a joining of two groups would mean: the mean score of all pairs across, and marks of any. */
interface Across {
  mean: number;
  marks: number;
  pairs: number;
}

const mostAcross = 600;
const clip = 14;

/** Weighs groups against each other, pair by pair. */
export class CrossWeigher {
  readonly #comparer: Comparer;
  readonly #scorer: Scorer;

  constructor(columns: Columns, scorer: Scorer) {
    this.#comparer = new Comparer(columns);
    this.#scorer = scorer;
  }

  /** Score of one pair of rows; marks stand in `marks`. */
  pair(one: number, other: number): number {
    this.#comparer.compare(one, other);
    const score = this.#scorer.score(this.#comparer, one, other);
    this.marks = marksOf(this.#comparer, this.#scorer, one, other);
    return score;
  }
  marks = 0;

  across(ones: readonly number[], others: readonly number[]): Across {
    let [sum, pairs, marks] = [0, 0, 0];
    for (const one of ones) {
      for (const other of others) {
        if (pairs >= mostAcross) break;
        const score = this.pair(one, other);
        marks |= this.marks;
        sum += Math.max(-clip, Math.min(clip, score));
        pairs++;
      }
    }
    return { mean: sum / pairs, marks, pairs };
  }
}

/** Places of the edges, best score first; ties by rows. */
function bestFirst(edges: Edges): Int32Array {
  const keys = new Uint32Array(edges.many);
  for (let edge = 0; edge < edges.many; edge++) keys[edge] = Math.round((60 - Math.max(-40, Math.min(60, edges.score[edge]!))) * 1e6);
  let order = inTurn(edges.many);
  order = sortedBy(Uint32Array.from(edges.other.subarray(0, edges.many)), order);
  order = sortedBy(Uint32Array.from(edges.one.subarray(0, edges.many)), order);
  return sortedBy(keys, order);
}

/**
 * Joins groups from the likeliest pair down: only when the mean over all pairs across reaches `least` and nothing forbids it.
 * Never by a chain of likenesses alone: every record of one group is weighed against every record of the other.
 */
export function agglomerate(columns: Columns, edges: Edges, scorer: Scorer, least: number): Agglomerated {
  const clusters = new Clusters(columns.count);
  const weigher = new CrossWeigher(columns, scorer);
  const [joined, open]: [Joining[], Agglomerated['open']] = [[], []];
  for (const edge of bestFirst(edges)) {
    const [one, other] = [clusters.of(edges.one[edge]!), clusters.of(edges.other[edge]!)];
    if (one === other) continue;
    const marks = edges.marks[edge]!;
    if (edges.score[edge]! < Math.min(least, 0) || (marks & (mark.twins | mark.veto)) !== 0) {
      if ((marks & mark.veto) === 0 && edges.score[edge]! > -1) open.push({ edge, score: edges.score[edge]!, why: 'twins' });
      continue;
    }
    const across = weigher.across(clusters.members(one), clusters.members(other));
    const why =
      (across.marks & mark.veto) !== 0 ? 'veto' : (across.marks & mark.twins) !== 0 ? 'twins' : across.mean < least ? 'score' : null;
    if (why) open.push({ edge, score: across.mean, why });
    else {
      clusters.join(one, other);
      joined.push({ edge, score: across.mean, pairs: across.pairs });
    }
  }
  return { clusters, joined, open };
}
