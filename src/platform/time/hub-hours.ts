/**
 * Hours that count only while the hub is open. Opening hours are configuration rows with validity; bank holidays are
 * closed unless a row says otherwise. Hours are real elapsed hours, so a hub open through a clock change counts 23 or 25.
 * Source: local practice (domain §3.4: some hubs start the clock on receipt and count only the hub's hours).
 */
import { type PlainDate, addDays, type Weekday, weekdayOf } from './calendar-day.ts';
import { londonDate, londonInstant } from './london.ts';
import { type WorkingCalendar, isWorkingDay } from './working-day.ts';

/** One stretch of opening on one weekday, London wall-clock "HH:MM"; "24:00" is the end of the day. `validTo` is the last day. */
export type OpeningHours = {
  weekday: Weekday;
  from: string;
  to: string;
  openOnBankHolidays?: boolean;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** Thrown when hub hours are asked for and the hub never opens within a year: the configuration is wrong. */
export class HubNeverOpens extends Error {
  override readonly name = 'HubNeverOpens';
}

/** Monday to Friday, 9am to 5pm. Source: seed borough's published hours, "9-5 weekdays on one published number". */
export const WEEKDAYS_NINE_TO_FIVE: readonly OpeningHours[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  from: '09:00',
  to: '17:00',
  validFrom: '2012-01-01',
  validTo: null,
}));

const HOUR = 3_600_000;
const LONGEST_CLOSURE_DAYS = 366;

type Stretch = { from: number; to: number };

/** The instant at which `hours` hours of opening have passed since `start`. Zero gives `start`. Throws HubNeverOpens. */
export function addHubHours(opening: readonly OpeningHours[], calendar: WorkingCalendar, start: Date, hours: number): Date {
  let left = hours * HOUR;
  if (left <= 0) return start;
  let date = londonDate(start);
  for (let closed = 0; closed <= LONGEST_CLOSURE_DAYS; date = addDays(date, 1), closed += 1) {
    for (const stretch of openingOn(opening, calendar, date)) {
      const from = Math.max(stretch.from, start.getTime());
      const open = stretch.to - from;
      if (open <= 0) continue;
      if (open >= left) return new Date(from + left);
      left -= open;
      closed = 0;
    }
  }
  throw new HubNeverOpens(`The hub has no opening hours within a year of ${londonDate(start)}`);
}

/** Hours of opening between two instants; 0 when `to` is not after `from`. */
export function hubHoursBetween(opening: readonly OpeningHours[], calendar: WorkingCalendar, from: Date, to: Date): number {
  let open = 0;
  const last = londonDate(to);
  for (let date = londonDate(from); date <= last; date = addDays(date, 1)) {
    for (const stretch of openingOn(opening, calendar, date)) {
      open += Math.max(0, Math.min(stretch.to, to.getTime()) - Math.max(stretch.from, from.getTime()));
    }
  }
  return open / HOUR;
}

/** True when the hub is open at an instant. */
export function isHubOpen(opening: readonly OpeningHours[], calendar: WorkingCalendar, at: Date): boolean {
  return openingOn(opening, calendar, londonDate(at)).some((stretch) => stretch.from <= at.getTime() && at.getTime() < stretch.to);
}

/** The stretches of opening on a date, as instants in order, overlapping rows joined. */
function openingOn(opening: readonly OpeningHours[], calendar: WorkingCalendar, date: PlainDate): Stretch[] {
  const weekday = weekdayOf(date);
  const rows = opening.filter((row) => row.weekday === weekday && row.validFrom <= date && (row.validTo === null || date <= row.validTo));
  if (rows.length === 0) return [];
  const bankHoliday = weekday <= 5 && !isWorkingDay(calendar, date, 'provisional');
  const stretches = rows
    .filter((row) => !bankHoliday || row.openOnBankHolidays === true)
    .map((row) => ({ from: wallClock(date, row.from), to: wallClock(date, row.to) }))
    .sort((a, b) => a.from - b.from);
  return stretches.reduce<Stretch[]>(joinOverlap, []);
}

function joinOverlap(joined: Stretch[], next: Stretch): Stretch[] {
  const last = joined.at(-1);
  if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
  else joined.push({ ...next });
  return joined;
}

function wallClock(date: PlainDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 24) return londonInstant(addDays(date, 1)).getTime();
  return londonInstant(date, hour, minute).getTime();
}
