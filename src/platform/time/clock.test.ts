import { describe, expect, test } from 'vitest';
import { ENGLAND_AND_WALES, holidaysKnownOn } from './bank-holidays.ts';
import { CLOCK_RULES, NoSuchClock, clockRule } from './clock-rules.ts';
import { type ClockExtension, type ClockReading, type ClockRule, runClock } from './clock.ts';
import { WEEKDAYS_NINE_TO_FIVE } from './hub-hours.ts';
import { londonInstant } from './london.ts';
import { ENGLISH_CALENDAR, workingCalendar } from './working-day.ts';

const calendar = { working: ENGLISH_CALENDAR, hubOpening: WEEKDAYS_NINE_TO_FIVE };

/** "2026-11-24" or "2026-11-24 14:30", London time. */
function at(text: string): Date {
  const [date = '', time = '12:00'] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return londonInstant(date, hour, minute);
}

type Told = { metAt?: string; extensions?: ClockExtension[]; rule?: Partial<ClockRule> };
function read(key: string, started: string, now: string, told: Told = {}): ClockReading {
  const rule = { ...clockRule(key, '2026-01-01'), ...told.rule };
  return runClock(rule, {
    startedAt: at(started),
    now: at(now),
    metAt: told.metAt ? at(told.metAt) : null,
    extensions: told.extensions ?? [],
    calendar,
  });
}
const extension = (dueAt: string, decidedAt: string, reason = 'The family asked for more time'): ClockExtension => ({
  dueAt: at(dueAt),
  at: at(decidedAt),
  reason,
  by: 'Jo Hart',
});

