import type { Agglomerated, Joining } from './agglomerate.ts';
import type { Band } from './evidence.ts';
import type { Edges } from './score-pairs.ts';

/**
 * Of all pairs the link band joins, this share may be wrong by their odds. The odds are too low once groups have grown, more so where no families
 * can be confused: on files with known answers these settings left fewer than one pair in a thousand wrong.
 */
export const allowedWrong = { families: 0.0021, noFamilies: 0.01 };

/** Scores between which the threshold is sought: never under even odds by much, never so high that only copies are joined. */
const bounds = [-1, 5] as const;

const wrong = (joining: Joining): number => joining.pairs / (1 + Math.exp(joining.belief));

/** Share of joined pairs expected to be right, from the odds each joining was made on. */
export function expectedPrecision(joined: readonly Joining[], pairs: number): number {
  const bad = joined.reduce((sum, joining) => sum + Math.min(wrong(joining), joining.pairs), 0);
  return pairs === 0 ? 1 : 1 - bad / pairs;
}

/** The lowest threshold at which no more than `allowed` of the joined pairs are expected to be wrong. No labels: the odds themselves say it. */
export function chooseThreshold(joined: readonly Joining[], allowed: number): number {
  const best = joined.toSorted((one, other) => other.score - one.score);
  let [bad, pairs, least] = [0, 0, bounds[1] as number];
  for (const joining of best) {
    bad += wrong(joining);
    pairs += joining.pairs;
    if (bad <= allowed * pairs) least = joining.score;
  }
  return Math.min(bounds[1], Math.max(bounds[0], least));
}

/** An open question between two records. */
export interface Question {
  one: number;
  other: number;
  score: number;
  why: string;
}

/** Odds from which a pair that was not joined is worth a person's look. */
const worthAsking = 0;

/** The questions left open between groups: for two groups the likeliest pair, only where odds are even or better. */
export function openQuestions(edges: Edges, result: Agglomerated): Question[] {
  const asked = new Map<number, Question>();
  for (const { edge, why } of result.open) {
    if (why === 'veto' || edges.score[edge]! < worthAsking) continue;
    const [one, other] = [edges.one[edge]!, edges.other[edge]!];
    const [a, b] = [result.clusters.of(one), result.clusters.of(other)];
    if (a === b) continue;
    const key = Math.min(a, b) * 67108864 + Math.max(a, b);
    const question = { one, other, score: edges.score[edge]!, why };
    if ((asked.get(key)?.score ?? -Infinity) < question.score) asked.set(key, question);
  }
  return [...asked.values()].toSorted((one, other) => other.score - one.score || one.one - other.one || one.other - other.other);
}

/** Band of each row: joined, alone, or with its place in question: of two groups that may be one, the record of the smaller group is asked about. */
export function bandsOf(count: number, result: Agglomerated, questions: readonly Question[]): Band[] {
  const bands = Array.from({ length: count }, (_, row): Band => (result.clusters.size[result.clusters.of(row)]! > 1 ? 'link' : 'no link'));
  for (const { one, other } of questions) {
    const [mine, theirs] = [one, other].map((row) => result.clusters.size[result.clusters.of(row)]!) as [number, number];
    bands[mine <= theirs ? one : other] = 'review';
  }
  return bands;
}
