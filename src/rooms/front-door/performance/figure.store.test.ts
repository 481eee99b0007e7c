import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { plantContact } from './contacts-on-trial.ts';
import { countedBehind } from './counted.store.ts';
import type { FigureRow } from './figure.ts';
import { figuresForMe, freshness, refreshFigures } from './figure.store.ts';
import { measureKeys } from './measure.ts';

let cast: Cast;
let manager: StaffActor;
let amina: string;
let bo: string;
let school: string;
/** Everything happens in October and November 2026; tests take place on Tuesday 24 November. Friday 9 October is followed by a weekend. */
beforeAll(async () => {
  cast = await makeCast();
  const council = await cast.agency();
  school = await cast.agency('SCHOOL', 'Oak Primary');
  manager = await cast.staff('MASH_M', { agencyId: council });
  [amina, bo] = [await cast.person(), await cast.person({ given_name: 'Bo' })];
  const plant = (facts: Parameters<typeof plantContact>[2]): Promise<string> => plantContact(cast, manager, facts);
  await plant({
    receivedAt: '2026-10-09T21:30:00Z',
    children: [{ personId: amina, outcome: 'REFERRAL_CSC', level: 3 }],
    decidedAt: '2026-10-12T16:00:00Z',
    toldAt: '2026-10-13T09:00:00Z',
  });
  await plant({
    receivedAt: '2026-10-20T09:00:00Z',
    source: '6',
    children: [
      { personId: amina, outcome: 'STRATEGY_IMMEDIATE', level: 4, disagreement: 'The school thinks it is level 3' },
      { personId: bo, outcome: 'EARLY_HELP' },
    ],
    decidedAt: '2026-10-23T09:00:00Z',
    toldAt: '2026-10-27T09:00:00Z',
  });
  await plant({ receivedAt: '2026-10-31T23:30:00Z', children: [{ personId: bo, outcome: null }], state: 'SCREENING' });
  await plant({ receivedAt: '2026-11-24T08:00:00Z', children: [{ personId: bo, outcome: null }], state: 'SCREENING' });
  await plant({ receivedAt: '2026-10-21T09:00:00Z', children: [{ personId: bo, outcome: null }], state: 'MERGED' });
  const hub = await plant({ receivedAt: '2026-11-02T09:00:00Z', children: [{ personId: bo, outcome: null }], state: 'TRIAGE_MASH' });
  await plantHub(hub);
  await cast.asSystem((ctx) => refreshFigures(ctx, true));
});
afterAll(() => cast?.end());

