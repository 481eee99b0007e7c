import { daysBetween, type PlainDate } from '../../platform/time/calendar-day.ts';
import { swappedDate } from './search-keys.ts';

/** How two dates of birth agree. `near` is one likely slip of the pen; `year` says no more than the year. */
export type DateAgreement = 'same' | 'near' | 'year' | 'different' | 'missing';
export interface DateComparison {
  agreement: DateAgreement;
  reason: string;
}

const digitsApart = (one: string, other: string): number => [...one].filter((digit, at) => digit !== other[at]).length;
/** A date of 1 January often stands for "some day that year". */
const onlyAYear = (date: PlainDate): boolean => date.endsWith('-01-01');

/** Compares two dates of birth: the same, day and month swapped, one digit out, the year alone, or different. */
export function compareDates(one: PlainDate | null, other: PlainDate | null, otherIs: string = 'exact'): DateComparison {
  if (!one || !other) return { agreement: 'missing', reason: 'No date of birth on one side' };
  if (one === other) return { agreement: 'same', reason: 'The same date of birth' };
  if (swappedDate(one) === other) return { agreement: 'near', reason: 'Day and month swapped' };
  if (digitsApart(one, other) === 1) return { agreement: 'near', reason: 'One digit different' };
  if (one.slice(0, 4) === other.slice(0, 4)) {
    if (onlyAYear(one) || onlyAYear(other) || otherIs === 'estimated')
      return { agreement: 'year', reason: 'The same year; one side may know no more than the year' };
    return { agreement: 'different', reason: 'The same year, another day' };
  }
  return { agreement: 'different', reason: 'A different date of birth' };
}

/** Compares two expected dates of delivery: within three weeks of each other they may be the same pregnancy. */
export function compareExpected(one: PlainDate, other: PlainDate): DateComparison {
  const days = Math.abs(daysBetween(one, other));
  if (days === 0) return { agreement: 'same', reason: 'The same expected date' };
  return days <= 21
    ? { agreement: 'near', reason: `Expected dates ${days} days apart` }
    : { agreement: 'different', reason: 'Expected dates far apart' };
}