describe('what a clock says', () => {
  test.each<[string, string, string, Told, string, string]>([
    ['C10', '2026-11-10', '2026-11-10', {}, 'running', 'due in 10 working days, 24 Nov (working day 0 of 10)'],
    ['C10', '2026-11-10', '2026-11-16', {}, 'running', 'due in 6 working days, 24 Nov (working day 4 of 10)'],
    ['C10', '2026-11-10', '2026-11-20', {}, 'warning', 'due in 2 working days, 24 Nov (working day 8 of 10)'],
    ['C10', '2026-11-10', '2026-11-23', {}, 'warning', 'due tomorrow, 24 Nov (working day 9 of 10)'],
    ['C10', '2026-11-10', '2026-11-24 23:59', {}, 'due today', 'due today, 24 Nov (working day 10 of 10)'],
    ['C10', '2026-11-10', '2026-11-25 00:00', {}, 'overdue', 'overdue by 1 working day, was due 24 Nov'],
    ['C10', '2026-11-06', '2026-11-24', {}, 'overdue', 'overdue by 2 working days, was due 20 Nov'],
    ['C10', '2026-11-06', '2026-11-21', {}, 'overdue', 'overdue, was due 20 Nov'],
    ['C10', '2026-11-09', '2026-11-20', {}, 'warning', 'due next working day, Monday 23 Nov (working day 9 of 10)'],
    ['C10', '2026-11-10', '2026-11-25', { metAt: '2026-11-19' }, 'met', 'met on 19 Nov (working day 7 of 10)'],
    ['C10', '2026-11-10', '2026-12-25', { metAt: '2026-11-26' }, 'met late', 'met 2 working days late on 26 Nov, was due 24 Nov'],
    ['C10', '2026-11-06', '2026-12-25', { metAt: '2026-11-21' }, 'met late', 'met late on 21 Nov, was due 20 Nov'],
    ['C10', '2026-12-22', '2026-12-23', {}, 'running', 'due in 9 working days, 8 Jan 2027 (working day 1 of 10)'],
    ['C10', '2026-11-30', '2026-11-24', {}, 'running', 'starts 30 Nov, due 14 Dec'],
    ['C01', '2026-11-20', '2026-11-20', {}, 'running', 'due next working day, Monday 23 Nov (working day 0 of 1)'],
    ['C01', '2026-12-24', '2026-12-27', {}, 'running', 'due next working day, Tuesday 29 Dec (working day 0 of 1)'],
    ['C08-immediate', '2026-11-24', '2026-11-24', {}, 'due today', 'due today, 24 Nov (working day 0 of 0)'],
    ['C12', '2026-11-30', '2026-12-10', {}, 'running', 'due in 11 weeks, 28 Feb 2027 (day 10 of 90)'],
    ['C12', '2026-08-31', '2026-11-29', {}, 'warning', 'due tomorrow, 30 Nov (day 90 of 91)'],
    ['C12', '2026-08-24', '2026-11-29', {}, 'overdue', 'overdue by 5 days, was due 24 Nov'],
    ['C33', '2026-10-20', '2026-11-22', {}, 'running', 'due in 9 days, 1 Dec (day 33 of 42)'],
    ['C33', '2026-10-20', '2026-11-23', {}, 'warning', 'due in 8 days, 1 Dec (day 34 of 42)'],
    ['C26', '2026-11-21 18:00', '2026-11-22 18:00', {}, 'running', 'due in 2 days, 24 Nov at 6pm (24 of 72 hours used)'],
    ['C02', '2026-11-23 17:02', '2026-11-24 14:02', {}, 'warning', 'due in 3 hours, today at 5:02pm (21 of 24 hours used)'],
    ['C02', '2026-11-23 17:02', '2026-11-24 16:20', {}, 'warning', 'due in 42 minutes, today at 5:02pm (23 of 24 hours used)'],
    ['C02', '2026-11-23 17:02', '2026-11-24 19:32', {}, 'overdue', 'overdue by 2 hours, was due today at 5:02pm'],
    ['C02', '2026-11-20 09:30', '2026-11-22 12:00', {}, 'overdue', 'overdue by 26 hours, was due yesterday at 9:30am'],
    ['C04-returns', '2026-11-23 16:00', '2026-11-23 16:30', {}, 'running', 'due in 5 hub hours, tomorrow at 2pm (0 of 6 hub hours used)'],
    ['C04-returns', '2026-11-20 16:00', '2026-11-21 12:00', {}, 'running', 'due in 5 hub hours, 23 Nov at 2pm (1 of 6 hub hours used)'],
    ['C02', '2026-11-23 17:02', '2026-11-26 10:00', { metAt: '2026-11-24 10:00' }, 'met', 'met on 24 Nov at 10am (16 of 24 hours used)'],
    [
      'C02',
      '2026-11-23 17:02',
      '2026-11-26 10:00',
      { metAt: '2026-11-24 18:02' },
      'met late',
      'met 1 hour late on 24 Nov at 6:02pm, was due 24 Nov at 5:02pm',
    ],
    ['C38', '2026-11-26', '2026-11-23', {}, 'warning', 'due tomorrow, 24 Nov (2 working days before 26 Nov)'],
    ['C38', '2026-11-26', '2026-11-18', {}, 'running', 'due in 4 working days, 24 Nov (2 working days before 26 Nov)'],
    ['C38', '2026-11-26', '2026-11-25', {}, 'overdue', 'overdue by 1 working day, was due 24 Nov'],
    [
      'C10',
      '2026-11-06',
      '2026-11-23',
      { extensions: [extension('2026-11-24', '2026-11-19')] },
      'warning',
      'due tomorrow, 24 Nov (working day 11 of 12, extended from 20 Nov)',
    ],
    [
      'C10',
      '2026-11-06',
      '2026-11-26',
      { extensions: [extension('2026-11-24', '2026-11-19')] },
      'overdue',
      'overdue by 2 working days, was due 24 Nov, extended from 20 Nov',
    ],
    [
      'C01',
      '2028-12-29',
      '2028-12-29',
      {},
      'running',
      'due next working day, Monday 1 Jan 2029 (working day 0 of 1), not counting bank holidays that are not yet known',
    ],
  ])('%s from %s, on %s %j: %s, %s', (key, started, now, told, state, words) => {
    const reading = read(key, started, now, told);
    expect([reading.state, reading.words]).toEqual([state, words]);
  });

  test('in full: the date, the limit, why it moved and on what authority', () => {
    expect(read('C10', '2026-11-10', '2026-11-16').exact).toBe(
      'Due by the end of Tuesday 24 November 2026. Limit 10 working days from Tuesday 10 November 2026 (day 0). Set in law or statutory guidance: Working Together to Safeguard Children (statutory guidance).',
    );
    expect(
      read('C12', '2026-11-10', '2026-11-16', { extensions: [extension('2027-03-01', '2026-11-12', 'The chair was ill')] }).exact,
    ).toContain(
      'Due by the end of Monday 1 March 2027. Limit 3 months from Tuesday 10 November 2026 (day 0). Moved from Wednesday 10 February 2027: The chair was ill.',
    );
    expect(read('C02', '2026-11-23 17:02', '2026-11-24').exact).toBe(
      'Due Tuesday 24 November 2026 at 5:02pm. Limit 24 hours from Monday 23 November 2026 at 5:02pm. Set locally: local practice.',
    );
    expect(read('C38', '2026-11-26', '2026-11-23').exact).toContain('Limit 2 working days before Thursday 26 November 2026.');
  });
});