/** An enquiry opened the same day; the school answered within its six hours by one of two requests, and declined late by the other; the third was cancelled. */
async function plantHub(contactId: string): Promise<void> {
  const opened = new Date('2026-11-02T10:00:00Z');
  const { id: enquiry } = await cast.behind
    .insertInto('hub_enquiry')
    .values({ contact_id: contactId, rag: 'AMBER', purpose: 'A picture', opened_by: manager.staffId, opened_at: opened })
    .returning('id')
    .executeTakeFirstOrThrow();
  const clock = (rule: string, kind: string, id: string, due: string, met: string | null): Promise<unknown> =>
    cast.behind
      .insertInto('clock')
      .values({
        rule_key: rule,
        subject_kind: kind,
        subject_id: id,
        started_at: opened,
        due_at: new Date(due),
        warn_at: new Date(due),
        met_at: met === null ? null : new Date(met),
      })
      .execute();
  await clock('C04', 'hub-enquiry', enquiry, '2026-11-05T10:00:00Z', null);
  const ask = async (discipline: string, state: string, answeredAt: string | null): Promise<void> => {
    const { id } = await cast.behind
      .insertInto('information_request')
      .values({
        enquiry_id: enquiry,
        contact_id: contactId,
        agency_id: school,
        discipline,
        what_we_ask: 'What you know',
        rag: 'AMBER',
        state,
        asked_by: manager.staffId,
        asked_at: opened,
        answered_at: answeredAt === null ? null : new Date(answeredAt),
        decline_reason: state === 'DECLINED' ? 'Not ours' : null,
        cancel_reason: state === 'CANCELLED' ? 'No longer needed' : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await clock('C04-returns', 'information-request', id, '2026-11-02T16:00:00Z', answeredAt);
  };
  await ask('education', 'RETURNED_INFO', '2026-11-02T13:00:00Z');
  await ask('early years', 'DECLINED', '2026-11-03T10:00:00Z');
  await ask('housing', 'CANCELLED', null);
}

const figures = (who = manager, grain: 'month' | 'week' = 'month'): Promise<FigureRow[]> =>
  cast.as(who, (ctx) => figuresForMe(ctx, '2026-10-01', '2026-12-01', grain));

/** A measure in a month as "n/d", part by part where it has parts. */
function read(rows: readonly FigureRow[], measure: string, period: string): Record<string, string> {
  const mine = rows.filter((row) => row.measure === measure && row.period === period);
  return Object.fromEntries(mine.map((row) => [row.part, `${row.numerator}/${row.denominator}`]));
}

describe('what is counted', () => {
  it('contacts by London day and source; joined ones not', async () => {
    const rows = await figures();
    // 23:30 on 31 October is still October in London, for the clocks went back on the 25th
    expect(read(rows, 'received', '2026-10-01')).toEqual({ '2A': '2/2', '6': '1/1' });
    expect(read(rows, 'received', '2026-11-01')).toEqual({ '2A': '2/2' });
  });

  it('screening by working days: a Friday night may wait until Monday, what waits too long is late, the hub’s picture stops it', async () => {
    const rows = await figures();
    expect(read(rows, 'screened', '2026-10-01')).toEqual({ '1': '1/1', '3-5': '0/1', open: '0/1' });
    expect(read(rows, 'screened', '2026-11-01')).toEqual({ '0': '1/1' });
  });

  it('conversion by contact, outcomes by child and level', async () => {
    const rows = await figures();
    expect(read(rows, 'to-referral', '2026-10-01')).toEqual({ '': '2/2' });
    expect(read(rows, 'to-early-help', '2026-10-01')).toEqual({ '': '1/2' });
    expect(read(rows, 'disagreed', '2026-10-01')).toEqual({ '': '1/2' });
    expect(read(rows, 'outcome', '2026-10-01')).toEqual({ '3 REFERRAL_CSC': '1/1', '4 STRATEGY_IMMEDIATE': '1/1', '2 EARLY_HELP': '1/1' });
  });

  it('a second referral of the same child within twelve months, and a second contact', async () => {
    const rows = await figures();
    expect(read(rows, 're-referral', '2026-10-01')).toEqual({ '': '1/2' });
    expect(read(rows, 'repeat', '2026-10-01')).toEqual({ '': '2/3' });
  });

  it('referrers told by the end of the next working day', async () => {
    expect(read(await figures(), 'told', '2026-10-01')).toEqual({ call: '1/2' });
  });

  it('hub enquiries and answers against their own clocks; hours to the answer', async () => {
    const rows = await figures();
    expect(read(rows, 'hub', '2026-11-01')).toEqual({ AMBER: '0/1' });
    expect(read(rows, 'answered', '2026-11-01')).toEqual({ [school]: '1/2' });
    expect(read(rows, 'answer-hours', '2026-11-01')).toEqual({ [school]: `${(3 + 24) * 60}/2` });
  });

  it('weeks from Monday add up to the same', async () => {
    const weeks = await figures(manager, 'week');
    expect(read(weeks, 'received', '2026-10-05')).toEqual({ '2A': '1/1' });
    const sum = (rows: readonly FigureRow[]): number =>
      rows.filter((row) => row.measure === 'received').reduce((n, row) => n + row.numerator, 0);
    expect(sum(weeks)).toBe(sum(await figures()));
  });

  it('every measure counted has its definition', async () => {
    const { rows } = await cast.db.superuser.query<{ measure: string }>('select distinct measure from figure_line');
    expect(measureKeys).toEqual(expect.arrayContaining(rows.map((row) => row.measure)));
  });
});

describe('keeping up to date', () => {
  it('a later look counts what changed and nothing twice; the sums are those of counting everything anew', async () => {
    const late = await plantContact(cast, manager, {
      receivedAt: '2026-11-24T09:30:00Z',
      children: [{ personId: amina, outcome: 'NFA', level: 1 }],
      decidedAt: '2026-11-24T09:45:00Z',
    });
    await cast.asSystem((ctx) => refreshFigures(ctx, false));
    expect(read(await figures(), 'received', '2026-11-01')).toEqual({ '2A': '3/3' });
    await cast.behind.updateTable('contact').set({ state: 'MERGED' }).where('id', '=', late).execute();
    await cast.asSystem((ctx) => refreshFigures(ctx, false));
    const after = await figures();
    expect(read(after, 'received', '2026-11-01')).toEqual({ '2A': '2/2' });
    expect(await cast.asSystem((ctx) => refreshFigures(ctx, true))).toBe(0);
    expect(await figures()).toEqual(after);
  });

  it('is told with the figures', async () => {
    expect((await cast.as(manager, freshness))?.toISOString()).toBe('2026-11-24T10:00:00.000Z');
  });
});

it('every figure is the number of lines behind it', async () => {
  for (const row of await figures()) {
    const behind = {
      measure: row.measure,
      from: row.period,
      before: row.period === '2026-10-01' ? '2026-11-01' : '2026-12-01',
      part: row.part,
    };
    const all = await cast.as(manager, (ctx) => countedBehind(ctx, { ...behind, which: 'all' }, 1));
    const counted = await cast.as(manager, (ctx) => countedBehind(ctx, { ...behind, which: 'counted' }, 1));
    expect([row.measure, row.part, all.count]).toEqual([row.measure, row.part, row.denominator]);
    if (row.measure !== 'answer-hours') expect([row.measure, row.part, counted.count]).toEqual([row.measure, row.part, row.numerator]);
  }
});
