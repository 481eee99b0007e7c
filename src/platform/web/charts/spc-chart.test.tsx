import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { SpcChart, type SpcChartProps } from './spc-chart.tsx';
import { apart } from './spc-scales.ts';
import { headlineOf } from './spc-words.ts';
import { spc, type SpcOptions } from './spc.ts';

const year = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13];

function chart(values: readonly (number | null)[], options: SpcOptions, more: Partial<SpcChartProps> = {}): string {
  const known = values.filter((value): value is number => value !== null);
  return render(
    <SpcChart
      id="c"
      headline="Told in time"
      points={values.map((value, at) => ({ label: `${at}`, words: `Month ${at + 1}`, value }))}
      result={spc(known, options)}
      better={options.better}
      target={options.target ?? null}
      inUnit={(value) => `${Math.round(value * 10) / 10}`}
      {...more}
    />,
  );
}

describe('an SPC chart', () => {
  it('tells those who cannot see it what it shows: average, limits, and every point that stands out with why', () => {
    const svg = chart([...year, 20, 11], { better: 'less' });
    expect(svg).toContain('role="img" aria-labelledby="c-title c-desc"');
    expect(svg).toContain('<title id="c-title">Told in time</title>');
    expect(svg).toContain('Average 11.5; by chance alone it lies between 6.4 and 16.6, worked out from 12 points. Less is better.');
    expect(svg).toContain('Standing out: Month 13, above the upper limit.');
  });

  it('tells a change by its shape, and says in words what each shape means', () => {
    const shapes = (svg: string): string[] => [...svg.matchAll(/<path d="([^"]+)" transform/g)].map(([, d]) => d ?? '');
    const svg = chart([...year, 20], { better: 'less' });
    expect(new Set(shapes(svg)).size).toBe(2);
    expect(svg).toContain('a change for the worse.');
    expect(svg).not.toContain('a change for the better.');
  });

  it('labels target and limits at the line, none on another', () => {
    const svg = chart(year, { better: 'more', target: 11.6 });
    for (const words of ['upper limit 16.6', 'average 11.5', 'lower limit 6.4', 'target 11.6']) expect(svg).toContain(words);
    expect(apart([{ y: 10 }, { y: 11 }, { y: 60 }]).map(({ y }) => y)).toEqual([10, 26, 60]);
  });

  it('leaves a gap where a number is not shown, and draws no limit below nought or beyond the whole', () => {
    expect(chart([...year.slice(0, 6), null, ...year.slice(6)], { better: 'more' }).match(/ transform=/g)?.length).toBe(12 + 1);
    expect(chart([1, 9, 1, 9, 1, 9], { better: 'more' })).toContain('lower limit 0');
    expect(chart([91, 99, 91, 99, 91, 99], { better: 'more' }, { percent: true })).toContain('upper limit 100');
  });

  it('carries no style and no script, so that it shows under the strictest policy', () =>
    expect(chart(year, { better: 'more' })).not.toMatch(/style=|<script|on\w+=/));

  it('is nothing without points', () => expect(chart([null, null], { better: 'more' })).toBe(''));
});

it('the headline is a sentence', () => {
  const latest = { value: '93%', when: 'October 2026' };
  expect(headlineOf('Told in time', latest, spc([...year, 20], { better: 'more' }))).toBe(
    'Told in time: 93% in October 2026, a change for the better',
  );
  expect(headlineOf('Told in time', latest, spc([], { better: 'more' }))).toBe('Told in time: nothing to show yet');
});
