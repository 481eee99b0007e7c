import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape';
import { apart, frame, scalesFor, type Scales } from './spc-scales.ts';
import { explained, variationWords, whyItStandsOut } from './spc-words.ts';
import type { Better, SpcPoint, SpcResult, Variation } from './spc.ts';

/** One period of the chart. A value that is not known, or may not be shown, is null and leaves a gap. */
export interface ChartPoint {
  /** On the axis. */
  label: string;
  /** In sentences: "October 2026". */
  words: string;
  value: number | null;
}

export interface SpcChartProps {
  id: string;
  /** Says in words what the chart shows. */
  headline: string;
  points: readonly ChartPoint[];
  /** Read from the values that are known, in their order. */
  result: SpcResult;
  better: Better;
  target: number | null;
  percent?: boolean;
  inUnit: (value: number) => string;
  /** Changes made on purpose: at which period, and what. */
  changes?: readonly { at: number; words: string }[];
}

const ink = '#14191d';
const looks: Readonly<Record<Variation, { shape: SymbolType; fill: string; words: string }>> = {
  common: { shape: symbolCircle, fill: '#6d7378', words: variationWords.common },
  improvement: { shape: symbolSquare, fill: '#1d5fa8', words: variationWords.improvement },
  concern: { shape: symbolTriangle, fill: '#c4500c', words: variationWords.concern },
  change: { shape: symbolDiamond, fill: ink, words: variationWords.change },
};

interface Placed {
  at: number;
  point: SpcPoint;
}

/** A series over time with its limits, by the rules of Making Data Count. What a point says is told by its shape as well as its colour,
 *  so that it prints in black and white; the table beside it has every number. */
export function SpcChart(props: SpcChartProps) {
  const placed = props.points
    .flatMap((it, at) => (it.value === null ? [] : [at]))
    .flatMap((at, order): Placed[] => {
      const point = props.result.points[order];
      return point ? [{ at, point }] : [];
    });
  if (placed.length === 0) return null;
  const values = placed.flatMap(({ point }) => [point.value, clip(point.limits.upper, props), clip(point.limits.lower, props)]);
  const scales = scalesFor(props.points.length, props.target === null ? values : [...values, props.target], props.percent === true);
  const said = explained(props.result, (value) => props.inUnit(clip(value, props)), props.better);
  return (
    <figure class="gt-chart">
      <svg
        class="gt-chart__picture"
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-labelledby={`${props.id}-title ${props.id}-desc`}
      >
        <title id={`${props.id}-title`}>{props.headline}</title>
        <desc id={`${props.id}-desc`}>{`${said} ${standingOut(props, placed)} The table has every number.`}</desc>
        <Axes scales={scales} props={props} />
        <Lines scales={scales} props={props} placed={placed} />
        <Changes scales={scales} changes={props.changes ?? []} />
        {placed.map(({ at, point }) => (
          <Mark x={scales.x(at)} y={scales.y(point.value)} variation={point.variation} />
        ))}
      </svg>
      <figcaption class="govuk-body-s gt-chart__key">
        <Key present={new Set(placed.map(({ point }) => point.variation))} /> {said}
      </figcaption>
    </figure>
  );
}

const clip = (value: number, { percent }: SpcChartProps): number => Math.max(0, percent ? Math.min(100, value) : value);

/** The points that stand out, in a sentence for those who cannot see them. */
function standingOut({ points }: SpcChartProps, placed: readonly Placed[]): string {
  const out = placed.filter(({ point }) => point.sign !== null);
  if (out.length === 0) return 'No point stands out.';
  return `Standing out: ${out.map(({ at, point }) => `${points[at]?.words}, ${whyItStandsOut(point)}`).join('; ')}.`;
}

