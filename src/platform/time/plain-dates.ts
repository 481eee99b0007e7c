/** Dates and times as people read them. Source of the style: GOV.UK style guide, "Dates" and "Times". */
import { type PlainDate, partsOf, weekdayOf } from './calendar-day.ts';
import { londonTime } from './london.ts';

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "24 Nov 2026"; "24 Nov" when told the reader's today and the year is the same. */
export function shortDate(date: PlainDate, today?: PlainDate): string {
  const { year, month, day } = partsOf(date);
  const sameYear = today !== undefined && partsOf(today).year === year;
  return `${day} ${(MONTH_NAMES[month - 1] ?? '').slice(0, 3)}${sameYear ? '' : ` ${year}`}`;
}

/** "24 November 2026". */
export function fullDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** "Tuesday 24 November 2026". */
export function longDate(date: PlainDate): string {
  return `${weekdayName(date)} ${fullDate(date)}`;
}

/** "Tuesday". */
export function weekdayName(date: PlainDate): string {
  return WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '';
}

/** "2:02pm", "9am", "midday", "midnight", as a London clock shows it. */
export function clockTime(instant: Date): string {
  const { hour, minute } = londonTime(instant);
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** "Tuesday 24 November 2026 at 2:02pm". */
export function longMoment(instant: Date): string {
  return `${longDate(londonTime(instant).date)} at ${clockTime(instant)}`;
}

/** "24 Nov 2026 at 2:02pm"; without the year when it is the reader's own. */
export function shortMoment(instant: Date, today?: PlainDate): string {
  return `${shortDate(londonTime(instant).date, today)} at ${clockTime(instant)}`;
}

/** "1 working day", "3 working days": a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
