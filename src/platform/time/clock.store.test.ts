import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, makeCast } from '../access/cast.ts';
import type { StaffActor } from '../access/ctx.ts';
import { runWorker } from '../jobs/worker.ts';
import { announceBankHoliday } from './announce-bank-holiday.ts';
import { clockConfiguration, seedClockConfiguration } from './clock-configuration.store.ts';
import { CLOCK_RULES } from './clock-rules.ts';
import {
  type ClockName,
  cancelClock,
  clockOf,
  clocksDueBy,
  clocksOf,
  explainBreach,
  extendClock,
  meetClock,
  overdueClocks,
  startClock,
} from './clock.store.ts';
import { fillClockTables } from './fill-clock-tables.ts';
import { endOfLondonDay, londonInstant } from './london.ts';

let cast: Cast;
let worker: StaffActor;
let administrator: StaffActor;
beforeAll(async () => {
  cast = await makeCast();
  await cast.asSystem((ctx) => seedClockConfiguration(ctx));
  const agencyId = await cast.agency();
  worker = await cast.staff('TM', { agencyId, name: 'Jo Hart' });
  administrator = await cast.staff('SYSADMIN', { agencyId });
});
afterAll(() => cast.end());

const noon = (date: string): Date => londonInstant(date, 12);
const onNew = (rule: string): ClockName => ({ rule, subjectKind: 'contact', subjectId: randomUUID() });
const started = async (rule: string, date: string): Promise<ClockName> => {
  const name = onNew(rule);
  await cast.as(worker, (ctx) => startClock(ctx, { ...name, startedAt: noon(date) }), noon(date));
  return name;
};

describe('the first filling', () => {
  test('writes every rule, holiday and opening hour once, and leaves an authority’s own rows alone', async () => {
    await cast.db.superuser.query(`update clock_rule set limit_count = 8 where key = 'C33'`);
    expect(await cast.asSystem((ctx) => seedClockConfiguration(ctx))).toBe(0);
    const { rules, calendar } = await cast.as(worker, (ctx) => clockConfiguration(ctx));
    expect(CLOCK_RULES.filter((shipped) => !rules.some((rule) => rule.key === shipped.key))).toEqual([]);
    expect(rules.find((rule) => rule.key === 'C33')).toMatchObject({
      limit: 8,
      unit: 'weeks',
      direction: 'after',
      warnFraction: 0.8,
      validTo: null,
    });
    expect(rules.find((rule) => rule.key === 'C38')).toMatchObject({ direction: 'before' });
    expect(calendar.working).toMatchObject({ knownFrom: '2012-01-01', knownTo: '2028-12-31' });
    expect([calendar.working.holidays.length, calendar.hubOpening.length]).toEqual([140, 5]);
    await cast.db.superuser.query(`update clock_rule set limit_count = 6 where key = 'C33'`);
  });

  test('before it, and for a clock the authority has no row for, the rules of this release hold', async () => {
    const bare = await makeCast();
    const clock = await bare.asSystem((ctx) => startClock(ctx, { ...onNew('C01'), startedAt: noon('2026-12-24') }), noon('2026-12-24'));
    expect(clock.reading).toMatchObject({ dueOn: '2026-12-29', holidaysKnown: true });
    const knownTo = async (): Promise<string> => (await bare.asSystem((ctx) => clockConfiguration(ctx))).calendar.working.knownTo;
    const add = (days: string[]): Promise<unknown> =>
      bare.asSystem((ctx) =>
        ctx.tx
          .insertInto('bank_holiday')
          .values(days.map((day) => ({ day, title: 'x', source: 'x' })))
          .execute(),
      );
    await add(['2029-01-01', '2029-03-30', '2029-04-02', '2029-05-07', '2029-05-28', '2029-08-27', '2029-12-25']);
    expect(await knownTo()).toBe('2028-12-31');
    await add(['2029-12-26']);
    expect(await knownTo()).toBe('2029-12-31');
    await bare.end();
  });

  test('a worker fills the tables by itself when it starts', async () => {
    const bare = await makeCast();
    const stop = new AbortController();
    await runWorker({ db: bare.app, jobs: [fillClockTables], stop: stop.signal, log: () => stop.abort() });
    const { rows } = await bare.db.superuser.query<{ n: number }>('select count(*)::int as n from bank_holiday');
    expect(rows[0]?.n).toBeGreaterThan(140);
    await bare.end();
  });

  test('hub hours count from the database as from the list', async () => {
    const name = onNew('C04-returns');
    const clock = await cast.as(
      worker,
      (ctx) => startClock(ctx, { ...name, startedAt: londonInstant('2026-11-20', 16) }),
      noon('2026-11-21'),
    );
    expect(clock.reading.words).toBe('due in 5 hub hours, 23 Nov at 2pm (1 of 6 hub hours used)');
  });
});

