import { cell, rowLength, type Columns } from './columns.ts';
import { Clusters } from './clusters.ts';
import { Comparer } from './compare.ts';
import { at, same, unrelated } from './levels.ts';
import { inTurn, sortedBy } from './radix.ts';
import type { Scorer } from './score.ts';
import { mark, marksOf, type Edges } from './score-pairs.ts';

/** One joining that was made or refused. */
export interface Joining {
  /** Place of the edge that proposed it. */
  edge: number;
  /** Mean log odds over every pair of the two groups. */
  score: number;
  /** Log odds believed of the joining: nearer to those of its likeliest pair, since agreements with several records add up. */
  belief: number;
  pairs: number;
}

export interface Agglomerated {
  clusters: Clusters;
  joined: Joining[];
  /** Edges between groups that were not joined, with why. */
  open: { edge: number; score: number; why: Hindrance }[];
}

/** What a joining of two groups would mean: the mean score of all pairs across, and marks of any. */
interface Across {
  mean: number;
  belief: number;
  marks: number;
  pairs: number;
}

const mostAcross = 600;
const clip = 14;
/** How much the likeliest pair of two groups counts beside the mean of all: one record that agrees with several members joins, a chance likeness does not. */
const mostShare = 0.3;
const beliefShare = 0.85;

/** Weighs groups against each other, pair by pair. */
export class CrossWeigher {
  readonly #comparer: Comparer;
  readonly #scorer: Scorer;
  readonly #columns: Columns;

