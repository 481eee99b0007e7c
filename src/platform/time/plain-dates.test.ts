import { describe, expect, test } from 'vitest';
import { type DateQuestion, readDate } from './date-input.ts';
import { clockTime, counted, longDate, longMoment, shortDate, shortMoment } from './plain-dates.ts';

describe('dates for people', () => {
  test('short, without the year in the same year, and long', () => {
    expect(shortDate('2026-11-24')).toBe('24 Nov 2026');
    expect(shortDate('2026-11-04', '2026-01-01')).toBe('4 Nov');
    expect(shortDate('2027-01-04', '2026-12-30')).toBe('4 Jan 2027');
    expect(longDate('2026-11-24')).toBe('Tuesday 24 November 2026');
  });

  test.each([
    ['2026-11-24T14:02:00Z', '2:02pm'],
    ['2026-07-01T08:00:00Z', '9am'],
    ['2026-11-24T12:00:00Z', 'midday'],
    ['2026-11-24T00:00:00Z', 'midnight'],
    ['2026-11-24T00:05:00Z', '12:05am'],
    ['2026-11-24T12:30:00Z', '12:30pm'],
  ])('%s is %s', (at, words) => expect(clockTime(new Date(at))).toBe(words));

  test('moments are London moments', () => {
    expect(longMoment(new Date('2026-11-24T14:02:00Z'))).toBe('Tuesday 24 November 2026 at 2:02pm');
    expect(shortMoment(new Date('2026-06-30T23:30:00Z'), '2026-01-01')).toBe('1 Jul at 12:30am');
    expect([counted(1, 'day'), counted(0, 'day'), counted(2, 'day')]).toEqual(['1 day', '0 days', '2 days']);
  });
});

describe('a typed date', () => {
  const birth: DateQuestion = { label: 'Date of birth', mustBe: 'today or in the past', today: '2026-11-22' };
  test.each([
    ['22', '11', '2019', '2019-11-22'],
    [' 1 ', 'Nov', '2019', '2019-11-01'],
    ['29', 'february', '2024', '2024-02-29'],
    ['05', '09', '2020', '2020-09-05'],
    ['5', 'Sept', '2020', '2020-09-05'],
    ['22', '11', '2026', '2026-11-22'],
  ])('%s %s %s is %s', (day, month, year, value) => expect(readDate({ day, month, year }, birth)).toEqual({ ok: true, value }));

  test.each([
    ['', '', '', 'Enter date of birth', ['day', 'month', 'year']],
    ['22', '', '2019', 'Date of birth must include a month', ['month']],
    ['', '', '2019', 'Date of birth must include a day and a month', ['day', 'month']],
    ['29', '2', '2023', 'Date of birth must be a real date', ['day', 'month', 'year']],
    ['32', '1', '2023', 'Date of birth must be a real date', ['day']],
    ['x', 'y', '2023', 'Date of birth must be a real date', ['day', 'month']],
    ['1', 'Ma', '2023', 'Date of birth must be a real date', ['month']],
    ['1', '13', '2023', 'Date of birth must be a real date', ['month']],
    ['1', '1', '19', 'Year must include 4 numbers', ['year']],
    ['1', '1', '0019', 'Date of birth must be a real date', ['year']],
    ['23', '11', '2026', 'Date of birth must be today or in the past', ['day', 'month', 'year']],
  ])('%s/%s/%s: %4$s', (day, month, year, message, boxes) =>
    expect(readDate({ day, month, year }, birth)).toEqual({ ok: false, message, boxes }),
  );

  test('an optional date may be left empty, a past date may not be today, and limits are inclusive', () => {
    expect(readDate({}, { label: 'Date moved', optional: true })).toEqual({ ok: true, value: null });
    const today = { day: '22', month: '11', year: '2026' };
    expect(readDate(today, { label: 'Visit', mustBe: 'in the past', today: '2026-11-22' })).toMatchObject({
      message: 'Visit must be in the past',
    });
    expect(readDate(today, { label: 'Visit', notBefore: '2026-11-22', notAfter: '2026-11-22' })).toEqual({ ok: true, value: '2026-11-22' });
    expect(readDate(today, { label: 'Visit', notBefore: '2026-11-23' })).toMatchObject({
      message: 'Visit must be the same as or after 23 November 2026',
    });
    expect(readDate(today, { label: 'Visit', notAfter: '2026-11-21' })).toMatchObject({
      message: 'Visit must be the same as or before 21 November 2026',
    });
  });
});