describe('starting and meeting', () => {
  test('a clock says where it stands, then that it was met', async () => {
    const name = await started('C10', '2026-11-10');
    const said = async (date: string): Promise<string | undefined> =>
      (await cast.as(worker, (ctx) => clockOf(ctx, name), noon(date)))?.reading.words;
    expect([await said('2026-11-16'), await said('2026-11-23')]).toEqual([
      'due in 6 working days, 24 Nov (working day 4 of 10)',
      'due tomorrow, 24 Nov (working day 9 of 10)',
    ]);
    const met = await cast.as(worker, (ctx) => meetClock(ctx, { ...name, metAt: noon('2026-11-19') }), noon('2026-11-20'));
    expect([met?.reading.state, await said('2026-12-20')]).toEqual(['met', 'met on 19 Nov (working day 7 of 10)']);
    expect(await cast.as(worker, (ctx) => meetClock(ctx, name))).toBeNull();
  });

  test('late, it keeps the reason and what the manager decided', async () => {
    const name = await started('C10', '2026-11-06');
    const met = await cast.as(worker, (ctx) => meetClock(ctx, { ...name, breachReason: 'School closed' }), noon('2026-11-24'));
    expect([met?.reading.state, met?.breachReason]).toEqual(['met late', 'School closed']);
    await cast.as(worker, (ctx) => explainBreach(ctx, met?.id ?? '', { managerDecision: 'Accepted' }));
    expect(await cast.as(worker, (ctx) => clockOf(ctx, name))).toMatchObject({
      managerDecision: 'Accepted',
      breachReason: 'School closed',
    });
  });

  test('a trigger that comes again does not start a running clock anew; after it is met, the next begins', async () => {
    const name = await started('C33', '2026-10-01');
    const again = await cast.as(worker, (ctx) => startClock(ctx, { ...name, startedAt: noon('2026-11-01') }), noon('2026-11-01'));
    expect(again.startedAt).toEqual(noon('2026-10-01'));
    await cast.as(worker, (ctx) => meetClock(ctx, name), noon('2026-11-05'));
    const next = await cast.as(worker, (ctx) => startClock(ctx, { ...name, startedAt: noon('2026-11-05') }), noon('2026-11-05'));
    expect(next.reading.dueOn).toBe('2026-12-17');
    const all = await cast.as(worker, (ctx) => clocksOf(ctx, 'contact', [name.subjectId, randomUUID()]));
    expect([all.size, all.get(name.subjectId)?.map((clock) => clock.metAt !== null)]).toEqual([1, [true, false]]);
  });

  test('a member of the public starts one with their concern', async () => {
    const name = onNew('C02');
    const clock = await cast.asPublic((ctx) => startClock(ctx, { ...name, startedAt: ctx.now }));
    expect(clock.reading.words).toBe('due in 24 hours, tomorrow at 10am (0 of 24 hours used)');
  });

  test('a cancelled clock is not met and not overdue', async () => {
    const name = await started('C10', '2026-08-03');
    expect(await cast.as(worker, (ctx) => cancelClock(ctx, name), noon('2026-08-04'))).toBe(true);
    expect(await cast.as(worker, (ctx) => cancelClock(ctx, name))).toBe(false);
    const overdue = await cast.as(worker, (ctx) => overdueClocks(ctx), noon('2026-08-31'));
    expect(overdue.map((clock) => clock.subjectId)).not.toContain(name.subjectId);
  });

  test('two people meeting a clock at once: one does, the other finds it stopped', async () => {
    const name = await started('C10', '2026-11-10');
    const both = await Promise.all([1, 2].map(() => cast.as(worker, (ctx) => meetClock(ctx, name))));
    expect(both.filter((clock) => clock !== null)).toHaveLength(1);
  });
});

