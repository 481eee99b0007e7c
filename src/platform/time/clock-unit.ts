/** How each unit of a clock is counted: one row a unit, so a new unit is a new row. */
import { type PlainDate, addDays, daysBetween } from './calendar-day.ts';
import { addMonths } from './calendar-months.ts';
import { type OpeningHours, addHubHours, hubHoursBetween } from './hub-hours.ts';
import { type WorkingCalendar, addWorkingDays, workingDaysBetween } from './working-day.ts';

export type ClockUnit = 'working-days' | 'calendar-days' | 'calendar-months' | 'weeks' | 'hours' | 'hub-hours';

/** What a clock counts against: the bank holidays and the hub's opening hours. */
export type ClockCalendar = { working: WorkingCalendar; hubOpening: readonly OpeningHours[] };

/** A unit that runs from date to date. `shift` takes the limit, `count` answers in days of the kind in `counts`. */
export type DayUnit = {
  counts: 'working day' | 'day';
  shift: (calendar: ClockCalendar, from: PlainDate, amount: number) => PlainDate;
  count: (calendar: ClockCalendar, from: PlainDate, to: PlainDate) => number;
};

/** A unit that runs from instant to instant, in hours. */
export type HourUnit = {
  counts: 'hour' | 'hub hour';
  shift: (calendar: ClockCalendar, from: Date, amount: number) => Date;
  count: (calendar: ClockCalendar, from: Date, to: Date) => number;
};

const HOUR = 3_600_000;
const calendarDays = (_: ClockCalendar, from: PlainDate, to: PlainDate): number => daysBetween(from, to);

export const DAY_UNITS: Record<Exclude<ClockUnit, 'hours' | 'hub-hours'>, DayUnit> = {
  'working-days': {
    counts: 'working day',
    shift: (calendar, from, amount) => addWorkingDays(calendar.working, from, amount, 'provisional'),
    count: (calendar, from, to) => workingDaysBetween(calendar.working, from, to, 'provisional'),
  },
  'calendar-days': { counts: 'day', shift: (_, from, amount) => addDays(from, amount), count: calendarDays },
  'calendar-months': { counts: 'day', shift: (_, from, amount) => addMonths(from, amount), count: calendarDays },
  weeks: { counts: 'day', shift: (_, from, amount) => addDays(from, amount * 7), count: calendarDays },
};

export const HOUR_UNITS: Record<'hours' | 'hub-hours', HourUnit> = {
  hours: {
    counts: 'hour',
    shift: (_, from, amount) => new Date(from.getTime() + amount * HOUR),
    count: (_, from, to) => (to.getTime() - from.getTime()) / HOUR,
  },
  'hub-hours': {
    counts: 'hub hour',
    shift: (calendar, from, amount) => addHubHours(calendar.hubOpening, calendar.working, from, amount),
    count: (calendar, from, to) =>
      from <= to
        ? hubHoursBetween(calendar.hubOpening, calendar.working, from, to)
        : -hubHoursBetween(calendar.hubOpening, calendar.working, to, from),
  },
};
