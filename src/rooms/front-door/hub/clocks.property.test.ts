/**
 * The clocks of an enquiry over whole histories: opened at any moment, rated again and again, agencies asked on the way, decided or not. Held
 * against a slow oracle that knows the limits by heart and counts quarter hours by what London's clocks show. HISTORIES=10000 runs them all.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BANK_HOLIDAY_LINES } from '../../../platform/time/bank-holidays.data.ts';
import { clockRule } from '../../../platform/time/clock-rules.ts';
import { runClock } from '../../../platform/time/clock.ts';
import { WEEKDAYS_NINE_TO_FIVE } from '../../../platform/time/hub-hours.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { ENGLISH_CALENDAR } from '../../../platform/time/working-day.ts';
import { clockMoves, type Rag } from './enquiry.ts';

const QUARTER = 15 * 60_000;
const DAY = 96 * QUARTER;
const calendar = { working: ENGLISH_CALENDAR, hubOpening: WEEKDAYS_NINE_TO_FIVE };

// ---- the oracle ----

const hours: Record<Rag, { decision: number; returns: number; elapsed: boolean }> = {
  RED: { decision: 4, returns: 2, elapsed: true },
  AMBER: { decision: 24, returns: 6, elapsed: false },
  GREEN: { decision: 72, returns: 24, elapsed: false },
};
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

function isOpen(time: number): boolean {
  const shown = london.format(time);
  const date = shown.slice(0, 10);
  const clock = shown.slice(12);
  return clock >= '09:00' && clock < '17:00' && ![0, 6].includes(new Date(date).getUTCDay()) && !holidays.has(date);
}

function slowDue(rag: Rag, of: 'decision' | 'returns', from: number): number {
  const limit = hours[rag][of];
  if (hours[rag].elapsed) return from + limit * 4 * QUARTER;
  let [time, left] = [from, limit * 4];
  while (left > 0) {
    if (isOpen(time)) left -= 1;
    time += QUARTER;
  }
  return time;
}

// ---- the histories ----

interface Step {
  after: number;
  rag: Rag | null;
  asks: boolean;
}
interface History {
  opened: number;
  rag: Rag;
  steps: Step[];
  decidedAfter: number | null;
}

const hardDays = [
  '2024-03-29',
  '2024-03-31',
  '2024-10-27',
  '2025-04-17',
  '2025-12-24',
  '2025-12-31',
  '2026-03-28',
  '2026-05-01',
  '2026-08-28',
  '2026-10-23',
  '2026-12-23',
  '2026-12-31',
];
const quarterInDay = fc.integer({ min: 0, max: 95 });
const anyRag = fc.constantFrom<Rag>('RED', 'AMBER', 'GREEN');
const history: fc.Arbitrary<History> = fc.record({
  opened: fc.oneof(
    fc
      .tuple(fc.integer({ min: Date.UTC(2023, 0, 2) / DAY, max: Date.UTC(2027, 10, 30) / DAY }), quarterInDay)
      .map(([day, quarter]) => day * DAY + quarter * QUARTER),
    fc
      .tuple(fc.constantFrom(...hardDays), fc.integer({ min: -2, max: 2 }), quarterInDay)
      .map(([date, shift, quarter]) => Date.parse(date) + shift * DAY + quarter * QUARTER),
  ),
  rag: anyRag,
  steps: fc.array(fc.record({ after: fc.integer({ min: 1, max: 200 }), rag: fc.option(anyRag), asks: fc.boolean() }), { maxLength: 6 }),
  decidedAfter: fc.option(fc.integer({ min: 0, max: 1_500 })),
});

// ---- the clocks as the actions keep them ----

interface Running {
  on: string;
  rule: string;
  startedAt: number;
  stopped: 'met' | 'cancelled' | null;
  stoppedAt: number | null;
}

class Clocks {
  readonly all: Running[] = [];
  begin(on: string, rule: string, startedAt: number): void {
    this.all.push({ on, rule, startedAt, stopped: null, stoppedAt: null });
  }
  end(on: string, rule: string, how: 'met' | 'cancelled', at: number): void {
    const found = this.all.filter((one) => one.on === on && one.rule === rule && one.stopped === null);
    if (found.length !== 1) throw new Error(`${found.length} clocks ${rule} run on ${on}`);
    Object.assign(found[0]!, { stopped: how, stoppedAt: at });
  }
  runningOn(on: string): Running[] {
    return this.all.filter((one) => one.on === on && one.stopped === null);
  }
}

const read = (one: Running, now: number) => {
  const startedAt = new Date(one.startedAt);
  return runClock(clockRule(one.rule, londonDate(startedAt)), {
    startedAt,
    now: new Date(now),
    metAt: one.stopped === 'met' && one.stoppedAt !== null ? new Date(one.stoppedAt) : null,
    extensions: [],
    calendar,
  });
};

function checked(clocks: Clocks, rag: Rag, now: number, subjects: ReadonlyMap<string, number>): void {
  for (const [on, from] of subjects) {
    const running = clocks.runningOn(on);
    expect(running, `one clock runs on ${on}`).toHaveLength(1);
    const due = slowDue(rag, on === 'enquiry' ? 'decision' : 'returns', from);
    const reading = read(running[0]!, now);
    expect(reading.dueAt.getTime()).toBe(due);
    expect(reading.state === 'overdue').toBe(now > due);
    expect(running[0]!.startedAt).toBe(from);
  }
}

const histories = Number(process.env['HISTORIES'] ?? 500);

test(`each clock is right over ${histories.toLocaleString('en-GB')} histories`, { timeout: 900_000 }, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(history, (told) => {
      const clocks = new Clocks();
      const subjects = new Map([['enquiry', told.opened]]);
      let [now, rag] = [told.opened, told.rag];
      for (const move of clockMoves(null, rag)) if (move.of === 'decision') clocks.begin('enquiry', move.start, now);
      checked(clocks, rag, now, subjects);
      for (const step of told.steps) {
        now += step.after * QUARTER;
        if (step.asks) {
          const on = `request ${subjects.size}`;
          for (const move of clockMoves(null, rag)) if (move.of === 'returns') clocks.begin(on, move.start, now);
          subjects.set(on, now);
        }
        if (step.rag) {
          for (const move of clockMoves(rag, step.rag))
            for (const [on, from] of subjects) {
              if ((move.of === 'decision') !== (on === 'enquiry')) continue;
              if (move.stop) clocks.end(on, move.stop, 'cancelled', now);
              clocks.begin(on, move.start, from);
            }
          seen.add(`${rag} to ${step.rag}`);
          rag = step.rag;
        }
        checked(clocks, rag, now, subjects);
      }
      if (told.decidedAfter !== null) {
        const at = now + told.decidedAfter * QUARTER;
        const [running] = clocks.runningOn('enquiry');
        clocks.end('enquiry', running!.rule, 'met', at);
        const { state } = read(running!, at + DAY);
        expect(state).toBe(at > slowDue(rag, 'decision', told.opened) ? 'met late' : 'met');
        seen.add(`${rag} ${state}`);
      }
    }),
    { numRuns: histories },
  );
  expect(seen.size, 'every change of colour, and every colour met and met late').toBe(15);
});