describe('a due date never moves silently', () => {
  test('an extension is a row with a reason and a name; the first date stays', async () => {
    const name = await started('C10', '2026-11-06');
    const moved = await cast.as(
      worker,
      (ctx) => extendClock(ctx, { ...name, dueAt: endOfLondonDay('2026-11-24'), reason: 'The family asked' }),
      noon('2026-11-19'),
    );
    expect(moved.reading).toMatchObject({
      originalDueOn: '2026-11-20',
      dueOn: '2026-11-24',
      words: 'due in 3 working days, 24 Nov (working day 9 of 12, extended from 20 Nov)',
    });
    expect(moved.extensions).toMatchObject([{ reason: 'The family asked', by: 'Jo Hart' }]);
  });

  test('not without a reason, not to an earlier day, not once stopped, not by a visitor', async () => {
    const name = await started('C10', '2026-11-06');
    const extend = (dueOn: string, reason: string): Promise<unknown> =>
      cast.as(worker, (ctx) => extendClock(ctx, { ...name, dueAt: endOfLondonDay(dueOn), reason }), noon('2026-11-19'));
    await expect(extend('2026-11-24', ' ')).rejects.toThrow('Say why the date is moved');
    await expect(extend('2026-11-20', 'x')).rejects.toThrow('The new date must be after Friday 20 November 2026');
    await expect(cast.asPublic((ctx) => extendClock(ctx, { ...name, dueAt: endOfLondonDay('2026-11-24'), reason: 'x' }))).rejects.toThrow(
      'You do not have access',
    );
    await cast.as(worker, (ctx) => meetClock(ctx, name), noon('2026-11-19'));
    await expect(extend('2026-11-24', 'x')).rejects.toThrow('This clock has stopped');
  });

  test('the application cannot write over a due date, whoever asks', async () => {
    const name = await started('C10', '2026-11-06');
    await expect(
      cast.as(administrator, (ctx) =>
        ctx.tx
          .updateTable('clock')
          .set({ due_at: noon('2027-01-01') })
          .where('subject_id', '=', name.subjectId)
          .execute(),
      ),
    ).rejects.toThrow('permission denied');
  });

  test('a rule changed later leaves a running clock’s date as it was', async () => {
    const name = await started('C16', '2026-11-10');
    await cast.db.superuser.query(`update clock_rule set limit_count = 5 where key = 'C16'`);
    const clock = await cast.as(worker, (ctx) => clockOf(ctx, name), noon('2026-11-12'));
    expect(clock?.reading).toMatchObject({ dueOn: '2026-12-08', limit: 20 });
    await cast.db.superuser.query(`update clock_rule set limit_count = 20 where key = 'C16'`);
  });

  test('a bank holiday announced mid-way extends the clocks that count past it, and says so', async () => {
    const [counting, months, before] = [
      await started('C09', '2027-06-14'),
      await started('C12', '2027-06-14'),
      await started('C01', '2027-06-14'),
    ];
    const extended = await cast.as(
      administrator,
      (ctx) => announceBankHoliday(ctx, { day: '2027-06-25', title: 'Day of thanks', source: 'Proclamation' }),
      noon('2027-06-17'),
    );
    expect(extended).toBe(1);
    const read = async (name: ClockName) => (await cast.as(worker, (ctx) => clockOf(ctx, name), noon('2027-06-18')))?.reading;
    expect(await read(counting)).toMatchObject({
      originalDueOn: '2027-07-05',
      dueOn: '2027-07-06',
      extension: { reason: 'Friday 25 June 2027 became a bank holiday: Day of thanks' },
    });
    expect([(await read(months))?.extension, (await read(before))?.extension]).toEqual([null, null]);
    await expect(cast.as(worker, (ctx) => announceBankHoliday(ctx, { day: '2027-06-28', title: 'x', source: 'x' }))).rejects.toThrow(
      'row-level security',
    );
  });
});

describe('lists', () => {
  test('overdue, most overdue first, extensions counted', async () => {
    const [late, later, extended, inTime] = [
      await started('C10', '2026-03-02'),
      await started('C10', '2026-03-04'),
      await started('C10', '2026-03-03'),
      await started('C10', '2026-03-20'),
    ];
    await cast.as(
      worker,
      (ctx) => extendClock(ctx, { ...extended, dueAt: endOfLondonDay('2026-04-30'), reason: 'Illness' }),
      noon('2026-03-05'),
    );
    const mine = new Set([late, later, extended, inTime].map((name) => name.subjectId));
    const list = async (on: string): Promise<string[]> =>
      (await cast.as(worker, (ctx) => overdueClocks(ctx, { subjectKinds: ['contact'] }), noon(on)))
        .map((clock) => clock.subjectId)
        .filter((id) => mine.has(id));
    expect(await list('2026-03-25')).toEqual([late.subjectId, later.subjectId]);
    expect(await list('2026-05-10')).toEqual([late.subjectId, later.subjectId, inTime.subjectId, extended.subjectId]);
    const dueToday = await cast.as(worker, (ctx) => clocksDueBy(ctx, endOfLondonDay('2026-04-07')), noon('2026-04-07'));
    expect(dueToday.find((clock) => clock.subjectId === inTime.subjectId)?.reading.state).toBe('due today');
    expect(await cast.as(worker, (ctx) => overdueClocks(ctx, { subjectKinds: ['plan'] }), noon('2026-05-10'))).toEqual([]);
  });
});
