/**
 * The clock against a slow oracle that shares none of its arithmetic: it steps day by day (or quarter hour by quarter
 * hour), asks the platform's time zone data what London shows, and looks each day up in the written list of holidays.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BANK_HOLIDAY_LINES } from './bank-holidays.data.ts';
import { type ClockExtension, type ClockReading, type ClockRule, type ClockState, runClock } from './clock.ts';
import type { ClockUnit } from './clock-unit.ts';
import { WEEKDAYS_NINE_TO_FIVE } from './hub-hours.ts';
import { ENGLISH_CALENDAR } from './working-day.ts';

const calendar = { working: ENGLISH_CALENDAR, hubOpening: WEEKDAYS_NINE_TO_FIVE };
const QUARTER = 15 * 60_000;
const DAY = 96 * QUARTER;

type History = {
  unit: ClockUnit;
  limit: number;
  started: number;
  after: number;
  metAfter: number | null;
  extended: { by: number; decidedAfter: number } | null;
};

// ---- the oracle ----

const holidays = new Set(
  BANK_HOLIDAY_LINES.trim()
    .split('\n')
    .filter((line) => line.split('|').length < 4)
    .map((line) => line.slice(0, 10)),
);
const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "2026-11-24, 14:30" */
const shown = (time: number): string => london.format(time);
const dateAt = (time: number): string => shown(time).slice(0, 10);
const nextDate = (date: string): string => new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());
const isWorking = (date: string): boolean => !isWeekend(date) && !holidays.has(date);
const isOpen = (time: number): boolean => isWorking(dateAt(time)) && shown(time).slice(12) >= '09:00' && shown(time).slice(12) < '17:00';

function slowDueOn(unit: ClockUnit, limit: number, startOn: string): string {
  if (unit === 'calendar-months') return slowMonths(startOn, limit);
  let [date, left] = [startOn, unit === 'weeks' ? limit * 7 : limit];
  while (left > 0) {
    date = nextDate(date);
    if (unit !== 'working-days' || isWorking(date)) left -= 1;
  }
  return date;
}

/** Steps month by month; the day number is tried downwards until the date exists. */
function slowMonths(startOn: string, months: number): string {
  const [year = 0, month = 0, day = 0] = startOn.split('-').map(Number);
  let [inYear, inMonth] = [year, month];
  for (let i = 0; i < months; i += 1) [inYear, inMonth] = inMonth === 12 ? [inYear + 1, 1] : [inYear, inMonth + 1];
  for (let tried = day; ; tried -= 1) {
    const text = `${inYear}-${String(inMonth).padStart(2, '0')}-${String(tried).padStart(2, '0')}`;
    const real = new Date(`${text}T00:00:00Z`);
    if (!Number.isNaN(real.getTime()) && real.toISOString().startsWith(text)) return text;
  }
}

function slowDueAt(unit: ClockUnit, limit: number, started: number): number {
  if (unit === 'hours') return started + limit * 4 * QUARTER;
  let [time, left] = [started, limit * 4];
  while (left > 0) {
    if (isOpen(time)) left -= 1;
    time += QUARTER;
  }
  return time;
}

function slowUsed(unit: ClockUnit, startOn: string, until: string): number {
  let used = 0;
  for (let date = startOn; date < until;) {
    date = nextDate(date);
    if (unit !== 'working-days' || isWorking(date)) used += 1;
  }
  return used;
}

function slowState(history: History): { state: ClockState; dueOn: string; originalDueOn: string; used: number | null } {
  const { unit, limit, started, extended, metAfter } = history;
  const now = started + history.after * QUARTER;
  const metAt = metAfter !== null && started + metAfter * QUARTER <= now ? started + metAfter * QUARTER : null;
  const judged = metAt ?? now;
  const inHours = unit === 'hours' || unit === 'hub-hours';
  const original = inHours ? slowDueAt(unit, limit, started) : slowDueOn(unit, limit, dateAt(started));
  const isExtended = extended !== null && started + extended.decidedAfter * QUARTER <= judged;
  const due = isExtended ? movedTo(history, original) : original;
  const isLate = typeof due === 'number' ? judged > due : dateAt(judged) > due;
  const isToday = typeof due === 'string' && dateAt(judged) === due;
  const open: ClockState = isLate ? 'overdue' : isToday ? 'due today' : 'running';
  const state = metAt === null ? open : isLate ? 'met late' : 'met';
  const dateOf = (moment: number | string): string => (typeof moment === 'number' ? dateAt(moment) : moment);
  return {
    state,
    dueOn: dateOf(due),
    originalDueOn: dateOf(original),
    used: inHours ? null : slowUsed(unit, dateAt(started), dateAt(judged)),
  };
}

function movedTo(history: History, original: number | string): number | string {
  const by = history.extended?.by ?? 0;
  if (typeof original === 'number') return original + by * 4 * QUARTER;
  let date = original;
  for (let i = 0; i < by; i += 1) date = nextDate(date);
  return date;
}

// ---- the histories ----

