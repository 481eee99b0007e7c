import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import type { ShownCount } from '../../../../platform/web/patterns/small-number.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { countedFor, grainFor, type Loaded } from '../counted-for.store.ts';
import { byPart } from '../figure.ts';
import { agencyNames } from '../figure.store.ts';
import { outcomeGrid } from '../grid.ts';
import { measures, type Measure } from '../measure.ts';
import { reading } from '../reading.ts';
import { partWords } from '../words.ts';

type Cell = string | number;
const count = (shown: ShownCount): Cell => (typeof shown === 'number' ? shown : 'suppressed');
const rounded = (value: number | null | undefined): Cell => (value == null ? '' : Math.round(value * 100) / 100);

/** Every figure of the pages as a file: whole periods alone, small numbers as suppressed as on the page. What was exported is in the audit. */
export async function exportPage(ctx: StaffCtx, { query }: Asked): Promise<Answer> {
  const loaded = await countedFor(ctx, grainFor(ctx, query['by']));
  const agencies = await agencyNames(ctx, [...new Set(loaded.rows.filter((row) => row.measure === 'answered').map((row) => row.part))]);
  const rows = exportRows(loaded, agencies);
  Object.assign(ctx.note.detail, { rows: rows.length - 1, by: loaded.grain, figuresAlone: loaded.sight === 'figures' });
  return {
    kind: 'file',
    name: `front-door-by-${loaded.grain}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Buffer.from(`${rows.map(line).join('\r\n')}\r\n`),
  };
}

/** A quote, and a mark before what a spreadsheet would take for a formula. */
const line = (cells: readonly Cell[]): string =>
  cells
    .map(
      (cell) =>
        `"${String(cell)
          .replace(/^[=+\-@\t]/, "'$&")
          .replaceAll('"', '""')}"`,
    )
    .join(',');

/** Measure by measure, period by period, with limits and signs; then the splits of the last twelve periods. Pure. */
export function exportRows(loaded: Loaded, agencies: ReadonlyMap<string, string>): Cell[][] {
  const stamp = loaded.lookedAt?.toISOString() ?? '';
  const head = [
    'measure',
    'part',
    'from',
    'by',
    'numerator',
    'denominator',
    'value',
    'unit',
    'average',
    'lower',
    'upper',
    'sign',
    'target',
    'source',
    'counted up to',
  ];
  return [
    head,
    ...measures.filter((one) => one.key !== 'outcome').flatMap((measure) => overTime(loaded, measure, stamp)),
    ...measures.flatMap((measure) => split(loaded, measure, agencies, stamp)),
  ];
}

function overTime(loaded: Loaded, measure: Measure, stamp: string): Cell[][] {
  const { figures, known, result, target } = reading(loaded, measure);
  return figures.map((figure) => {
    const point = result.points[known.indexOf(figure)];
    const limits = [point?.limits.mean, point?.limits.lower, point?.limits.upper].map(rounded);
    return [
      measure.name,
      'all',
      figure.period,
      loaded.grain,
      count(figure.numerator),
      measure.denominator ? count(figure.denominator) : '',
      rounded(figure.value),
      measure.unit,
      ...limits,
      point?.sign ?? '',
      target?.target ?? '',
      measure.source,
      stamp,
    ];
  });
}

function split(loaded: Loaded, measure: Measure, agencies: ReadonlyMap<string, string>, stamp: string): Cell[][] {
  if (!measure.split) return [];
  const periods = loaded.periods.slice(-12);
  const from = periods[0] ?? '';
  const over = `${periods.length} ${loaded.grain}s`;
  const tail = ['', '', '', '', '', measure.source, stamp];
  if (measure.split === 'outcome')
    return outcomeGrid(loaded.rows, periods, loaded.sight).lines.flatMap((one) =>
      one.levels.map((shown, at) => [measure.name, `${one.code} level ${at + 1}`, from, over, count(shown), '', '', measure.unit, ...tail]),
    );
  return byPart(loaded.rows, measure, periods, loaded.sight).map((figure) => [
    measure.name,
    partWords(figure.part, measure.split, agencies),
    from,
    over,
    count(figure.numerator),
    measure.denominator ? count(figure.denominator) : '',
    rounded(figure.value),
    measure.unit,
    ...tail,
  ]);
}
