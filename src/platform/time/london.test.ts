import { describe, expect, test } from 'vitest';
import { endOfLondonDay, hoursInLondonDay, londonDate, londonInstant, londonTime } from './london.ts';

const iso = (date: string, hour = 0, minute = 0): string => londonInstant(date, hour, minute).toISOString();
const shown = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const pad = (n: number): string => String(n).padStart(2, '0');

describe('the London clock', () => {
  test('agrees with the platform’s time zone data at 40,000 moments from 1970 to 2039', () => {
    const wrong: string[] = [];
    for (let i = 0; i < 40_000; i += 1) {
      const at = new Date(Math.floor((i * 55_037_913 * 1_000) % Date.UTC(2040, 0, 1)));
      const { date, hour, minute, second } = londonTime(at);
      if (`${date}, ${pad(hour)}:${pad(minute)}:${pad(second)}` !== shown.format(at)) wrong.push(at.toISOString());
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('agrees at every minute around each change of the clocks, 2012 to 2028', () => {
    const wrong: string[] = [];
    for (let year = 2012; year <= 2028; year += 1) {
      for (const month of [2, 9]) {
        const lastSunday = 31 - new Date(Date.UTC(year, month, 31)).getUTCDay();
        for (let minute = -90; minute <= 90; minute += 1) {
          const at = new Date(Date.UTC(year, month, lastSunday, 1, minute));
          const { date, hour, minute: shownMinute } = londonTime(at);
          if (`${date}, ${pad(hour)}:${pad(shownMinute)}:00` !== shown.format(at)) wrong.push(at.toISOString());
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['winter midnight', iso('2026-01-15'), '2026-01-15T00:00:00.000Z'],
    ['summer midnight', iso('2026-07-15'), '2026-07-14T23:00:00.000Z'],
    ['1:30 on the morning the clocks go forward does not exist: 2:30', iso('2026-03-29', 1, 30), '2026-03-29T01:30:00.000Z'],
    ['1:30 on the morning they go back happens twice: the first', iso('2026-10-25', 1, 30), '2026-10-25T00:30:00.000Z'],
    ['after they have gone back', iso('2026-10-25', 2, 0), '2026-10-25T02:00:00.000Z'],
    ['the last moment of a summer day', endOfLondonDay('2026-06-30').toISOString(), '2026-06-30T22:59:59.999Z'],
  ])('%s', (_, actual, expected) => expect(actual).toBe(expected));

  test('half past eleven at night in June, UTC, is already tomorrow in London', () => {
    expect(londonDate(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonDate(new Date('2026-11-30T23:30:00Z'))).toBe('2026-11-30');
  });

  test('a day has 23, 24 or 25 hours', () => {
    expect(['2026-03-29', '2026-06-01', '2026-10-25'].map(hoursInLondonDay)).toEqual([23, 24, 25]);
  });
});
