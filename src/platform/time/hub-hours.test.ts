import { describe, expect, test } from 'vitest';
import { HubNeverOpens, type OpeningHours, WEEKDAYS_NINE_TO_FIVE, addHubHours, hubHoursBetween, isHubOpen } from './hub-hours.ts';
import { londonInstant } from './london.ts';
import { ENGLISH_CALENDAR } from './working-day.ts';

const at = (date: string, hour: number, minute = 0): Date => londonInstant(date, hour, minute);
const due = (start: Date, hours: number, opening: readonly OpeningHours[] = WEEKDAYS_NINE_TO_FIVE): string =>
  addHubHours(opening, ENGLISH_CALENDAR, start, hours).toISOString();
const always: OpeningHours[] = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  from: '00:00',
  to: '24:00',
  openOnBankHolidays: true,
  validFrom: '2012-01-01',
  validTo: null,
}));

describe('hub hours, Monday to Friday 9am to 5pm', () => {
  test.each([
    ['within one day', at('2026-11-24', 10), 6, '2026-11-24T16:00:00.000Z'],
    ['to the very close', at('2026-11-24', 11), 6, '2026-11-24T17:00:00.000Z'],
    ['over the night', at('2026-11-24', 16), 6, '2026-11-25T14:00:00.000Z'],
    ['over the weekend', at('2026-11-20', 16), 6, '2026-11-23T14:00:00.000Z'],
    ['started on a Saturday', at('2026-11-21', 12), 6, '2026-11-23T15:00:00.000Z'],
    ['started before opening', at('2026-11-24', 7), 1, '2026-11-24T10:00:00.000Z'],
    ['over Christmas, Boxing Day’s stand-in and the weekend', at('2026-12-24', 16), 2, '2026-12-29T10:00:00.000Z'],
    ['72 hours are nine opening days', at('2026-11-16', 9), 72, '2026-11-26T17:00:00.000Z'],
    ['over the change to summer time', at('2026-03-27', 16), 2, '2026-03-30T09:00:00.000Z'],
    ['no hours are no time', at('2026-11-22', 3), 0, '2026-11-22T03:00:00.000Z'],
  ])('%s', (_, start, hours, expected) => expect(due(start, hours)).toBe(expected));

  test('counting back gives the hours put in', () => {
    expect(hubHoursBetween(WEEKDAYS_NINE_TO_FIVE, ENGLISH_CALENDAR, at('2026-11-20', 16), at('2026-11-23', 14))).toBe(6);
    expect(hubHoursBetween(WEEKDAYS_NINE_TO_FIVE, ENGLISH_CALENDAR, at('2026-11-21', 0), at('2026-11-22', 23))).toBe(0);
    expect(hubHoursBetween(WEEKDAYS_NINE_TO_FIVE, ENGLISH_CALENDAR, at('2026-11-24', 12), at('2026-11-24', 10))).toBe(0);
  });

  test('open or not, bank holidays included', () => {
    const open = (instant: Date): boolean => isHubOpen(WEEKDAYS_NINE_TO_FIVE, ENGLISH_CALENDAR, instant);
    expect([at('2026-11-24', 9), at('2026-11-24', 17), at('2026-11-22', 12), at('2026-12-25', 12)].map(open)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('other opening hours', () => {
  test('a hub that never closes counts the 23 and 25 hours of the days the clocks change', () => {
    expect(due(at('2026-03-28', 12), 24, always)).toBe(at('2026-03-29', 13).toISOString());
    expect(due(at('2026-10-24', 12), 24, always)).toBe(at('2026-10-25', 11).toISOString());
    expect(due(at('2026-12-24', 12), 24, always)).toBe(at('2026-12-25', 12).toISOString());
  });

  test('rows hold from their first to their last day, and overlapping rows count once', () => {
    const rows: OpeningHours[] = [
      { weekday: 2, from: '09:00', to: '12:00', validFrom: '2026-01-01', validTo: '2026-11-24' },
      { weekday: 2, from: '11:00', to: '13:00', validFrom: '2026-01-01', validTo: '2026-11-24' },
      { weekday: 2, from: '14:00', to: '18:00', validFrom: '2026-11-25', validTo: null },
    ];
    expect(hubHoursBetween(rows, ENGLISH_CALENDAR, at('2026-11-24', 0), at('2026-11-25', 0))).toBe(4);
    expect(due(at('2026-11-24', 12), 2, rows)).toBe('2026-12-01T15:00:00.000Z');
  });

  test('a hub that never opens is refused rather than waited for', () => {
    expect(() => due(at('2026-11-24', 12), 1, [])).toThrow(HubNeverOpens);
  });
});
