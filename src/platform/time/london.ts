/**
 * Between an instant and the date and time on a London wall clock, daylight saving included.
 * The offsets come from the platform's own time zone data (Intl), found once a year and kept, so a conversion is
 * arithmetic: well over 100,000 a second.
 */
import { type PlainDate, addDays, dayNumber, partsOf, plainDate } from './calendar-day.ts';

/** What a London clock shows: the date, hour 0 to 23, minute, second. */
export type LondonTime = { date: PlainDate; hour: number; minute: number; second: number };

const MINUTE = 60_000;
const offsetFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });

/** The moments in one UTC year at which London's offset changes, with the offset that holds from each, in order. */
type YearOffsets = { from: number; offset: number }[];
const offsetsByYear = new Map<number, YearOffsets>();

/** What the clock in London shows at an instant. */
export function londonTime(instant: Date): LondonTime {
  const local = new Date(instant.getTime() + londonOffset(instant.getTime()));
  return {
    date: plainDate(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

/** The London date at an instant: 23:30 UTC on 30 June is already 1 July. */
export function londonDate(instant: Date): PlainDate {
  return londonTime(instant).date;
}

/**
 * The instant at which a London clock shows a date and time. A time that happens twice (the last Sunday of October)
 * is the first of the two; a time that never happens (the last Sunday of March) is moved on by the hour skipped.
 */
export function londonInstant(date: PlainDate, hour = 0, minute = 0, second = 0): Date {
  const { year, month, day } = partsOf(date);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const earlier = wall - londonOffset(wall - 12 * 60 * MINUTE);
  const later = wall - londonOffset(wall + 12 * 60 * MINUTE);
  if (earlier + londonOffset(earlier) === wall) return new Date(earlier);
  return new Date(later + londonOffset(later) === wall ? later : earlier);
}

/** The last millisecond of a London date: a duty due on a date may be met until then. */
export function endOfLondonDay(date: PlainDate): Date {
  return new Date(londonInstant(addDays(date, 1)).getTime() - 1);
}

/** Hours in a London date: 24, or 23 and 25 on the two days the clocks change. */
export function hoursInLondonDay(date: PlainDate): number {
  return (endOfLondonDay(date).getTime() + 1 - londonInstant(date).getTime()) / (60 * MINUTE);
}

/** London's offset from UTC in milliseconds at an epoch time. */
function londonOffset(time: number): number {
  const year = new Date(time).getUTCFullYear();
  const offsets = offsetsByYear.get(year) ?? findOffsets(year);
  let offset = 0;
  for (const change of offsets) if (change.from <= time) offset = change.offset;
  return offset;
}

/** Finds one year's changes of offset: ask at the start of each month, and where two answers differ, halve the gap. */
function findOffsets(year: number): YearOffsets {
  const start = dayNumber(plainDate(year, 1, 1)) * 1440 * MINUTE;
  const changes: YearOffsets = [{ from: start, offset: askOffset(start) }];
  for (let month = 1; month <= 12; month += 1) {
    const from = Date.UTC(year, month - 1, 1);
    const to = Date.UTC(year, month, 1);
    if (askOffset(from) !== askOffset(to)) changes.push(findChange(from, to));
  }
  offsetsByYear.set(year, changes);
  return changes;
}

function findChange(from: number, to: number): { from: number; offset: number } {
  const before = askOffset(from);
  let low = from;
  let high = to;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / (2 * MINUTE)) * MINUTE;
    if (askOffset(middle) === before) low = middle;
    else high = middle;
  }
  return { from: high, offset: askOffset(high) };
}

/** Asks the platform's time zone data, which answers in the form "GMT+01:00". Slow, so asked some sixty times a year kept. */
function askOffset(time: number): number {
  const name = offsetFormat.formatToParts(time).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d\d):(\d\d)/.exec(name);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * MINUTE;
}
