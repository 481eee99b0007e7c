import { describe, expect, test } from 'vitest';
import { ENGLAND_AND_WALES, holidaysKnownOn } from './bank-holidays.ts';
import { addDays, weekdayOf } from './calendar-day.ts';
import {
  BankHolidaysUnknown,
  ENGLISH_CALENDAR,
  addWorkingDays,
  isWorkingDay,
  knowsHolidays,
  workingCalendar,
  workingDaysBetween,
} from './working-day.ts';

const english = ENGLISH_CALENDAR;

describe('bank holidays', () => {
  test('every year 2012 to 2028 has its own list', () => {
    const perYear = new Map<string, number>();
    for (const row of ENGLAND_AND_WALES)
      if (row.validTo === null) perYear.set(row.date.slice(0, 4), (perYear.get(row.date.slice(0, 4)) ?? 0) + 1);
    expect([...perYear.keys()]).toEqual(Array.from({ length: 17 }, (_, i) => String(2012 + i)));
    expect([...perYear].filter(([, n]) => n !== 8)).toEqual([
      ['2012', 9],
      ['2022', 10],
      ['2023', 9],
    ]);
  });

  test('every one of them falls Monday to Friday, once', () => {
    expect(ENGLAND_AND_WALES.filter((row) => weekdayOf(row.date) > 5)).toEqual([]);
    expect(new Set(ENGLAND_AND_WALES.map((row) => row.date)).size).toBe(ENGLAND_AND_WALES.length);
  });

  test('a calendar of the day before an announcement does not know it', () => {
    const before = workingCalendar(holidaysKnownOn(ENGLAND_AND_WALES, '2022-09-09'), '2012-01-01', '2028-12-31');
    expect(isWorkingDay(before, '2022-09-19')).toBe(true);
    expect(isWorkingDay(english, '2022-09-19')).toBe(false);
    expect(addWorkingDays(before, '2022-09-05', 15)).toBe('2022-09-26');
    expect(addWorkingDays(english, '2022-09-05', 15)).toBe('2022-09-27');
  });

  test('a holiday that was moved stood until it was moved', () => {
    const early = workingCalendar(holidaysKnownOn(ENGLAND_AND_WALES, '2019-06-06'), '2012-01-01', '2028-12-31');
    expect([isWorkingDay(early, '2020-05-04'), isWorkingDay(early, '2020-05-08')]).toEqual([false, true]);
    expect([isWorkingDay(english, '2020-05-04'), isWorkingDay(english, '2020-05-08')]).toEqual([true, false]);
  });
});

describe('adding working days', () => {
  test.each([
    ['a Tuesday, one day on', '2026-11-24', 1, '2026-11-25'],
    ['a Friday, one day on', '2026-11-20', 1, '2026-11-23'],
    ['a Saturday is day 0, Monday is day 1', '2026-11-21', 1, '2026-11-23'],
    ['a Sunday is day 0 too', '2026-11-22', 1, '2026-11-23'],
    ['ten working days', '2026-11-10', 10, '2026-11-24'],
    ['none gives the day back, even a Sunday', '2026-11-22', 0, '2026-11-22'],
    ['Christmas Eve 2026, a Thursday: Friday and Monday are holidays', '2026-12-24', 1, '2026-12-29'],
    ['Christmas Eve 2027: 27 and 28 December stand in', '2027-12-24', 1, '2027-12-29'],
    ['New Year’s Eve 2027: Monday 3 January 2028 stands in', '2027-12-31', 1, '2028-01-04'],
    ['Maundy Thursday 2026 over Easter', '2026-04-02', 1, '2026-04-07'],
    ['a referral on Good Friday', '2026-04-03', 1, '2026-04-07'],
    ['45 working days over Easter and both May holidays', '2026-03-23', 45, '2026-05-29'],
    ['15 working days over Christmas', '2026-12-14', 15, '2027-01-07'],
    ['leap day', '2024-02-28', 1, '2024-02-29'],
    ['two days before a conference', '2026-11-26', -2, '2026-11-24'],
    ['two days before a Monday conference', '2026-11-23', -2, '2026-11-19'],
    ['two days before the Tuesday after Easter', '2026-04-07', -2, '2026-04-01'],
    ['one day before a Sunday', '2026-11-22', -1, '2026-11-20'],
  ])('%s', (_, date, count, due) => expect(addWorkingDays(english, date, count)).toBe(due));

  test('every day of seventeen years agrees with counting day by day', () => {
    const holidays = new Set(ENGLAND_AND_WALES.filter((row) => row.validTo === null).map((row) => row.date));
    const working = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay()) && !holidays.has(date);
    const wrong: string[] = [];
    for (let date = '2012-01-01'; date < '2028-10-01'; date = addDays(date, 1)) {
      let [cursor, count] = [date, 0];
      while (count < 45) {
        cursor = addDays(cursor, 1);
        if (working(cursor) !== isWorkingDay(english, cursor)) wrong.push(cursor);
        if (!working(cursor)) continue;
        count += 1;
        if (addWorkingDays(english, date, count) !== cursor || workingDaysBetween(english, date, cursor) !== count)
          wrong.push(`${date}+${count}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

describe('beyond the known years', () => {
  test('a count that runs past 2028 refuses', () => {
    expect(() => addWorkingDays(english, '2028-12-20', 15)).toThrow(BankHolidaysUnknown);
    expect(() => workingDaysBetween(english, '2011-12-30', '2012-01-10')).toThrow(BankHolidaysUnknown);
  });

  test('or counts weekends only, when told to, and can be asked whether it knows', () => {
    expect(addWorkingDays(english, '2028-12-29', 1, 'provisional')).toBe('2029-01-01');
    expect(knowsHolidays(english, '2028-12-29', '2029-01-01')).toBe(false);
    expect(knowsHolidays(english, '2028-12-31', '2028-12-01')).toBe(true);
  });
});