function Axes({ scales, props }: { scales: Scales; props: SpcChartProps }) {
  const every = Math.ceil(props.points.length / 13);
  return (
    <g class="gt-chart__axis">
      {scales.ticks.map((tick) => (
        <g>
          <line x1={frame.left} x2={frame.width - frame.right} y1={scales.y(tick)} y2={scales.y(tick)} stroke="#e1dfd8" />
          <text x={frame.left - 8} y={scales.y(tick) + 5} text-anchor="end">
            {`${tick.toLocaleString('en-GB')}${props.percent ? '%' : ''}`}
          </text>
        </g>
      ))}
      {props.points.map((point, at) =>
        (props.points.length - 1 - at) % every === 0 ? (
          <text x={scales.x(at).toFixed(1)} y={frame.height - 12} text-anchor="middle">
            {point.label}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** Stretches of points that share their limits. */
function stretches(placed: readonly Placed[]): Placed[][] {
  const found: Placed[][] = [];
  for (const one of placed) {
    const last = found.at(-1);
    if (last?.[0]?.point.limits === one.point.limits) last.push(one);
    else found.push([one]);
  }
  return found;
}

function Lines({ scales, props, placed }: { scales: Scales; props: SpcChartProps; placed: readonly Placed[] }) {
  const path = line<Placed>(
    ({ at }) => scales.x(at),
    ({ point }) => scales.y(point.value),
  )([...placed]);
  const latest = placed.at(-1)?.point.limits;
  const end = frame.width - frame.right + 10;
  const labels = latest
    ? apart([
        { y: scales.y(clip(latest.upper, props)), words: `upper limit ${props.inUnit(clip(latest.upper, props))}` },
        { y: scales.y(latest.mean), words: `average ${props.inUnit(latest.mean)}` },
        { y: scales.y(clip(latest.lower, props)), words: `lower limit ${props.inUnit(clip(latest.lower, props))}` },
        ...(props.target === null ? [] : [{ y: scales.y(props.target), words: `target ${props.inUnit(props.target)}` }]),
      ])
    : [];
  return (
    <g>
      {stretches(placed).map((some) => (
        <Stretch from={scales.x(some[0]?.at ?? 0) - 9} to={scales.x(some.at(-1)?.at ?? 0) + 9} scales={scales} props={props} some={some} />
      ))}
      {props.target === null ? null : (
        <line
          x1={frame.left}
          x2={end - 4}
          y1={scales.y(props.target)}
          y2={scales.y(props.target)}
          stroke="#9b1c1c"
          stroke-width="2"
          stroke-dasharray="2 4"
        />
      )}
      <path d={path ?? ''} fill="none" stroke={ink} stroke-width="1.5" />
      {labels.map(({ y, words }) => (
        <text x={end} y={(y + 5).toFixed(1)} class="gt-chart__label">
          {words}
        </text>
      ))}
    </g>
  );
}

function Stretch({
  from,
  to,
  scales,
  props,
  some,
}: {
  from: number;
  to: number;
  scales: Scales;
  props: SpcChartProps;
  some: readonly Placed[];
}) {
  const limits = some[0]?.point.limits;
  if (!limits) return null;
  const across = { x1: from.toFixed(1), x2: to.toFixed(1), stroke: ink };
  return (
    <g>
      <line {...across} y1={scales.y(limits.mean)} y2={scales.y(limits.mean)} />
      {[limits.upper, limits.lower].map((limit) => (
        <line {...across} y1={scales.y(clip(limit, props))} y2={scales.y(clip(limit, props))} stroke-dasharray="7 5" />
      ))}
    </g>
  );
}

function Changes({ scales, changes }: { scales: Scales; changes: readonly { at: number; words: string }[] }) {
  return (
    <g>
      {changes.map(({ at }, order) => (
        <g>
          <line
            x1={scales.x(at).toFixed(1)}
            x2={scales.x(at).toFixed(1)}
            y1={frame.top - 4}
            y2={frame.height - frame.bottom}
            stroke={ink}
            stroke-dasharray="1 3"
          />
          <text x={scales.x(at).toFixed(1)} y={frame.top - 10} text-anchor="middle" class="gt-chart__label">
            {`Change ${order + 1}`}
          </text>
        </g>
      ))}
    </g>
  );
}

function Mark({ x, y, variation }: { x: number; y: number; variation: Variation }) {
  const { shape, fill } = looks[variation];
  const size = variation === 'common' ? 34 : 90;
  return (
    <path
      d={symbol(shape, size)() ?? ''}
      transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}
      fill={fill}
      stroke={ink}
      stroke-width="0.8"
    />
  );
}

/** What the shapes mean: those that are there. */
function Key({ present }: { present: ReadonlySet<Variation> }) {
  return (
    <>
      {(Object.keys(looks) as Variation[])
        .filter((variation) => present.has(variation))
        .map((variation) => (
          <span class="gt-chart__shape">
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              <Mark x={0} y={0} variation={variation} />
            </svg>{' '}
            {looks[variation].words}.
          </span>
        ))}
    </>
  );
}
