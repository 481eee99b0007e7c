/** A measure over time as it is read: its figures, limits, what the latest says, and the target it is held against. Pure. */
import { headlineOf } from '../../../platform/web/charts/spc-words.ts';
import { spc, type SpcResult } from '../../../platform/web/charts/spc.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { byPeriod, inUnit, type FigureRow, type PeriodFigure, type Sight } from './figure.ts';
import type { Measure } from './measure.ts';
import { inPeriod, periodOf, type Grain } from './period.ts';

/** A target as it stands. */
export interface Target {
  id: string;
  measure: string;
  target: number;
  validFrom: PlainDate;
  reason: string;
}

/** A change made on purpose, as the charts mark it; `measure` null is all of them. */
export interface ProcessChange {
  id: string;
  measure: string | null;
  happenedOn: PlainDate;
  words: string;
  beginsAnew: boolean;
}

export interface Reading {
  measure: Measure;
  figures: PeriodFigure[];
  /** Figures whose value is known, in order: what the limits are worked out from. */
  known: PeriodFigure[];
  result: SpcResult;
  target: Target | null;
  changes: { at: number; change: ProcessChange }[];
  headline: string;
}

/** Everything a page needs to know to read measures: what was counted, over which whole periods, for whom. */
export interface Counted {
  rows: readonly FigureRow[];
  periods: readonly PlainDate[];
  grain: Grain;
  sight: Sight;
  targets: readonly Target[];
  changes: readonly ProcessChange[];
}

/** Reads one measure. Limits begin anew at the first known figure of a period in which the process was changed on purpose, or after it. */
export function reading({ rows, periods, grain, sight, targets, changes }: Counted, measure: Measure): Reading {
  const figures = byPeriod(rows, measure, periods, sight);
  const known = figures.filter((figure) => figure.value !== null);
  const target = measure.unit === 'count' ? null : (targets.find((one) => one.measure === measure.key) ?? null);
  const mine = changes.filter((one) => one.measure === null || one.measure === measure.key);
  const beginAnewAt = mine
    .filter((one) => one.beginsAnew)
    .map((one) => known.findIndex((figure) => figure.period >= periodOf(one.happenedOn, grain)))
    .filter((at) => at > 0);
  const result = spc(
    known.map((figure) => figure.value ?? 0),
    { better: measure.better, target: target?.target ?? null, beginAnewAt },
  );
  const last = known.at(-1);
  const latest = { value: last?.value == null ? '' : inUnit(last.value, measure.unit), when: last ? inPeriod(last.period, grain) : '' };
  return {
    measure,
    figures,
    known,
    result,
    target,
    changes: mine
      .map((change) => ({ change, at: periods.indexOf(periodOf(change.happenedOn, grain)) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at),
    headline: headlineOf(measure.name, latest, result),
  };
}
