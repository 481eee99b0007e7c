import { cellsOf, readCsv } from './read-csv.ts';
import type { Truth } from './truth.ts';

/** What a matcher said of each record of a truth, by place: a number for its cluster, and whether it asked for review. */
export interface Answer {
  cluster: Int32Array;
  review: Uint8Array;
  /** Records the answer lacks (each stands alone), names it invented, and records it named twice. */
  lacking: number;
  unknown: number;
  doubled: number;
}

/** The counts behind one score; a pair is two records. */
export interface Score {
  records: number;
  people: number;
  truePairs: number;
  joinedPairs: number;
  rightPairs: number;
  precision: number;
  recall: number;
  f1: number;
  /** Pairs of people of one multiple birth who both have records; merged: some record of each in one cluster. */
  twinPairs: number;
  twinPairsMerged: number;
  siblingPairs: number;
  siblingPairsMerged: number;
  unrelatedPairsMerged: number;
  reviewShare: number;
  /** People whose records are one cluster and nobody else's. */
  wholeShare: number;
  /** People with one record, and how many of them were put with somebody else. */
  single: number;
  singleMerged: number;
  recallBy: ReadonlyMap<string, { pairs: number; right: number }>;
  unlisted: number;
}

/** Puts an answer in the truth's order. */
export function answerOf(truth: Truth, rows: Iterable<readonly [id: string, cluster: string, band: string]>): Answer {
  const cluster = new Int32Array(truth.ids.length);
  const review = new Uint8Array(truth.ids.length);
  const numbers = new Map<string, number>();
  let [unknown, doubled] = [0, 0];
  for (const [id, name, band] of rows) {
    const at = truth.place.get(id);
    if (at === undefined) unknown += 1;
    else if (cluster[at] !== 0) doubled += 1;
    else {
      let number = numbers.get(name);
      if (number === undefined) numbers.set(name, (number = numbers.size + 1));
      cluster[at] = number;
      review[at] = band === 'review' ? 1 : 0;
    }
  }
  let [next, lacking] = [numbers.size + 1, 0];
  for (let at = 0; at < cluster.length; at += 1) {
    if (cluster[at] !== 0) continue;
    cluster[at] = next;
    next += 1;
    lacking += 1;
  }
  return { cluster, review, lacking, unknown, doubled };
}

/** Reads the matcher's output file (id,cluster,band). */
export function readAnswer(file: string, truth: Truth): Answer {
  const { places, lines } = readCsv(file, ['id', 'cluster', 'band']);
  function* rows() {
    for (const line of lines) {
      const cells = cellsOf(line);
      yield [cells[places[0] ?? 0] ?? '', cells[places[1] ?? 1] ?? '', cells[places[2] ?? 2] ?? ''] as const;
    }
  }
  return answerOf(truth, rows());
}

/** Places sorted together by a number each has: calls `each` with every group of equals. */
export function eachGroup(numbers: Int32Array, each: (places: readonly number[]) => void): void {
  const groups = new Map<number, number[]>();
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    if (number === 0) continue;
    const group = groups.get(number);
    if (group) group.push(at);
    else groups.set(number, [at]);
  }
  for (const group of groups.values()) each(group);
}

const pairs = (count: number): number => (count * (count - 1)) / 2;

function counts(places: readonly number[], numbers: Int32Array): Map<number, number> {
  const found = new Map<number, number>();
  for (const at of places) found.set(numbers[at] ?? 0, (found.get(numbers[at] ?? 0) ?? 0) + 1);
  return found;
}

/** How related two records of different people are. */
export function relation(truth: Truth, one: number, other: number): 'twin' | 'sibling' | 'unrelated' {
  if (truth.twins[one] !== 0 && truth.twins[one] === truth.twins[other]) return 'twin';
  return truth.mother[one] !== 0 && truth.mother[one] === truth.mother[other] ? 'sibling' : 'unrelated';
}