describe('a due date never moves silently', () => {
  test('an extension keeps the original due date beside the new one', () => {
    const reading = read('C06', '2026-09-01', '2026-11-04', { extensions: [extension('2026-11-20', '2026-11-02')] });
    expect([reading.originalDueOn, reading.dueOn, reading.extension?.reason]).toEqual([
      '2026-11-03',
      '2026-11-20',
      'The family asked for more time',
    ]);
  });

  test('the latest decision stands, in whatever order the rows come', () => {
    const rows = [extension('2026-12-01', '2026-11-18'), extension('2026-11-27', '2026-11-16')];
    expect(read('C10', '2026-11-10', '2026-11-19', { extensions: rows }).dueOn).toBe('2026-12-01');
    expect(read('C10', '2026-11-10', '2026-11-19', { extensions: rows.toReversed() }).dueOn).toBe('2026-12-01');
    expect(read('C10', '2026-11-10', '2026-11-17', { extensions: rows }).dueOn).toBe('2026-11-27');
    expect(read('C10', '2026-11-10', '2026-11-15', { extensions: rows }).dueOn).toBe('2026-11-24');
  });

  test('an extension granted after the thing was done does not make it timely', () => {
    const late = { metAt: '2026-11-26', extensions: [extension('2026-12-01', '2026-11-27')] };
    expect(read('C10', '2026-11-10', '2026-11-30', late).state).toBe('met late');
  });

  test('a bank holiday announced mid-way moves the date only for a calendar that knows it', () => {
    const known = (day: string): string => {
      const working = workingCalendar(holidaysKnownOn(ENGLAND_AND_WALES, day), '2012-01-01', '2028-12-31');
      const facts = { startedAt: at('2022-09-05'), now: at('2022-09-12'), extensions: [], calendar: { ...calendar, working } };
      return runClock(clockRule('C09', '2022-09-05'), facts).dueOn;
    };
    expect([known('2022-09-09'), known('2022-09-10')]).toEqual(['2022-09-26', '2022-09-27']);
  });
});

describe('the moments that decide', () => {
  test('a duty due on a date is met in time until London midnight, in summer too', () => {
    const summer = (now: string): string => read('C01', '2026-07-01', now).state;
    expect([summer('2026-07-02 23:59'), summer('2026-07-03 00:00')]).toEqual(['due today', 'overdue']);
    expect(read('C01', '2026-07-01', '2026-07-02').dueAt.toISOString()).toBe('2026-07-02T22:59:59.999Z');
  });

  test('met before it started counts as met, and met in the future as not yet', () => {
    expect(read('C21', '2026-11-10', '2026-11-12', { metAt: '2026-11-05' })).toMatchObject({ state: 'met', used: 0 });
    expect(read('C21', '2026-11-10', '2026-11-12', { metAt: '2026-11-13' }).state).toBe('running');
  });

  test('the warning point can be a share or a number of units', () => {
    expect(read('C10', '2026-11-10', '2026-11-12', { rule: { warnFraction: 0.5 } }).warnAt).toEqual(at('2026-11-17 00:00'));
    expect(read('C17-review', '2026-11-10', '2026-11-12').warnAt).toEqual(at('2026-12-22 00:00'));
    expect(read('C02', '2026-11-10 12:00', '2026-11-10 13:00', { rule: { warnLimit: 20 } }).warnAt).toEqual(at('2026-11-11 08:00'));
    expect(read('C34', '2026-11-10', '2026-11-12', { rule: { limit: 35 } }).warnAt).toEqual(at('2026-12-18 00:00'));
  });

  test('24 elapsed hours over the end of summer time end an hour earlier by the clock', () => {
    expect(read('C02', '2026-10-24 12:00', '2026-10-24 13:00').dueAt).toEqual(at('2026-10-25 11:00'));
  });

  test('left goes below zero when overdue; a rule no clock can keep is refused', () => {
    expect(read('C10', '2026-11-06', '2026-11-24')).toMatchObject({ used: 12, limit: 10, left: -2, counts: 'working day' });
    expect(() => read('C10', '2026-11-06', '2026-11-24', { rule: { limit: -1 } })).toThrow(RangeError);
    expect(() => read('C02', '2026-11-06', '2026-11-24', { rule: { direction: 'before' } })).toThrow(RangeError);
  });
});

describe('the table of clocks', () => {
  test('has C01 to C46 and says where each comes from', () => {
    const keys = CLOCK_RULES.map((rule) => rule.key);
    expect(keys.filter((key) => /^C\d\d$/.test(key))).toEqual(Array.from({ length: 46 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(CLOCK_RULES.filter((rule) => rule.source === '' || rule.name === '')).toEqual([]);
  });

  test.each([
    ['C01', 1, 'working-days', 'statutory'],
    ['C06', 45, 'working-days', 'statutory'],
    ['C09', 15, 'working-days', 'statutory'],
    ['C12', 3, 'calendar-months', 'statutory'],
    ['C18', 1, 'weeks', 'statutory'],
    ['C20', 20, 'working-days', 'statutory'],
    ['C26', 72, 'hours', 'statutory'],
    ['C33', 6, 'weeks', 'local'],
    ['C40', 26, 'weeks', 'statutory'],
    ['C45', 183, 'calendar-days', 'seed'],
  ])('%s is %i %s, %s', (key, limit, unit, basis) => expect(clockRule(key, '2026-11-22')).toMatchObject({ limit, unit, basis }));

  test('every rule of the table can be run', () => {
    for (const rule of CLOCK_RULES)
      expect(runClock(rule, { startedAt: at('2026-11-10'), now: at('2026-11-11'), extensions: [], calendar }).words, rule.key).toMatch(
        /due/,
      );
  });

  test('an unknown clock, or one before the table begins, is refused', () => {
    expect(() => clockRule('C99', '2026-11-22')).toThrow(NoSuchClock);
    expect(() => clockRule('C01', '2011-12-31')).toThrow(NoSuchClock);
  });
});
