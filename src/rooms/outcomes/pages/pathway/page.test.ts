import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../../platform/access/cast.ts';
import type { StaffActor } from '../../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../../platform/web/visit.ts';
import { outcomesFor, outcomesRoom } from '../../index.ts';

let cast: Cast;
let web: Visits;
let commissioner: StaffActor;
let colleague: StaffActor;
let worker: StaffActor;
const at = '/outcomes/pathway/O-5-3';
const wording = (it: Record<string, string> = {}) => ({
  label: 'Ready to learn',
  plainWords: 'Ready for school',
  reason: 'Families asked for it',
  _version: '1',
  ...it,
});

beforeAll(async () => {
  cast = await makeCast();
  const council = await cast.agency();
  commissioner = await cast.staff('COMM', { agencyId: council, name: 'Comm Issioner' });
  colleague = await cast.staff('DCS', { agencyId: council, name: 'Dora Director' });
  worker = await cast.staff('LP', { agencyId: council });
  web = await visits(cast, [outcomesRoom]);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('the pathway as managed reference data', () => {
  it('is read by all staff and changed by those who manage it', async () => {
    expect((await web.get(worker, '/outcomes/pathway')).body).toContain('Ready for school');
    const page = await web.get(worker, at);
    expect(page.body).toContain('Early intervention');
    expect(page.body).not.toContain(`${at}/wording`);
    expect((await web.get(worker, `${at}/wording`)).statusCode).toBe(403);
    expect((await web.post(worker, `${at}/wording`, wording())).statusCode).toBe(403);
  });

  it('keeps the words before when they change, with who and why', async () => {
    expect((await web.post(commissioner, `${at}/wording`, wording({ reason: '' }))).statusCode).toBe(422);
    expect((await web.post(commissioner, `${at}/wording`, wording())).statusCode).toBe(303);
    const { body } = await web.get(worker, at);
    for (const words of ['Ready to learn', 'Ready for school', 'Families asked for it', 'Comm Issioner']) expect(body).toContain(words);
  });

  it('shows both texts to whoever saves over someone else’s change', async () => {
    const page = await web.post(colleague, `${at}/wording`, wording({ label: 'Ready for everything' }));
    expect(page.statusCode).toBe(409);
    for (const words of ['Ready for everything', 'Ready to learn', 'Comm Issioner']) expect(page.body).toContain(words);
  });

  it('refuses to change words to the same words', async () => {
    const page = await web.post(colleague, `${at}/wording`, wording({ _version: '2' }));
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('The words are the same as before');
  });

  it('names an owner and the priorities served', async () => {
    expect(
      (await web.post(commissioner, `${at}/owner`, { owner: colleague.staffId, board: 'The new board', priorities: ['P1', 'P4'] }))
        .statusCode,
    ).toBe(303);
    const { body } = await web.get(worker, at);
    for (const words of ['Dora Director', 'The new board', 'Narrow the gap']) expect(body).toContain(words);
    expect((await web.post(commissioner, `${at}/owner`, { owner: worker.staffId, board: 'B', priorities: ['P1'] })).statusCode).toBe(422);
  });

  it('offers a retired outcome to no new goal after its last day, and again when it is brought back', async () => {
    const offered = (on: string) => cast.as(worker, async (ctx) => (await outcomesFor(ctx, { ageInYears: 4 }, on)).map((one) => one.id));
    expect((await offered('2026-11-24')).slice(0, 3)).toEqual(['O-5-1', 'O-5-2', 'O-5-3']);
    const last = { 'lastDay-day': '30', 'lastDay-month': '11', 'lastDay-year': '2026', reason: 'Joined with another' };
    expect((await web.post(commissioner, `${at}/retire`, { ...last, 'lastDay-year': '2025' })).statusCode).toBe(422);
    expect((await web.post(commissioner, `${at}/retire`, last)).statusCode).toBe(303);
    expect(await offered('2026-11-30')).toContain('O-5-3');
    expect(await offered('2026-12-01')).not.toContain('O-5-3');
    expect((await web.post(commissioner, `${at}/bring-back`, { reason: 'Asked for again' })).statusCode).toBe(303);
    expect(await offered('2026-12-01')).toContain('O-5-3');
  });

  it('is held shut by the database too', async () => {
    const changed = await cast.as(worker, (ctx) =>
      ctx.tx.updateTable('outcome').set({ label: 'Mine' }).where('id', '=', 'O-5-3').executeTakeFirst(),
    );
    expect(Number(changed.numUpdatedRows)).toBe(0);
  });
});
