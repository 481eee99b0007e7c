import { describe, expect, test } from 'vitest';
import { ageInWords, ageOn, expectedInWords } from './age.ts';
import { NotADate, addDays, dateOfDay, dayNumber, daysBetween, isRealDate, partsOf, weekdayOf } from './calendar-day.ts';
import { addMonths, wholeMonthsBetween } from './calendar-months.ts';

describe('civil dates', () => {
  test('go to day numbers and back, 1000 to 9999, and follow each other', () => {
    for (let day = dayNumber('1890-01-01'); day < dayNumber('2110-01-01'); day += 1) {
      const date = dateOfDay(day);
      if (dayNumber(date) !== day || new Date(date).getUTCDay() % 7 !== weekdayOf(date) % 7) throw new Error(date);
    }
    expect([addDays('2024-02-28', 1), addDays('2023-02-28', 1), addDays('2026-01-01', -1)]).toEqual([
      '2024-02-29',
      '2023-03-01',
      '2025-12-31',
    ]);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
  });

  test.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '', '2026-04-01T00:00'])(
    '%s is refused',
    (text) => {
      expect(() => partsOf(text)).toThrow(NotADate);
    },
  );

  test('29 February is real in leap years only', () => {
    expect([2000, 2024, 1900, 2100, 2023].map((year) => isRealDate(year, 2, 29))).toEqual([true, true, false, false, false]);
  });
});

describe('calendar months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-10', 0, '2026-05-10'],
    ['2026-11-22', 6, '2027-05-22'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  test('whole months agree with adding them, for every start and end over three years', () => {
    for (let start = dayNumber('2023-11-01'); start < dayNumber('2024-12-01'); start += 1) {
      for (let end = start; end < start + 430; end += 7) {
        const [from, to] = [dateOfDay(start), dateOfDay(end)];
        const months = wholeMonthsBetween(from, to);
        if (addMonths(from, months) > to || addMonths(from, months + 1) <= to) throw new Error(`${from} to ${to}: ${months}`);
      }
    }
  });
});

describe('age', () => {
  test.each([
    ['2019-04-22', '2026-11-22', '7 years and 7 months'],
    ['2019-11-22', '2026-11-22', '7 years'],
    ['2019-11-23', '2026-11-22', '6 years and 11 months'],
    ['2025-12-22', '2026-11-22', '11 months'],
    ['2026-11-21', '2026-11-22', '1 day'],
    ['2026-11-22', '2026-11-22', '0 days'],
    ['2025-11-22', '2026-11-22', '1 year'],
    ['2025-10-22', '2026-11-22', '1 year and 1 month'],
    ['2026-12-01', '2026-11-22', 'not yet born'],
    ['2020-02-29', '2021-02-28', '11 months'],
    ['2020-02-29', '2021-03-01', '1 year'],
    ['2026-01-31', '2026-02-28', '28 days'],
    ['2026-01-31', '2026-03-01', '1 month'],
  ])('born %s, on %s: %s', (born, on, words) => expect(ageInWords(born, on)).toBe(words));

  test('no age before birth', () => expect(ageOn('2026-12-01', '2026-11-22')).toBeNull());

  test.each([
    ['2026-12-27', 'due in 5 weeks, 27 Dec 2026'],
    ['2026-11-23', 'due in 1 day, 23 Nov 2026'],
    ['2026-11-22', 'due today, 22 Nov 2026'],
    ['2026-11-19', 'was due 3 days ago, 19 Nov 2026'],
    ['2026-12-05', 'due in 13 days, 5 Dec 2026'],
  ])('expected %s: %s', (expectedOn, words) => expect(expectedInWords(expectedOn, '2026-11-22')).toBe(words));
});
