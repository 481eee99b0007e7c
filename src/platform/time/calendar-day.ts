/**
 * Civil dates without a time or a place, as ISO text ("2026-11-24"), and the whole-day arithmetic under every clock.
 * Text because it is what the database, a form and a person all write; a day number because counting needs integers.
 */

/** An ISO civil date, "YYYY-MM-DD", years 1000 to 9999. Never carries a time or a time zone. */
export type PlainDate = string;

/** Days since 1970-01-01, negative before it. Used only inside calculations. */
export type DayNumber = number;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DATE = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

/** Thrown when text handed to the time code is not a real ISO date. A programming fault, never a user's mistake. */
export class NotADate extends Error {
  override readonly name = 'NotADate';
}

/** True for a date that exists ("2024-02-29"), false for one that does not ("2023-02-29"). */
export function isRealDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(day) &&
    year >= 1000 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Number of days in a month of the Gregorian calendar; month is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Splits an ISO date. Throws NotADate when it is not one, or does not exist. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  const match = ISO_DATE.exec(date);
  const year = Number(match?.[1]);
  const month = Number(match?.[2]);
  const day = Number(match?.[3]);
  if (!match || !isRealDate(year, month, day)) throw new NotADate(`"${date}" is not a date written as YYYY-MM-DD`);
  return { year, month, day };
}

/** Writes an ISO date. Throws NotADate when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  if (!isRealDate(year, month, day)) throw new NotADate(`There is no day ${day} of month ${month} in ${year}`);
  return `${year}-${two(month)}-${two(day)}`;
}

/** Days since 1 January 1970, so that dates can be counted with whole numbers. */
export function dayNumber(date: PlainDate): DayNumber {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

/** The date of a day number; the reverse of `dayNumber`. */
export function dateOfDay(day: DayNumber): PlainDate {
  const utc = new Date(day * MILLISECONDS_A_DAY);
  return plainDate(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
}

/** The date a number of calendar days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Calendar days from one date to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOfDay(day: DayNumber): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function weekdayOf(date: PlainDate): Weekday {
  return weekdayOfDay(dayNumber(date));
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
