/** Figures: numerators and denominators by period and part, as they may be shown to one reader. Pure. */
import { suppress, suppressOne } from '../../outcomes/index.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import type { ShownCount } from '../../../platform/web/patterns/small-number.tsx';
import type { Measure } from './measure.ts';

/** One count of the database: a measure's part in a period. */
export interface FigureRow {
  measure: string;
  part: string;
  period: PlainDate;
  numerator: number;
  denominator: number;
}

/** A numerator and denominator as they may be shown; `value` in the measure's unit, null where there is none or it may not be shown. */
export interface Figure {
  numerator: ShownCount;
  denominator: ShownCount;
  value: number | null;
}
export interface PeriodFigure extends Figure {
  period: PlainDate;
}
export interface PartFigure extends Figure {
  part: string;
}

/** `whole` readers may open what is counted; others see nothing that could point at a child. */
export type Sight = 'whole' | 'figures';

interface Pair {
  n: number;
  d: number;
}

/** A measure period by period, nought where nothing was counted. */
export function byPeriod(rows: readonly FigureRow[], measure: Measure, periods: readonly PlainDate[], sight: Sight): PeriodFigure[] {
  const mine = Map.groupBy(
    rows.filter((row) => row.measure === measure.key),
    (row) => row.period,
  );
  const pairs = periods.map((period) => added(mine.get(period) ?? []));
  return shown(pairs, measure, sight).map((figure, at) => ({ ...figure, period: periods[at] ?? '' }));
}

/** A measure part by part over the given periods, largest first. */
export function byPart(rows: readonly FigureRow[], measure: Measure, periods: readonly PlainDate[], sight: Sight): PartFigure[] {
  const within = new Set(periods);
  const mine = rows.filter((row) => row.measure === measure.key && within.has(row.period));
  const parts = [...Map.groupBy(mine, (row) => row.part)].map(([part, some]) => ({ part, ...added(some) }));
  parts.sort((a, b) => b.d - a.d || a.part.localeCompare(b.part));
  return shown(parts, measure, sight).map((figure, at) => ({ ...figure, part: parts[at]?.part ?? '' }));
}

const added = (rows: readonly FigureRow[]): Pair =>
  rows.reduce((sum, row) => ({ n: sum.n + row.numerator, d: sum.d + row.denominator }), { n: 0, d: 0 });

/** What one reader may be shown of a column of figures. For readers of figures alone the counts of 1 to 5 are hidden, those who make up the
 *  rest of a denominator too, and as many others as it takes that none can be worked out. */
function shown(pairs: readonly Pair[], measure: Measure, sight: Sight): Figure[] {
  if (sight === 'whole') return pairs.map((pair) => ({ numerator: pair.n, denominator: pair.d, value: valueOf(pair, measure) }));
  if (measure.unit === 'hours')
    return pairs.map((pair) => {
      const denominator = suppressOne(pair.d);
      return typeof denominator === 'number'
        ? { numerator: pair.n, denominator, value: valueOf(pair, measure) }
        : { numerator: 'protects another', denominator, value: null };
    });
  const table = suppress(pairs.map(({ n, d }) => (measure.denominator === null ? [n] : [n, d - n])));
  return pairs.map((pair, at) => {
    const [numerator, denominator] = [table.cells[at]?.[0] ?? 0, table.rowTotals[at] ?? 0];
    const mayTell = typeof numerator === 'number' && typeof denominator === 'number';
    return { numerator, denominator, value: mayTell ? valueOf(pair, measure) : null };
  });
}

function valueOf({ n, d }: Pair, { unit }: Measure): number | null {
  if (unit === 'count') return n;
  if (d === 0) return null;
  return unit === 'percent' ? (100 * n) / d : n / 60 / d;
}

/** "93.4%", "1.5 hours", "312". */
export function inUnit(value: number, unit: Measure['unit']): string {
  if (unit === 'count') return Math.round(value).toLocaleString('en-GB');
  const rounded = (Math.round(value * 10) / 10).toLocaleString('en-GB');
  return unit === 'percent' ? `${rounded}%` : `${rounded} ${rounded === '1' ? 'hour' : 'hours'}`;
}
