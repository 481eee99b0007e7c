import { scaleLinear, scalePoint } from 'd3-scale';

/** The chart's own units; it is scaled to the width of the page. */
export const frame = { width: 860, height: 330, left: 56, right: 150, top: 26, bottom: 36 } as const;

export interface Scales {
  x: (at: number) => number;
  y: (value: number) => number;
  ticks: number[];
}

/** Places every period on the width and every value on the height. Shares stay between 0 and 100, counts and hours above 0. */
export function scalesFor(count: number, values: readonly number[], percent: boolean): Scales {
  const across = scalePoint<number>()
    .domain(Array.from({ length: count }, (_, at) => at))
    .range([frame.left + 12, frame.width - frame.right])
    .padding(0.1);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.1, most === 0 ? 1 : most * 0.02);
  const low = Math.max(0, least - room);
  const down = scaleLinear()
    .domain([low, percent ? Math.min(100, most + room) : most + room])
    .nice(5)
    .range([frame.height - frame.bottom, frame.top])
    .clamp(true);
  return { x: (at) => across(at) ?? 0, y: (value) => down(value), ticks: down.ticks(5) };
}

/** Labels at the right edge, moved apart where they would lie on one another, in their order from top to bottom. */
export function apart<T extends { y: number }>(labels: readonly T[], gap = 16): T[] {
  let last = -Infinity;
  return labels
    .toSorted((a, b) => a.y - b.y)
    .map((label) => {
      last = Math.max(label.y, last + gap);
      return { ...label, y: last };
    });
}
