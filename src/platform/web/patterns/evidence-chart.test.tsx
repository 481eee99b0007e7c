import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { EvidenceChart, strengthOf } from './evidence-chart.tsx';

const factors = [
  { field: 'Given name', words: 'Different given names: Amina and Bilal', againstUnrelated: -4, againstFamily: -3.5 },
  { field: 'Home', words: 'The same postcode', againstUnrelated: 14, againstFamily: 0 },
];
const html = render(
  <EvidenceChart heading="What was weighed" factors={factors} together="Together they lean to two people of one family." />,
);

test('the table says in words what the bars show, for both comparisons', () => {
  expect(html).toContain('Different given names: Amina and Bilal');
  expect(html).toContain('strong, against the same person');
  expect(html).toContain('very strong, for the same person');
  expect(html).toContain('says little');
});

test('the chart has a name and a description, two bars a factor, none longer than the scale, and no inline style', () => {
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="evidence-title evidence-desc"/);
  const widths = [...html.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(4);
  expect(Math.max(...widths)).toBeLessThanOrEqual(205);
  expect(html).not.toContain('style=');
});

test('strength is told in words from odds of two, ten and 150 to one', () => {
  expect([0.5, 1.5, -3, 8].map(strengthOf)).toEqual([
    'says little',
    'some, for the same person',
    'strong, against the same person',
    'very strong, for the same person',
  ]);
});
