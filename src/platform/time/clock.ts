/**
 * The clock: one pure function from a rule, a start and now to where things stand, in numbers and in words.
 * Day 0 is the trigger day. A due date never moves silently: an extension is a row with a reason, and the original due
 * date stays in the answer. Source: domain §3.1 (clock table) and its closing rule on breaches.
 */
import type { PlainDate } from './calendar-day.ts';
import { type ClockCalendar, type ClockUnit, DAY_UNITS, HOUR_UNITS } from './clock-unit.ts';
import { exactWords, words } from './clock-words.ts';
import { endOfLondonDay, londonDate, londonInstant } from './london.ts';
import { knowsHolidays } from './working-day.ts';

export type ClockBasis = 'statutory' | 'local' | 'professional' | 'seed';

/** A limit with its reason. `warnFraction` is the share of the limit used at which to warn; `warnLimit` is the same in units. */
export type ClockRule = {
  key: string;
  name: string;
  limit: number;
  unit: ClockUnit;
  /** 'before' counts back from the trigger: a report is due two working days before the conference. */
  direction?: 'after' | 'before';
  warnFraction?: number;
  warnLimit?: number;
  basis: ClockBasis;
  source: string;
  note?: string;
  /** First and last day on which a start takes this rule. */
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** A decision to move a due date: to when, why, by whom, and when it was decided. The latest decision stands. */
export type ClockExtension = { dueAt: Date; reason: string; by: string; at: Date };

/**
 * `metAt` is when the thing happened, not when it was written down; one later than `now` is not yet met. `fixed` is the
 * due and warning moment stored when the clock started: they hold even when rule or calendar would answer otherwise today.
 */
export type ClockFacts = {
  startedAt: Date;
  now: Date;
  fixed?: { dueAt: Date; warnAt: Date };
  metAt?: Date | null;
  extensions: readonly ClockExtension[];
  calendar: ClockCalendar;
};

/** 'due today' belongs to clocks in days; a clock in hours goes from running to warning to overdue. */
export type ClockState = 'running' | 'warning' | 'due today' | 'overdue' | 'met' | 'met late';

/** Where a clock stands. `used`, `limit` and `left` are in `counts`; `left` is negative when overdue. */
export type ClockReading = {
  /** The last moment at which it is met in time; for a clock in days, the end of that London day. */
  dueAt: Date;
  dueOn: PlainDate;
  originalDueAt: Date;
  originalDueOn: PlainDate;
  extension: ClockExtension | null;
  warnAt: Date;
  state: ClockState;
  used: number;
  limit: number;
  left: number;
  unit: ClockUnit;
  counts: 'working day' | 'day' | 'hour' | 'hub hour';
  /** False when the count runs past the bank holidays known, so the due date may yet move; the words say so. */
  holidaysKnown: boolean;
  /** "due tomorrow, 24 Nov (working day 9 of 10)". */
  words: string;
  /** The due date in full, the limit and its basis, for "on request". */
  exact: string;
};

const USUAL_WARNING = 0.8;

/**
 * Reads a clock. Throws RangeError for a rule no clock can keep (a limit below zero), HubNeverOpens when hub hours are
 * counted with no opening hours; a count past the known bank holidays is flagged in `holidaysKnown`, not thrown.
 */
export function runClock(rule: ClockRule, facts: ClockFacts): ClockReading {
  if (!(rule.limit >= 0)) throw new RangeError(`Clock ${rule.key} has a limit of ${rule.limit}`);
  const metAt = facts.metAt && facts.metAt <= facts.now ? facts.metAt : null;
  const judgedAt = metAt ?? facts.now;
  const extension = standingExtension(facts.extensions, judgedAt);
  const numbers =
    rule.unit === 'hours' || rule.unit === 'hub-hours'
      ? countHours(rule, rule.unit, facts, judgedAt, extension)
      : countDays(rule, rule.unit, facts, judgedAt, extension);
  const reading = {
    ...numbers,
    extension,
    unit: rule.unit,
    originalDueOn: londonDate(numbers.originalDueAt),
    dueOn: londonDate(numbers.dueAt),
  };
  const state = stateOf(reading, metAt, judgedAt);
  const holidaysKnown = !countsHolidays(rule.unit) || knowsHolidays(facts.calendar.working, londonDate(facts.startedAt), reading.dueOn);
  const said = { rule, ...reading, state, holidaysKnown, startedAt: facts.startedAt, judgedAt, now: facts.now };
  return { ...reading, state, holidaysKnown, words: words(said), exact: exactWords(said) };
}

type Numbers = Pick<ClockReading, 'dueAt' | 'originalDueAt' | 'warnAt' | 'used' | 'limit' | 'left' | 'counts'>;

function countDays(
  rule: ClockRule,
  unit: keyof typeof DAY_UNITS,
  facts: ClockFacts,
  judgedAt: Date,
  extension: ClockExtension | null,
): Numbers {
  const { shift, count, counts } = DAY_UNITS[unit];
  const { calendar } = facts;
  const trigger = londonDate(facts.startedAt);
  const back = rule.direction === 'before';
  const originalDue = facts.fixed ? londonDate(facts.fixed.dueAt) : shift(calendar, trigger, back ? -rule.limit : rule.limit);
  const due = extension ? londonDate(extension.dueAt) : originalDue;
  const day0 = back ? shift(calendar, due, -rule.limit) : trigger;
  const limit = count(calendar, day0, due);
  const today = londonDate(judgedAt);
  const warnAfter =
    rule.warnLimit === undefined || extension ? warningPoint(rule, limit) : count(calendar, day0, shift(calendar, day0, rule.warnLimit));
  const warnOn = back ? day0 : DAY_UNITS[counts === 'day' ? 'calendar-days' : unit].shift(calendar, day0, Math.ceil(warnAfter));
  return {
    dueAt: endOfLondonDay(due),
    originalDueAt: endOfLondonDay(originalDue),
    warnAt: fixedWarning(facts, extension) ?? londonInstant(warnOn),
    used: Math.max(0, count(calendar, day0, today)),
    limit,
    left: count(calendar, today, due),
    counts,
  };
}

function countHours(
  rule: ClockRule,
  unit: keyof typeof HOUR_UNITS,
  facts: ClockFacts,
  judgedAt: Date,
  extension: ClockExtension | null,
): Numbers {
  if (rule.direction === 'before') throw new RangeError(`Clock ${rule.key}: a clock that counts back is kept in days`);
  const { shift, count, counts } = HOUR_UNITS[unit];
  const { calendar, startedAt } = facts;
  const originalDueAt = facts.fixed?.dueAt ?? shift(calendar, startedAt, rule.limit);
  const dueAt = extension?.dueAt ?? originalDueAt;
  const limit = extension ? count(calendar, startedAt, dueAt) : rule.limit;
  const warnAfter = rule.warnLimit === undefined || extension ? warningPoint(rule, limit) : rule.warnLimit;
  return {
    dueAt,
    originalDueAt,
    warnAt: fixedWarning(facts, extension) ?? shift(calendar, startedAt, warnAfter),
    used: Math.max(0, count(calendar, startedAt, judgedAt)),
    limit,
    left: count(calendar, judgedAt, dueAt),
    counts,
  };
}

/** The warning fixed at the start holds until the due date is moved. */
function fixedWarning(facts: ClockFacts, extension: ClockExtension | null): Date | null {
  return extension === null ? (facts.fixed?.warnAt ?? null) : null;
}

/** The share of the limit at which to warn, rid of the dust of binary fractions. */
function warningPoint(rule: ClockRule, limit: number): number {
  return Math.round((rule.warnFraction ?? USUAL_WARNING) * limit * 1e6) / 1e6;
}

/** The last extension decided by a moment: one granted after the thing was done cannot make it timely. */
function standingExtension(extensions: readonly ClockExtension[], by: Date): ClockExtension | null {
  let standing: ClockExtension | null = null;
  for (const extension of extensions) {
    if (extension.at <= by && (standing === null || extension.at >= standing.at)) standing = extension;
  }
  return standing;
}

function stateOf(
  reading: { dueAt: Date; dueOn: PlainDate; warnAt: Date; unit: ClockUnit },
  metAt: Date | null,
  judgedAt: Date,
): ClockState {
  if (metAt) return metAt <= reading.dueAt ? 'met' : 'met late';
  if (judgedAt > reading.dueAt) return 'overdue';
  if (reading.unit in DAY_UNITS && londonDate(judgedAt) === reading.dueOn) return 'due today';
  return judgedAt >= reading.warnAt ? 'warning' : 'running';
}

function countsHolidays(unit: ClockUnit): boolean {
  return unit === 'working-days' || unit === 'hub-hours';
}
