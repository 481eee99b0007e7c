import type { Share } from '../../interval.ts';

export interface ShareBar {
  name: string;
  share: Share | null;
}

const [labels, width, row] = [230, 620, 26];
const scale = (share: number): number => labels + share * (width - labels - 60);
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Shares of a hundred with their intervals, one bar each, labelled directly; black on white so that it prints. A table beneath says the same. */
export function ShareChart({ title, bars, id }: { title: string; bars: readonly ShareBar[]; id: string }) {
  const shown = bars.filter((bar) => bar.share?.share !== null && bar.share !== null);
  const height = shown.length * row + 8;
  return (
    <svg class="gt-evidence__chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {shown.map((bar) => `${bar.name} ${percent(bar.share?.share ?? 0)}`).join('; ')}. The table beneath says the same.
      </desc>
      {shown.map((bar, at) => (
        <Bar bar={bar} y={at * row + 4} />
      ))}
    </svg>
  );
}

function Bar({ bar, y }: { bar: ShareBar; y: number }) {
  const { share, low, high } = bar.share ?? { share: 0, low: 0, high: 0 };
  const middle = y + 9;
  return (
    <g>
      <text x={0} y={y + 14} class="gt-evidence__label">
        {bar.name}
      </text>
      <rect x={labels} y={y + 3} width={(scale(share ?? 0) - labels).toFixed(1)} height={12} fill="#c9c7bf" stroke="#14191d" />
      <line x1={scale(low ?? 0).toFixed(1)} x2={scale(high ?? 0).toFixed(1)} y1={middle} y2={middle} stroke="#14191d" stroke-width="3" />
      <text x={width - 55} y={y + 14} class="gt-evidence__label">
        {percent(share ?? 0)}
      </text>
    </g>
  );
}
