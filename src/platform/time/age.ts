/** A person's age as practitioners write it, and an expected date of delivery in words. */
import { type PlainDate, daysBetween, partsOf } from './calendar-day.ts';
import { counted, shortDate } from './plain-dates.ts';

/** Completed years and the completed months since the last birthday. */
export type Age = { years: number; months: number };

/**
 * Age on a date. Someone born on a day this month does not have (29 February, the 31st) completes it on the first of
 * the next, so a child born on 29 February has a birthday on 1 March in other years. That is our reading, to be
 * confirmed with a practitioner; no statute settles it. Returns null before birth.
 */
export function ageOn(bornOn: PlainDate, on: PlainDate): Age | null {
  if (on < bornOn) return null;
  const born = partsOf(bornOn);
  const now = partsOf(on);
  const months = (now.year - born.year) * 12 + (now.month - born.month) - (now.day < born.day ? 1 : 0);
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** "4 years and 7 months", "11 months", "6 days", "not yet born". Under one month it counts days. */
export function ageInWords(bornOn: PlainDate, on: PlainDate): string {
  const age = ageOn(bornOn, on);
  if (age === null) return 'not yet born';
  if (age.years === 0 && age.months === 0) return counted(daysBetween(bornOn, on), 'day');
  const parts = [age.years > 0 ? counted(age.years, 'year') : '', age.months > 0 ? counted(age.months, 'month') : ''];
  return parts.filter((part) => part !== '').join(' and ');
}

/** An unborn child's expected date: "due in 5 weeks, 27 Dec 2026", "due today", "was due 3 days ago, 19 Nov 2026". */
export function expectedInWords(expectedOn: PlainDate, on: PlainDate): string {
  const days = daysBetween(on, expectedOn);
  if (days === 0) return `due today, ${shortDate(expectedOn)}`;
  const far = Math.abs(days) >= 14 ? counted(Math.floor(Math.abs(days) / 7), 'week') : counted(Math.abs(days), 'day');
  return days > 0 ? `due in ${far}, ${shortDate(expectedOn)}` : `was due ${far} ago, ${shortDate(expectedOn)}`;
}
