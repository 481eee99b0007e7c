import type { ShownCount } from '../../platform/web/patterns/small-number.tsx';
import { suppress } from '../outcomes/index.ts';

/** Goals that cite an outcome in one state: how many, and the sums of their scales (0 to 10 each) at the start and now. */
export interface GoalCount {
  outcomeId: string;
  state: string;
  count: number;
  baseline: number;
  latest: number;
}

/** One outcome's counts as they may be shown. `scale` is the mean at the start and now, where the number of goals itself is shown. */
export interface OutcomeLine {
  outcomeId: string;
  total: ShownCount;
  working: ShownCount;
  achieved: ShownCount;
  dropped: ShownCount;
  scale: { start: number; now: number } | null;
}

export interface PathwayCounts {
  lines: ReadonlyMap<string, OutcomeLine>;
  all: Omit<OutcomeLine, 'outcomeId'>;
}

const states = ['working', 'achieved', 'dropped'] as const;

/** Counts goals by outcome and hides what would point at a family. One table for everyone and every filter: the same number is shown, or hidden,
 *  wherever it appears. `outcomeIds` is the whole pathway, retired outcomes too. */
export function pathwayCounts(outcomeIds: readonly string[], counts: readonly GoalCount[]): PathwayCounts {
  const numbers = outcomeIds.map((id) =>
    states.map((state) => counts.find((row) => row.outcomeId === id && row.state === state)?.count ?? 0),
  );
  const { cells, rowTotals, columnTotals, total } = suppress(numbers);
  const lines = new Map(
    outcomeIds.map((outcomeId, at): [string, OutcomeLine] => {
      const shown = rowTotals[at] ?? 0;
      return [
        outcomeId,
        {
          outcomeId,
          total: shown,
          ...named(cells[at] ?? []),
          scale: typeof shown === 'number' ? meanScale(counts.filter((row) => row.outcomeId === outcomeId)) : null,
        },
      ];
    }),
  );
  return { lines, all: { total, ...named(columnTotals), scale: typeof total === 'number' ? meanScale(counts) : null } };
}

const named = (counts: readonly ShownCount[]) => ({ working: counts[0] ?? 0, achieved: counts[1] ?? 0, dropped: counts[2] ?? 0 });

/** The mean at the start and now to one decimal, over every goal of the line; null when there is none. */
function meanScale(rows: readonly GoalCount[]): { start: number; now: number } | null {
  const goals = rows.reduce((sum, row) => sum + row.count, 0);
  if (goals === 0) return null;
  const mean = (of: (row: GoalCount) => number): number => Math.round((rows.reduce((sum, row) => sum + of(row), 0) / goals) * 10) / 10;
  return { start: mean((row) => row.baseline), now: mean((row) => row.latest) };
}

/** How many more goals there are than the reader may open: a number, or 'not said' when it, or the total, would be too small to tell. */
export function moreThanOpen(total: ShownCount, open: number): number | 'not said' {
  if (typeof total !== 'number') return 'not said';
  const more = total - open;
  return more === 0 || more > 5 ? Math.max(0, more) : 'not said';
}

/** What the chart shows, in a sentence, from numbers that may be shown. */
export function headline(lines: readonly { label: string; stage: string; total: ShownCount }[], all: ShownCount): string {
  const largest = lines
    .filter((line): line is typeof line & { total: number } => typeof line.total === 'number' && line.total > 0)
    .toSorted((a, b) => b.total - a.total)[0];
  if (!largest)
    return lines.some((line) => line.total !== 0)
      ? 'So few goals cite these outcomes that no number can be shown'
      : 'No goal cites these outcomes yet';
  const of = typeof all === 'number' ? ` of ${all.toLocaleString('en-GB')}` : '';
  return `Most goals are about “${largest.label}” (${largest.stage.toLowerCase()}): ${largest.total.toLocaleString('en-GB')}${of}`;
}
