import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { plantContact } from './contacts-on-trial.ts';
import { countedBehind } from './counted.store.ts';
import { figuresForMe, refreshFigures } from './figure.store.ts';

let cast: Cast;
let manager: StaffActor;
let trusted: StaffActor;
let director: StaffActor;
let analyst: StaffActor;
let socialWorker: StaffActor;
let open: string;
let hidden: string;
let known: string;
beforeAll(async () => {
  cast = await makeCast();
  const council = await cast.agency();
  manager = await cast.staff('MASH_M', { agencyId: council });
  trusted = await cast.staff('MASH_M', { agencyId: council });
  director = await cast.staff('DCS', { agencyId: council });
  analyst = await cast.staff('PERF', { agencyId: council });
  socialWorker = await cast.staff('SW', { agencyId: council });
  [open, hidden, known] = [await cast.person(), await cast.person(), await cast.person()];
  const referred = (personId: string, day: string, others: readonly string[] = []): Promise<string> =>
    plantContact(cast, manager, {
      receivedAt: `2026-10-${day}T09:00:00Z`,
      decidedAt: `2026-10-${day}T15:00:00Z`,
      children: [personId, ...others].map((id) => ({ personId: id, outcome: 'REFERRAL_CSC', level: 3 })),
    });
  await referred(hidden, '05');
  await referred(known, '06', [hidden]);
  await referred(known, '20');
  await referred(open, '21');
  await cast.asSystem((ctx) => refreshFigures(ctx, true));
});
afterAll(() => cast?.end());

async function figure(who: StaffActor, measure: string): Promise<string> {
  const rows = (await cast.as(who, (ctx) => figuresForMe(ctx, '2026-10-01', '2026-11-01', 'month'))).filter(
    (row) => row.measure === measure,
  );
  return `${rows.reduce((n, row) => n + row.numerator, 0)}/${rows.reduce((n, row) => n + row.denominator, 0)}`;
}
async function drill(who: StaffActor, measure: string): Promise<string> {
  const behind = { measure, from: '2026-10-01', before: '2026-11-01', part: null };
  const counted = await cast.as(who, (ctx) => countedBehind(ctx, { ...behind, which: 'counted' }, 1));
  return `${counted.count}/${(await cast.as(who, (ctx) => countedBehind(ctx, { ...behind, which: 'all' }, 1))).count}`;
}
const shield = (value: string): Promise<unknown> =>
  cast.behind.updateTable('person').set({ shield: value }).where('id', '=', hidden).execute();

describe('someone hidden', () => {
  it('is counted while they are not, and by nobody the moment they are: nothing needs to run first', async () => {
    expect(await figure(manager, 'received')).toBe('4/4');
    expect(await figure(manager, 're-referral')).toBe('2/5');
    await shield('hidden');
    expect(await figure(manager, 'received')).toBe('2/2');
    await cast.asSystem((ctx) => refreshFigures(ctx, true));
    expect(await figure(manager, 'received')).toBe('2/2');
  });

  it('does not show through somebody else: a referral is none again because of a contact that is closed', async () => {
    expect(await figure(manager, 're-referral')).toBe('0/2');
    expect(await figure(manager, 'repeat')).toBe('0/2');
    expect(await drill(manager, 're-referral')).toBe('0/2');
  });

  it('counts for whoever has leave to know them, and the lines agree', async () => {
    await cast.behind
      .insertInto('shield_allow')
      .values({ person_id: hidden, staff_id: trusted.staffId, reason: 'Leads on it', granted_by: manager.staffId })
      .execute();
    expect([await figure(trusted, 'received'), await drill(trusted, 'received')]).toEqual(['4/4', '4/4']);
    expect([await figure(manager, 'received'), await drill(manager, 'received')]).toEqual(['2/2', '2/2']);
    expect([await figure(trusted, 're-referral'), await drill(trusted, 're-referral')]).toEqual(['2/5', '2/5']);
  });

  it('counts for no reader of figures alone, leave or not, so that two of them never differ by one', async () => {
    await cast.behind
      .insertInto('shield_allow')
      .values({ person_id: hidden, staff_id: director.staffId, reason: 'Was told', granted_by: manager.staffId })
      .execute();
    expect([await figure(director, 'received'), await figure(analyst, 'received')]).toEqual(['2/2', '2/2']);
    await shield('none');
    expect([await figure(director, 'received'), await figure(analyst, 'received')]).toEqual(['4/4', '4/4']);
  });

  it('nor does someone restricted, or in conflict with the reader', async () => {
    await cast.behind.updateTable('person').set({ restricted: true }).where('id', '=', open).execute();
    expect([await figure(manager, 'received'), await figure(director, 'received')]).toEqual(['3/3', '3/3']);
    await cast.behind.updateTable('person').set({ restricted: false }).where('id', '=', open).execute();
    await cast.behind
      .insertInto('conflict_of_interest')
      .values({ staff_id: director.staffId, person_id: open, nature: 'Neighbour', declared_by: director.staffId, valid_from: '2026-01-01' })
      .execute();
    expect([await figure(manager, 'received'), await figure(director, 'received')]).toEqual(['4/4', '3/3']);
  });
});

describe('who may not', () => {
  it('nobody without a post that looks at figures is told any', async () => expect(await figure(socialWorker, 'received')).toBe('0/0'));

  it('a reader of figures alone opens no line', async () => {
    for (const who of [director, analyst]) expect(await drill(who, 'received')).toBe('0/0');
  });

  it('nobody but the worker counts, and nobody reads a sum', async () => {
    await expect(cast.as(manager, (ctx) => refreshFigures(ctx, true))).rejects.toThrow('only the worker counts');
    for (const sums of ['figure_day', 'figure_period'] as const)
      await expect(cast.as(manager, (ctx) => ctx.tx.selectFrom(sums).selectAll().execute())).rejects.toThrow('permission denied');
  });

  it('only a front door manager or the director sets a target', async () => {
    const set = (who: StaffActor): Promise<unknown> =>
      cast.as(who, (ctx) =>
        ctx.tx
          .insertInto('measure_target')
          .values({ measure: 'told', target: 90, valid_from: '2026-11-24', reason: 'Agreed', set_by: who.staffId, set_at: ctx.now })
          .execute(),
      );
    await expect(set(analyst)).rejects.toThrow('row-level security');
    await set(director);
  });
});