  constructor(columns: Columns, scorer: Scorer) {
    this.#columns = columns;
    this.#comparer = new Comparer(columns, scorer.shares);
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

  /**
   * True when each group holds a given name of its own at least twice, spelt the same way each time, and one source knows both:
   * twins called Amina and Amna, rather than one child misspelt once.
   */
  twoNames(ones: readonly number[], others: readonly number[]): boolean {
    if (ones.length < 2 || others.length < 2) return false;
    const [first, second] = [this.#settledName(ones), this.#settledName(others)];
    if (first < 0 || second < 0 || first === second) return false;
    return ones.some((one) =>
      others.some((other) => this.#cell(one, cell.source) === this.#cell(other, cell.source) && this.#cell(one, cell.source) >= 0),
    );
  }

  #cell(row: number, where: number): number {
    return this.#columns.cells[row * rowLength + where]!;
  }

  /** The one given name of a group's records, all its words together, when at least two bear it and none another; else -1. */
  #settledName(rows: readonly number[]): number {
    let [name, whole, many] = [-1, -1, 0];
    for (const row of rows) {
      const given = this.#cell(row, cell.given);
      if (given < 0) continue;
      if (name >= 0 && (given !== name || this.#cell(row, cell.givenWhole) !== whole)) return -1;
      [name, whole] = [given, this.#cell(row, cell.givenWhole)];
      many++;
    }
    return many >= 2 ? whole : -1;
  }

  across(ones: readonly number[], others: readonly number[]): Across {
    let [sum, pairs, marks, most] = [0, 0, 0, -clip];
    for (const one of ones) {
      for (const other of others) {
        if (pairs >= mostAcross) break;
        const score = this.pair(one, other);
        marks |= this.marks;
        sum += Math.max(-clip, Math.min(clip, score));
        if (score > most) most = Math.min(clip, score);
        pairs++;
      }
    }
    const [plain, twice] = [sum / pairs, this.#metTwice(ones, others)];
    const mix = (share: number): number => share * most + (1 - share) * plain + twice;
    return { mean: mix(mostShare), belief: mix(beliefShare), marks, pairs };
  }

  /** What it says that several sources know both groups, beyond what the mean holds of it: a source should know a person once. */
  #metTwice(ones: readonly number[], others: readonly number[]): number {
    if (ones.length < 2 || others.length < 2) return 0;
    const mine = new Set(ones.map((row) => this.#cell(row, cell.source)));
    const met = new Set<number>();
    let pairs = 0;
    for (const other of others) {
      const source = this.#cell(other, cell.source);
      if (source < 0 || !mine.has(source)) continue;
      met.add(source);
      pairs += ones.filter((one) => this.#cell(one, cell.source) === source).length;
    }
    const once = this.#scorer.logOf(at.source, same, 1) - this.#scorer.logOf(at.source, unrelated, 1);
    return (met.size - pairs / (ones.length * others.length)) * Math.min(once, 0);
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

/** Edges of each row, in both directions. */
class Neighbours {
  readonly #starts: Int32Array;
  readonly #edges: Int32Array;

  constructor(count: number, edges: Edges) {
    this.#starts = new Int32Array(count + 1);
    for (let edge = 0; edge < edges.many; edge++) {
      this.#starts[edges.one[edge]! + 1]!++;
      this.#starts[edges.other[edge]! + 1]!++;
    }
    for (let row = 0; row < count; row++) this.#starts[row + 1]! += this.#starts[row]!;
    this.#edges = new Int32Array(edges.many * 2);
    const cursor = this.#starts.slice();
    for (let edge = 0; edge < edges.many; edge++) {
      this.#edges[cursor[edges.one[edge]!]!++] = edge;
      this.#edges[cursor[edges.other[edge]!]!++] = edge;
    }
  }

  of(row: number): Int32Array {
    return this.#edges.subarray(this.#starts[row]!, this.#starts[row + 1]!);
  }
}

/** Why two groups stay apart. */
export type Hindrance = 'score' | 'twins' | 'veto' | 'margin';

/** How groups may be joined. */
export interface Joinings {
  /** Mean log odds over all pairs from which two groups are joined. */
  least: number;
  /** By how much the group must lead before another that cannot be the same person. */
  margin: number;
  /** How much more the mean must be for each further record of the smaller group. */
  settled: number;
  /** How much more where a record has no given name that tells. */
  unnamed: number;
  /** Whether the file holds brothers and sisters: then a group drawn more to another person's records is not joined. */
  families: boolean;
}

class Agglomeration {
  readonly clusters: Clusters;
  readonly joined: Joining[] = [];
  readonly open: Agglomerated['open'] = [];
  readonly #edges: Edges;
  readonly #weigher: CrossWeigher;
  readonly #neighbours: Neighbours;
  readonly #how: Joinings;
  /** 1 for a row that looks like a twin of another. */
  readonly #twinned: Uint8Array;

  constructor(columns: Columns, edges: Edges, scorer: Scorer, how: Joinings) {
    this.clusters = new Clusters(columns.count);
    this.#edges = edges;
    this.#weigher = new CrossWeigher(columns, scorer);
    this.#neighbours = new Neighbours(columns.count, edges);
    this.#how = how;
    this.#twinned = new Uint8Array(columns.count);
    for (let edge = 0; edge < edges.many; edge++)
      if ((edges.marks[edge]! & mark.twins) !== 0) this.#twinned[edges.one[edge]!] = this.#twinned[edges.other[edge]!] = 1;
  }

  /** Tries to join the groups of one edge. */
  consider(edge: number): void {
    const { clusters } = this;
    const [one, other] = [clusters.of(this.#edges.one[edge]!), clusters.of(this.#edges.other[edge]!)];
    if (one === other) return;
    const [ones, others] = [clusters.members(one), clusters.members(other)];
    const across = this.#weigher.across(ones, others);
    const why = this.#hindrance(edge, ones, others, across);
    if (why) {
      this.open.push({ edge, score: across.mean, why });
      return;
    }
    clusters.join(one, other);
    this.joined.push({ edge, score: across.mean, belief: across.belief, pairs: across.pairs });
  }

  #hindrance(edge: number, ones: readonly number[], others: readonly number[], across: Across): Hindrance | null {
    const marks = across.marks | this.#edges.marks[edge]!;
    if ((marks & mark.veto) !== 0) return 'veto';
    if ((marks & (mark.twins | mark.plural | mark.siblings | mark.apart)) !== 0) return 'twins';
    if (across.mean < this.#enough(edge, ones, others)) return 'score';
    if (this.#weigher.twoNames(ones, others)) return 'twins';
    if ((this.#edges.marks[edge]! & mark.unnamed) !== 0 && this.#anyTwin(ones, others)) return 'twins';
    if (this.#how.families && (this.#drawnElsewhere(edge, ones, others) || this.#drawnElsewhere(edge, others, ones))) return 'margin';
    if ((this.#edges.marks[edge]! & mark.sameGiven) !== 0) return null;
    return this.#rivalled(edge, ones, others) || this.#rivalled(edge, others, ones) ? 'margin' : null;
  }

  /** Mean odds needed: more where two groups each of several like records differ (no slip then), and where there is no given name. */
  #enough(edge: number, ones: readonly number[], others: readonly number[]): number {
    const settled = Math.min(ones.length, others.length, 4) - 1;
    const unnamed = (this.#edges.marks[edge]! & mark.unnamed) !== 0;
    return this.#how.least + settled * this.#how.settled + (unnamed ? this.#how.unnamed : 0);
  }

  #anyTwin(ones: readonly number[], others: readonly number[]): boolean {
    return ones.some((row) => this.#twinned[row] === 1) || others.some((row) => this.#twinned[row] === 1);
  }

  /** True when `ones` are nearer to another group, not joined yet or not to be joined, that is hardly of one person with `others`. */
  #drawnElsewhere(edge: number, ones: readonly number[], others: readonly number[]): boolean {
    const [mine, theirs] = [this.clusters.of(ones[0]!), this.clusters.of(others[0]!)];
    for (const row of ones) {
      for (const rival of this.#neighbours.of(row)) {
        if (this.#edges.score[rival]! <= this.#edges.score[edge]!) continue;
        const end = this.#edges.one[rival] === row ? this.#edges.other[rival]! : this.#edges.one[rival]!;
        const group = this.clusters.of(end);
        if (group !== mine && group !== theirs && this.#weigher.across([end], others).mean < 0) return true;
      }
    }
    return false;
  }

  /** True when another group is nearly as near to `ones` as `others` are, and cannot be the same person as `others`. */
  #rivalled(edge: number, ones: readonly number[], others: readonly number[]): boolean {
    const enough = this.#edges.score[edge]! - this.#how.margin;
    const [mine, theirs] = [this.clusters.of(ones[0]!), this.clusters.of(others[0]!)];
    for (const row of ones) {
      for (const rival of this.#neighbours.of(row)) {
        if (this.#edges.score[rival]! < enough || (this.#edges.marks[rival]! & (mark.twins | mark.veto)) !== 0) continue;
        const end = this.#edges.one[rival] === row ? this.#edges.other[rival]! : this.#edges.one[rival]!;
        const group = this.clusters.of(end);
        if (group === mine || group === theirs) continue;
        if (this.#apart(end, others)) return true;
      }
    }
    return false;
  }

  /** True when a row cannot be the person of a group. */
  #apart(row: number, group: readonly number[]): boolean {
    const across = this.#weigher.across([row], group);
    return (across.marks & (mark.twins | mark.veto)) !== 0;
  }
}

/**
 * Joins groups from the likeliest pair down: only when the mean over all pairs across is enough, nothing forbids it and no other group comes near.
 * Never by a chain of likenesses alone: every record of one group is weighed against every record of the other. Records without a given name
 * to tell twins by come last, when it is known who has a twin.
 */
export function agglomerate(columns: Columns, edges: Edges, scorer: Scorer, how: Joinings): Agglomerated {
  const work = new Agglomeration(columns, edges, scorer, how);
  const order = bestFirst(edges).filter((edge) => edges.score[edge]! >= Math.min(how.least, 0));
  for (const unnamed of [0, mark.unnamed])
    for (const edge of order) if ((edges.marks[edge]! & mark.unnamed) === unnamed) work.consider(edge);
  return work;
}
