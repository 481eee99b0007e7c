/** Outcomes by threshold level: one grid of children, with nothing small for those who see figures alone. Pure. */
import { suppress } from '../../outcomes/index.ts';
import type { ShownCount } from '../../../platform/web/patterns/small-number.tsx';
import { outcomeCodes, type OutcomeCode } from '../decision.ts';
import type { FigureRow, Sight } from './figure.ts';

/** One outcome's line: children at levels 1 to 4, and together. */
export interface OutcomeLine {
  code: OutcomeCode;
  levels: readonly ShownCount[];
  total: ShownCount;
}
export interface OutcomeGrid {
  lines: OutcomeLine[];
  levelTotals: readonly ShownCount[];
  total: ShownCount;
}

/** The grid over the given periods; outcomes nobody had are left out. */
export function outcomeGrid(rows: readonly FigureRow[], periods: readonly string[], sight: Sight): OutcomeGrid {
  const within = new Set(periods);
  const mine = rows.filter((row) => row.measure === 'outcome' && within.has(row.period));
  const count = (part: string): number => mine.reduce((sum, row) => sum + (row.part === part ? row.numerator : 0), 0);
  const all = outcomeCodes
    .map((code) => ({ code, levels: [1, 2, 3, 4].map((level) => count(`${level} ${code}`)) }))
    .filter(({ levels }) => levels.some((one) => one > 0));
  const numbers = all.map(({ levels }) => levels);
  const table = sight === 'whole' ? plain(numbers) : suppress(numbers);
  return {
    lines: all.map(({ code }, at) => ({ code, levels: table.cells[at] ?? [], total: table.rowTotals[at] ?? 0 })),
    levelTotals: all.length === 0 ? [0, 0, 0, 0] : table.columnTotals,
    total: all.length === 0 ? 0 : table.total,
  };
}

function plain(numbers: readonly (readonly number[])[]): ReturnType<typeof suppress> {
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
  return {
    cells: numbers.map((line) => [...line]),
    rowTotals: numbers.map(sum),
    columnTotals: [0, 1, 2, 3].map((at) => sum(numbers.map((line) => line[at] ?? 0))),
    total: sum(numbers.map(sum)),
  };
}