/** Every pair of people who share a cluster, once, with a record of each. */
export function mergedPeople(truth: Truth, answer: Answer): { one: number; other: number }[] {
  const found = new Map<string, { one: number; other: number }>();
  eachGroup(answer.cluster, (places) => {
    const people = new Map(places.map((at) => [truth.person[at] ?? 0, at]));
    if (people.size < 2) return;
    const list = [...people].sort(([a], [b]) => a - b);
    for (const [first, [person, one]] of list.entries())
      for (const [second, other] of list.slice(first + 1)) found.set(`${person} ${second}`, { one, other });
  });
  return [...found.values()];
}

function familyPairs(truth: Truth): { twinPairs: number; siblingPairs: number } {
  let [twinPairs, motherPairs] = [0, 0];
  eachGroup(truth.twins, (places) => (twinPairs += pairs(counts(places, truth.person).size)));
  eachGroup(truth.mother, (places) => (motherPairs += pairs(counts(places, truth.person).size)));
  return { twinPairs, siblingPairs: motherPairs - twinPairs };
}

function byPerson(truth: Truth, answer: Answer, clusterSizes: Int32Array) {
  const recallBy = new Map<string, { pairs: number; right: number }>();
  const total = { people: 0, truePairs: 0, rightPairs: 0, whole: 0, single: 0, singleMerged: 0 };
  eachGroup(truth.person, (places) => {
    const clusters = counts(places, answer.cluster);
    const right = [...clusters.values()].reduce((sum, count) => sum + pairs(count), 0);
    const size = clusterSizes[answer.cluster[places[0] ?? 0] ?? 0] ?? 0;
    total.people += 1;
    total.truePairs += pairs(places.length);
    total.rightPairs += right;
    if (clusters.size === 1 && size === places.length) total.whole += 1;
    if (places.length === 1) total.single += 1;
    if (places.length === 1 && size > 1) total.singleMerged += 1;
    const community = truth.community[places[0] ?? 0] ?? '';
    const tally = recallBy.get(community) ?? { pairs: 0, right: 0 };
    recallBy.set(community, { pairs: tally.pairs + pairs(places.length), right: tally.right + right });
  });
  return { ...total, recallBy };
}

/** Scores an answer exactly: precision and recall over pairs of records in one cluster, and the pairs of people put together. */
export function score(truth: Truth, answer: Answer): Score {
  const clusterSizes = new Int32Array(truth.ids.length * 2 + 2);
  for (const cluster of answer.cluster) clusterSizes[cluster] = (clusterSizes[cluster] ?? 0) + 1;
  const joinedPairs = clusterSizes.reduce((sum, size) => sum + pairs(size), 0);
  const { people, truePairs, rightPairs, whole, single, singleMerged, recallBy } = byPerson(truth, answer, clusterSizes);
  const merged = { twin: 0, sibling: 0, unrelated: 0 };
  for (const { one, other } of mergedPeople(truth, answer)) merged[relation(truth, one, other)] += 1;
  const [precision, recall] = [joinedPairs === 0 ? 1 : rightPairs / joinedPairs, truePairs === 0 ? 1 : rightPairs / truePairs];
  return {
    records: truth.ids.length,
    people,
    truePairs,
    joinedPairs,
    rightPairs,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    ...familyPairs(truth),
    twinPairsMerged: merged.twin,
    siblingPairsMerged: merged.sibling,
    unrelatedPairsMerged: merged.unrelated,
    reviewShare: answer.review.reduce((sum, one) => sum + one, 0) / Math.max(1, truth.ids.length),
    wholeShare: whole / Math.max(1, people),
    single,
    singleMerged,
    recallBy,
    unlisted: answer.lacking + answer.unknown + answer.doubled,
  };
}

/** The best and the worst community's recall, of those with at least `fewest` true pairs. */
export function communityGap(of: Score, fewest: number): { best: [string, number]; worst: [string, number]; points: number } {
  const shares = [...of.recallBy].filter(([, it]) => it.pairs >= fewest).map(([code, it]): [string, number] => [code, it.right / it.pairs]);
  const sorted = shares.sort(([, one], [, other]) => one - other);
  const nobody: [string, number] = ['', 1];
  const worst = sorted[0] ?? nobody;
  const best = sorted.at(-1) ?? nobody;
  return { best, worst, points: (best[1] - worst[1]) * 100 };
}
