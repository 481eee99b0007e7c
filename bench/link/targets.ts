import { communityGap, type Score } from './scoring/score.ts';
import type { Measured } from './measured-set.ts';

/** One line of the table: what was measured over one or several runs, against its target and today's best public figure. */
export interface Line {
  set: string;
  measure: string;
  result: string;
  target: string;
  met: 'yes' | 'no' | '–';
  best: string;
}

/** Communities with fewer true pairs than this say too little to be held against one another. */
export const fewestPairs = 800;

const sum = (runs: readonly Measured[], of: (score: Score) => number): number => runs.reduce((total, run) => total + of(run.score), 0);
const mean = (runs: readonly Measured[], of: (score: Score) => number): number => sum(runs, of) / runs.length;
const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
const thousands = (count: number): string => Math.round(count).toLocaleString('en-GB');
const met = (right: boolean): 'yes' | 'no' => (right ? 'yes' : 'no');

/** Several runs as one, for shares of all their pairs. */
export function pooled(runs: readonly Measured[]): Score['recallBy'] {
  const all = new Map<string, { pairs: number; right: number }>();
  for (const run of runs) {
    for (const [code, it] of run.score.recallBy) {
      const tally = all.get(code) ?? { pairs: 0, right: 0 };
      all.set(code, { pairs: tally.pairs + it.pairs, right: tally.right + it.right });
    }
  }
  return all;
}

function twinLine(set: string, runs: readonly Measured[], most: number, best: string): Line {
  const [merged, pairs] = [sum(runs, (it) => it.twinPairsMerged), sum(runs, (it) => it.twinPairs)];
  return {
    set,
    measure: 'twin pairs wrongly merged',
    result: `${share(merged, pairs)} (${merged} of ${pairs})`,
    target: `≤ ${most} %`,
    met: met(merged / Math.max(1, pairs) <= most / 100),
    best,
  };
}

function siblingLine(set: string, runs: readonly Measured[], best: string): Line {
  const [merged, pairs] = [sum(runs, (it) => it.siblingPairsMerged), sum(runs, (it) => it.siblingPairs)];
  return { set, measure: 'sibling pairs merged', result: `${merged} of ${pairs}`, target: '0', met: met(merged === 0), best };
}

/** The lines of the borough, over its seeds. */
export function boroughLines(runs: readonly Measured[]): Line[] {
  const set = 'borough';
  const [f1, precision, review] = [mean(runs, (it) => it.f1), mean(runs, (it) => it.precision), mean(runs, (it) => it.reviewShare)];
  const first = runs[0];
  if (!first) return [];
  const gap = communityGap({ ...first.score, recallBy: pooled(runs) }, fewestPairs);
  const named = `${gap.worst[0]} ${(100 * gap.worst[1]).toFixed(1)} to ${gap.best[0]} ${(100 * gap.best[1]).toFixed(1)}`;
  return [
    { set, measure: 'cluster F1', result: f1.toFixed(4), target: '≥ 0.985', met: met(f1 >= 0.985), best: '0.950' },
    { set, measure: 'auto-link precision', result: precision.toFixed(4), target: '≥ 0.999', met: met(precision >= 0.999), best: '0.961' },
    twinLine(set, runs, 0.5, '71–80 %'),
    siblingLine(set, runs, '22–182'),
    {
      set,
      measure: 'recall, worst to best community',
      result: `${gap.points.toFixed(1)} points (${named})`,
      target: '≤ 3 points',
      met: met(gap.points <= 3),
      best: '18.6 points',
    },
    { set, measure: 'records in review', result: share(review, 1), target: '≤ 2 %', met: met(review <= 0.02), best: '–' },
  ];
}

/** The lines of the borough with many twins. */
export function twinHeavyLines(runs: readonly Measured[]): Line[] {
  if (runs.length === 0) return [];
  const set = 'twin-heavy';
  return [
    twinLine(set, runs, 1, '73 %'),
    siblingLine(set, runs, '10'),
    { set, measure: 'cluster F1', result: mean(runs, (it) => it.f1).toFixed(4), target: '–', met: '–', best: '0.767' },
    { set, measure: 'auto-link precision', result: mean(runs, (it) => it.precision).toFixed(4), target: '–', met: '–', best: '0.658' },
    {
      set,
      measure: 'records in review',
      result: share(
        mean(runs, (it) => it.reviewShare),
        1,
      ),
      target: '–',
      met: '–',
      best: '–',
    },
  ];
}

/** The lines of the million records: time and memory first. */
export function nationalLines(runs: readonly Measured[]): Line[] {
  return runs.flatMap(({ score, cost }) => {
    const set = 'national, 1M records';
    const [perSecond, gigabytes] = [score.records / cost.wallSeconds, cost.peakBytes / 1e9];
    const gap = communityGap(score, fewestPairs);
    return [
      {
        set,
        measure: 'records a second, end to end',
        result: `${thousands(perSecond)} (${cost.wallSeconds.toFixed(1)} s; ${thousands(score.records / cost.cpuSeconds)} a second of processor)`,
        target: '≥ 30,000',
        met: met(perSecond >= 30_000),
        best: '10,300',
      },
      { set, measure: 'peak memory', result: `${gigabytes.toFixed(2)} GB`, target: '≤ 3 GB', met: met(gigabytes <= 3), best: '6.0 GB' },
      { set, measure: 'cluster F1', result: score.f1.toFixed(4), target: '–', met: '–' as const, best: '0.938' },
      { set, measure: 'auto-link precision', result: score.precision.toFixed(4), target: '–', met: '–' as const, best: '–' },
      {
        set,
        measure: 'twin pairs wrongly merged',
        result: `${share(score.twinPairsMerged, score.twinPairs)} (${score.twinPairsMerged} of ${score.twinPairs})`,
        target: '–',
        met: '–' as const,
        best: '78 %',
      },
      {
        set,
        measure: 'sibling pairs merged',
        result: `${score.siblingPairsMerged} of ${score.siblingPairs}`,
        target: '–',
        met: '–' as const,
        best: '1,490',
      },
      {
        set,
        measure: 'recall, worst to best community',
        result: `${gap.points.toFixed(1)} points`,
        target: '–',
        met: '–' as const,
        best: '–',
      },
      { set, measure: 'records in review', result: share(score.reviewShare, 1), target: '–', met: '–' as const, best: '–' },
    ];
  });
}

/** One line of a public set; `run` is null where the set is absent. */
export function publicLine(name: string, target: number | null, best: string, run: Measured | null): Line {
  const shown = { set: name, measure: 'cluster F1', target: target === null ? '–' : `≥ ${target}`, best };
  if (!run) return { ...shown, result: 'absent', met: '–' };
  const { f1, precision, recall } = run.score;
  return {
    ...shown,
    result: `${f1.toFixed(4)} (P ${precision.toFixed(4)}, R ${recall.toFixed(4)})`,
    met: target === null ? '–' : met(f1 >= target),
  };
}
