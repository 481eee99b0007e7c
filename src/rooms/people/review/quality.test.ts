import { expect, test } from 'vitest';
import { byCommunity, gapOf, measures, shareOf } from './quality.ts';

const of = (part: string, numerator: number, denominator: number) => ({ measure: measures.community, part, numerator, denominator });

test('communities come best first, small ones are suppressed and count for no gap', () => {
  const communities = byCommunity([of('BAFR', 80, 100), of('CHNE', 5, 5), of('ABAN', 95, 100), of('WIRI', 7, 10)]);
  expect(communities.map((it) => [it.name, it.share?.denominator ?? 'suppressed'])).toEqual([
    ['Bangladeshi', 100],
    ['Black African', 100],
    ['White Irish', 10],
    ['Chinese', 'suppressed'],
  ]);
  expect(gapOf(communities)).toEqual({ best: 'Bangladeshi', worst: 'Black African', points: expect.closeTo(15, 5) });
});

test('no gap is told of one community, and no share of what was not measured', () => {
  expect(gapOf(byCommunity([of('ABAN', 40, 50)]))).toBeNull();
  expect(shareOf([], measures.recall)).toBeNull();
});