/** Starts are drawn everywhere, and more often near Christmas, month ends, leap days and the changes of the clocks. */
const hardDays = [
  '2015-12-23',
  '2019-12-31',
  '2021-12-24',
  '2022-09-16',
  '2023-05-05',
  '2024-02-28',
  '2024-02-29',
  '2024-01-31',
  '2026-03-28',
  '2026-03-29',
  '2026-10-24',
  '2026-10-25',
  '2026-04-02',
  '2026-08-31',
  '2027-12-23',
  '2027-12-31',
  '2022-06-01',
  '2020-05-07',
  '2023-11-30',
  '2025-01-31',
];
const quarterInDay = fc.integer({ min: 0, max: 95 });
const start = fc.oneof(
  fc
    .tuple(fc.integer({ min: Date.UTC(2012, 0, 5) / DAY, max: Date.UTC(2026, 11, 20) / DAY }), quarterInDay)
    .map(([day, quarter]) => day * DAY + quarter * QUARTER),
  fc
    .tuple(fc.constantFrom(...hardDays), fc.integer({ min: -2, max: 2 }), quarterInDay)
    .map(([date, shift, quarter]) => Date.parse(date) + shift * DAY + quarter * QUARTER),
);
const unitAndLimit: fc.Arbitrary<[ClockUnit, number]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant<ClockUnit>('working-days'), fc.integer({ min: 0, max: 60 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant<ClockUnit>('calendar-days'), fc.integer({ min: 0, max: 213 })) },
  { weight: 2, arbitrary: fc.tuple(fc.constant<ClockUnit>('calendar-months'), fc.integer({ min: 0, max: 13 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant<ClockUnit>('weeks'), fc.integer({ min: 0, max: 30 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant<ClockUnit>('hours'), fc.integer({ min: 0, max: 100 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant<ClockUnit>('hub-hours'), fc.integer({ min: 0, max: 30 })) },
);
const history: fc.Arbitrary<History> = fc
  .tuple(
    unitAndLimit,
    start,
    fc.integer({ min: 0, max: 20_000 }),
    fc.option(fc.integer({ min: 0, max: 12_000 })),
    fc.option(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 8_000 }))),
  )
  .map(([[unit, limit], started, after, metAfter, extended]) => {
    const inHours = unit === 'hours' || unit === 'hub-hours';
    const scale = (quarters: number): number => (inHours ? quarters % 900 : quarters);
    return {
      unit,
      limit,
      started,
      after: scale(after),
      metAfter: metAfter === null ? null : scale(metAfter),
      extended: extended === null ? null : { by: extended[0], decidedAfter: scale(extended[1]) },
    };
  });

function fastReading(told: History): ClockReading {
  const rule: ClockRule = {
    key: 'C00',
    name: 'Any',
    limit: told.limit,
    unit: told.unit,
    basis: 'local',
    source: 'none',
    validFrom: '2012-01-01',
    validTo: null,
  };
  const at = (quarters: number): Date => new Date(told.started + quarters * QUARTER);
  const facts = { startedAt: at(0), now: at(told.after), metAt: told.metAfter === null ? null : at(told.metAfter), calendar };
  const untouched = runClock(rule, { ...facts, extensions: [] });
  const rows: ClockExtension[] =
    told.extended === null ? [] : [extensionRow(told, untouched.originalDueAt, at(told.extended.decidedAfter))];
  return runClock(rule, { ...facts, extensions: rows });
}

/** The extension the oracle means: so many calendar days, or hours, after the original due moment. */
function extensionRow(told: History, original: Date, decidedAt: Date): ClockExtension {
  const by = told.extended?.by ?? 0;
  const inHours = told.unit === 'hours' || told.unit === 'hub-hours';
  const noon = Date.parse(`${dateAt(original.getTime())}T12:00:00Z`);
  return {
    dueAt: new Date(inHours ? original.getTime() + by * 4 * QUARTER : noon + by * DAY),
    at: decidedAt,
    reason: 'needed',
    by: 'someone',
  };
}

test('10,000 histories read as the slow oracle reads them', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(history, (told) => {
      const slow = slowState(told);
      const fast = fastReading(told);
      expect(fast.state === 'warning' ? 'running' : fast.state).toBe(slow.state);
      expect([fast.dueOn, fast.originalDueOn]).toEqual([slow.dueOn, slow.originalDueOn]);
      if (slow.used !== null) expect(fast.used).toBe(slow.used);
      expect(fast.left < 0 ? fast.dueAt < new Date(told.started + told.after * QUARTER) : true).toBe(true);
      expect(fast.words).not.toMatch(/undefined|NaN|-\d|  /);
      seen.add(`${told.unit} ${slow.state}`);
    }),
    { numRuns: 10_000 },
  );
  expect(seen.size, 'every unit is seen in every state').toBeGreaterThanOrEqual(28);
}, 180_000);

test('the warning comes between the start and the due moment, and never leaves once it has come', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 3_000 }), (told, later) => {
      const first = fastReading({ ...told, metAfter: null, extended: null });
      const second = fastReading({ ...told, metAfter: null, extended: null, after: told.after + later });
      const order: ClockState[] = ['running', 'warning', 'due today', 'overdue'];
      expect(first.warnAt <= first.dueAt).toBe(true);
      expect(order.indexOf(second.state)).toBeGreaterThanOrEqual(order.indexOf(first.state));
      expect(second.dueAt).toEqual(first.dueAt);
    }),
    { numRuns: 3_000 },
  );
}, 120_000);
