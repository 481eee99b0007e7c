/** The chronology of a child (domain 4.7): what happened in order, with its source, gaps shown. */
import { daysBetween } from '../../../platform/time/calendar-day.ts';
import { fullDate, MONTH_NAMES } from '../../../platform/time/plain-dates.ts';
import { refused } from '../../../platform/access/refusal.ts';
import type { Accuracy } from './chronology.codes.ts';

/** A gap longer than this many days is shown: half a year of a child's life without a word. */
export const gapDays = 183;

/** The days between two events next to each other when that is a gap worth showing; null otherwise. */
export function gapBetween(later: string, earlier: string): number | null {
  const days = daysBetween(earlier, later);
  return days > gapDays ? days : null;
}

/** A date as exactly as it is known: "3 May 2024", "May 2024", "2024", "about 3 May 2024". */
export function dateWords(date: string, accuracy: Accuracy): string {
  const [year = '', month = ''] = date.split('-');
  if (accuracy === 'year') return year;
  if (accuracy === 'month') return `${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`;
  return accuracy === 'about' ? `about ${fullDate(date)}` : fullDate(date);
}

/** Only a fact of the work that nobody has judged yet is promoted. */
export function mayPromote(event: { automatic: boolean; promotedAt: Date | null }): void {
  if (!event.automatic) throw refused('A person wrote this event; it counts already.');
  if (event.promotedAt) throw refused('This event was judged significant already.');
}

/** A gap in words: "7 months". */
export const gapWords = (days: number): string => (days >= 730 ? `${Math.floor(days / 365)} years` : `${Math.floor(days / 30.4)} months`);
