/** Weeks and months that figures are counted by. Weeks begin on Monday; both are dates in London. Pure. */
import { addDays, partsOf, plainDate, weekdayOf, type PlainDate } from '../../../platform/time/calendar-day.ts';
import { MONTH_NAMES, shortDate } from '../../../platform/time/plain-dates.ts';

export const grains = ['month', 'week'] as const;
export type Grain = (typeof grains)[number];

/** How many whole periods a chart goes back: two years of months, or half a year of weeks. */
export const howManyBack: Record<Grain, number> = { month: 24, week: 26 };

/** First day of the period a date falls in. */
export function periodOf(date: PlainDate, grain: Grain): PlainDate {
  const { year, month } = partsOf(date);
  return grain === 'month' ? plainDate(year, month, 1) : addDays(date, 1 - weekdayOf(date));
}

/** First day of the period after (or, for a negative count, before) one. */
export function periodAfter(period: PlainDate, grain: Grain, count = 1): PlainDate {
  if (grain === 'week') return addDays(period, 7 * count);
  const { year, month } = partsOf(period);
  const months = year * 12 + (month - 1) + count;
  return plainDate(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** First days of every period from one to before another. */
export function periodsBetween(from: PlainDate, before: PlainDate, grain: Grain): PlainDate[] {
  const found: PlainDate[] = [];
  for (let at = from; at < before; at = periodAfter(at, grain)) found.push(at);
  return found;
}

/** "October 2026", or "Week of 5 Oct 2026": at the head of a line. */
export function periodWords(period: PlainDate, grain: Grain): string {
  const { year, month } = partsOf(period);
  return grain === 'month' ? `${MONTH_NAMES[month - 1]} ${year}` : `Week of ${shortDate(period)}`;
}

/** "October 2026", or "the week of 5 Oct 2026": within a sentence. */
export const inPeriod = (period: PlainDate, grain: Grain): string => periodWords(period, grain).replace(/^Week/, 'the week');

/** On an axis: "Oct" with the year in January, or "5 Oct". */
export function periodLabel(period: PlainDate, grain: Grain): string {
  const { year, month, day } = partsOf(period);
  const name = (MONTH_NAMES[month - 1] ?? '').slice(0, 3);
  return grain === 'week' ? `${day} ${name}` : month === 1 ? `${name} ${year}` : name;
}
