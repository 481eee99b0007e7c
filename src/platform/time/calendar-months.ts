import { type PlainDate, daysInMonth, partsOf, plainDate } from './calendar-day.ts';

/**
 * The date a number of calendar months later (or earlier, when negative): the same day number, clipped to the end of
 * the month when that month is shorter. 31 January + 1 month is 28 or 29 February.
 * Source: the "corresponding date" rule, Dodds v Walker [1981] 1 WLR 1027 (HL); domain rule "same day number, clipped".
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const inYear = Math.floor(count / 12);
  const inMonth = count - inYear * 12 + 1;
  return plainDate(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
}

/** Whole calendar months from one date to another under the same clipping rule; 0 when `to` is earlier. */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  if (to <= from) return 0;
  const start = partsOf(from);
  const end = partsOf(to);
  const most = (end.year - start.year) * 12 + end.month - start.month;
  return addMonths(from, most) <= to ? most : most - 1;
}
