/**
 * Counting working days: Monday to Friday without the bank holidays of England and Wales. The trigger day is day 0.
 * Source: Children Act guidance and regulations count "working days" so; domain rule "trigger day is day 0".
 */
import { type DayNumber, type PlainDate, dateOfDay, dayNumber, weekdayOfDay } from './calendar-day.ts';
import {
  type BankHoliday,
  BANK_HOLIDAYS_KNOWN_FROM,
  BANK_HOLIDAYS_KNOWN_TO,
  ENGLAND_AND_WALES,
  holidaysThatStand,
} from './bank-holidays.ts';

/** A calendar of working days, and the stretch of dates for which its bank holidays are known. */
export type WorkingCalendar = {
  knownFrom: PlainDate;
  knownTo: PlainDate;
  /** Bank holidays that fall Monday to Friday, as day numbers, in order. */
  holidays: readonly DayNumber[];
};

/** What to do outside the known years: refuse with BankHolidaysUnknown, or count weekends only ('provisional'). */
export type Beyond = 'refuse' | 'provisional';

/** Thrown when a count would run through years whose bank holidays this calendar does not know. */
export class BankHolidaysUnknown extends Error {
  override readonly name = 'BankHolidaysUnknown';
}

/** A calendar of the given bank holidays, known from one date to another, both included. Holidays at a weekend are left out: they move no count. */
export function workingCalendar(holidays: readonly BankHoliday[], knownFrom: PlainDate, knownTo: PlainDate): WorkingCalendar {
  const days = new Set(holidays.map((row) => dayNumber(row.date)).filter((day) => weekdayOfDay(day) <= 5));
  return { knownFrom, knownTo, holidays: [...days].sort((a, b) => a - b) };
}

/** The calendar shipped with this release: England and Wales, 2012 to 2028. */
export const ENGLISH_CALENDAR = workingCalendar(holidaysThatStand(ENGLAND_AND_WALES), BANK_HOLIDAYS_KNOWN_FROM, BANK_HOLIDAYS_KNOWN_TO);

/** True when every bank holiday between the two dates (either order) is known. */
export function knowsHolidays(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): boolean {
  const [first, last] = from <= to ? [from, to] : [to, from];
  return calendar.knownFrom <= first && last <= calendar.knownTo;
}

/** True from Monday to Friday unless it is a bank holiday. Throws BankHolidaysUnknown outside the known years (unless 'provisional'). */
export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate, beyond: Beyond = 'refuse'): boolean {
  guard(calendar, date, date, beyond);
  const day = dayNumber(date);
  return weekdayOfDay(day) <= 5 && holidaysUpTo(calendar, day) === holidaysUpTo(calendar, day - 1);
}

/**
 * The date `count` working days after a date that is itself day 0, working or not; before it when negative.
 * Zero gives the date back unchanged, even at a weekend. Throws BankHolidaysUnknown (unless 'provisional').
 */
export function addWorkingDays(calendar: WorkingCalendar, date: PlainDate, count: number, beyond: Beyond = 'refuse'): PlainDate {
  const start = dayNumber(date);
  const before = count < 0 ? start - 1 : start;
  const steps = count < 0 ? count + 1 : count;
  const due = count === 0 ? date : dateOfDay(dayAt(calendar, ordinal(calendar, before) + steps));
  guard(calendar, date, due, beyond);
  return due;
}

/** Working days after `from` up to and including `to`: 0 for the same day, negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate, beyond: Beyond = 'refuse'): number {
  guard(calendar, from, to, beyond);
  return ordinal(calendar, dayNumber(to)) - ordinal(calendar, dayNumber(from));
}

function guard(calendar: WorkingCalendar, from: PlainDate, to: PlainDate, beyond: Beyond): void {
  if (beyond === 'provisional' || knowsHolidays(calendar, from, to)) return;
  throw new BankHolidaysUnknown(
    `Bank holidays are known from ${calendar.knownFrom} to ${calendar.knownTo}; this count runs from ${from} to ${to}`,
  );
}

/** How many working days have begun since Monday 29 December 1969, the given day included. */
function ordinal(calendar: WorkingCalendar, day: DayNumber): number {
  const week = Math.floor((day + 3) / 7);
  return week * 5 + Math.min(day + 3 - week * 7 + 1, 5) - holidaysUpTo(calendar, day);
}

/** The working day with a given ordinal: start from the weekday of that rank and step over the holidays before it. */
function dayAt(calendar: WorkingCalendar, wanted: number): DayNumber {
  let holidays = 0;
  for (;;) {
    const day = weekdayOfRank(wanted + holidays);
    const upToDay = holidaysUpTo(calendar, day);
    if (upToDay === holidays) return day;
    holidays = upToDay;
  }
}

/** The rank-th Monday-to-Friday day, counting Monday 29 December 1969 as the first. */
function weekdayOfRank(rank: number): DayNumber {
  const week = Math.floor((rank - 1) / 5);
  return week * 7 + (rank - 1 - week * 5) - 3;
}

/** Bank holidays on weekdays up to and including a day, by binary search. */
function holidaysUpTo({ holidays }: WorkingCalendar, day: DayNumber): number {
  let low = 0;
  let high = holidays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holidays[middle] ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
