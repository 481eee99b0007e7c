import { expect, test } from 'vitest';
import { inPercent, stratified, wilson } from './interval.ts';

test('Wilson’s interval, as published (Newcombe 1998: 81 of 263 is 0.2553 to 0.3662; 0 of 20 is 0 to 0.1611)', () => {
  const [one, none] = [wilson(81, 263), wilson(0, 20)];
  expect([one.low, one.high].map((it) => it?.toFixed(4))).toEqual(['0.2553', '0.3662']);
  expect([none.low, none.high].map((it) => it?.toFixed(4))).toEqual(['0.0000', '0.1611']);
  expect(wilson(0, 0).share).toBeNull();
  expect(inPercent(wilson(0, 0))).toBe('Not measured');
  expect(inPercent(wilson(50, 50))).toBe('100.0% (95% interval 92.9% to 100.0%)');
});

test('a stratum counts as much as it holds, and a heavy one that was hardly read widens the interval', () => {
  const even = stratified([
    { population: 900, read: 90, right: 90 },
    { population: 100, read: 10, right: 5 },
  ]);
  expect(even.share).toBeCloseTo(0.95);
  expect(even).toMatchObject({ numerator: 95, denominator: 100, population: 1000 });
  const hardly = stratified([
    { population: 900, read: 5, right: 5 },
    { population: 100, read: 95, right: 90 },
  ]);
  expect((hardly.high ?? 0) - (hardly.low ?? 0)).toBeGreaterThan((even.high ?? 0) - (even.low ?? 0));
  expect(stratified([{ population: 100, read: 0, right: 0 }]).share).toBeNull();
});
