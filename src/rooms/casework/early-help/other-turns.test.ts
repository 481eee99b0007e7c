import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { requestEarlyHelp, stepUpOf } from '../index.ts';
import { caseworkRoom } from '../room.ts';
import { introduce, makeFamily, setScene, type Scene } from '../scene.sample.ts';
import { acceptStepUp } from './actions/accept-step-up.ts';
import { endSteppedUp } from './actions/end-stepped-up.ts';
import { savePlan } from './actions/save-plan.ts';
import type { EpisodeState } from './early-help.codes.ts';

let cast: Cast;
let web: Visits;
let scene: Scene;
const date = (name: string, iso: string): Record<string, string> => {
  const [y = '', m = '', d = ''] = iso.split('-');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
};

/** A family whose help stands where the test needs it. */
async function helpAt(
  state: EpisodeState,
  name: string,
): Promise<{ id: string; at: string; amina: string; mother: string; familyId: string }> {
  const family = await makeFamily(cast, name);
  await introduce(cast, scene.worker, [family.amina, family.bilal, family.mother]);
  const id = await cast.as(scene.worker, (ctx) =>
    requestEarlyHelp(ctx, { familyId: family.familyId, childIds: [family.amina], reason: 'Help please' }),
  );
  if (state !== 'REQUESTED') {
    await web.post(scene.worker, `/early-help/${id}/agreement`, {
      agreedBy: family.mother,
      holds: 'parental responsibility',
      howGiven: 'spoken',
      scope: 'Help',
      ...date('agreedOn', '2026-11-20'),
    });
    await cast.behind.updateTable('early_help_episode').set({ state }).where('id', '=', id).execute();
  }
  return { id, at: `/early-help/${id}`, ...family };
}
const rowOf = (id: string) => cast.behind.selectFrom('early_help_episode').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const to = async (who: StaffActor, path: string, fields: Record<string, string | string[]> = {}) =>
  (await web.post(who, path, fields)).headers.location;

beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  web = await visits(cast, [caseworkRoom]);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('help takes another turn', () => {
  it('the family does not agree: nothing more happens, and help may be asked for again', async () => {
    const { at, id, familyId, amina } = await helpAt('REQUESTED', 'Nay');
    expect((await web.post(scene.worker, `${at}/agreement/not-agreed`, { notAgreedReason: '' })).statusCode).toBe(422);
    expect(await to(scene.worker, `${at}/agreement/not-agreed`, { notAgreedReason: 'We manage' })).toBe('/families');
    const row = await rowOf(id);
    expect([row.state, row.closed_on]).toEqual(['NOT_AGREED', '2026-11-24']);
    await cast.as(scene.worker, (ctx) => requestEarlyHelp(ctx, { familyId, childIds: [amina], reason: 'Again' }));
    await expect(cast.as(scene.worker, (ctx) => requestEarlyHelp(ctx, { familyId, childIds: [amina], reason: 'Twice' }))).rejects.toThrow(
      /already has early help/,
    );
  });

  it('withdrawn and safe leads to closing, with the right code only after the withdrawal', async () => {
    const { at, id } = await helpAt('PLAN_ACTIVE', 'Safe');
    const close = { code: 'AGREEMENT_WITHDRAWN', summary: 'They stopped' };
    expect((await web.post(scene.worker, `${at}/close`, close)).body).toContain('safe to stop');
    const withdrawal = { ...date('on', '2026-11-24'), why: 'Enough for now', safe: 'yes', safeWhy: 'Grandmother is there daily' };
    expect((await web.post(scene.worker, `${at}/agreement/withdraw`, { ...withdrawal, safe: '' })).body).toContain('is it safe to stop');
    expect(await to(scene.worker, `${at}/agreement/withdraw`, withdrawal)).toBe(`${at}/close`);
    expect((await web.post(scene.worker, `${at}/agreement/withdraw`, withdrawal)).body).toContain('no agreement standing');
    expect(await to(scene.worker, `${at}/close`, close)).toBe(at);
    expect((await rowOf(id)).state).toBe('CLOSING');
    expect((await web.post(scene.worker, `${at}/close/approve`, {})).statusCode).toBe(403);
    expect(await to(scene.coordinator, `${at}/close/send-back`)).toBe(at);
    expect((await rowOf(id)).state).toBe('REVIEW');
  });

  it('withdrawn and not safe leads to the step-up; the worry goes out as ids alone, with the plan to be had; the team goes on until social care accepts', async () => {
    const { at, id, amina } = await helpAt('PLAN_ACTIVE', 'Worry');
    await cast.as(scene.worker, (ctx) =>
      savePlan(ctx, id, { worriedAbout: 'Bruises', goingWell: 'School', contingency: 'Call', whoToCall: 'Fay', copyGivenOn: null }, 0),
    );
    const withdrawal = { ...date('on', '2026-11-24'), why: 'Go away', safe: 'not sure', safeWhy: 'He was hurt' };
    expect(await to(scene.worker, `${at}/agreement/withdraw`, withdrawal)).toBe(`${at}/step-up`);
    expect((await web.post(scene.worker, `${at}/step-up`, { reason: 'He was hurt' })).body).toContain('Select at least one child');
    expect(await to(scene.worker, `${at}/step-up`, { childIds: [amina], reason: 'CANARY he was hurt' })).toBe(at);
    const { rows } = await cast.db.superuser.query<{ payload: Record<string, unknown> }>(
      `select payload from job where kind = 'casework.stepped-up'`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('CANARY');
    expect(rows[0]?.payload).toMatchObject({ episodeId: id, childIds: [amina] });
    const facts = await cast.asSystem((ctx) => stepUpOf(ctx, id));
    expect([facts?.reason, facts?.planText?.includes('Bruises'), facts?.leadName]).toEqual(['CANARY he was hurt', true, null]);
    expect((await rowOf(id)).state).toBe('PLAN_ACTIVE');
    await cast.as(scene.frontDoorManager, (ctx) => acceptStepUp(ctx, id, 'STEPPED_UP_CIN'));
    expect((await rowOf(id)).state).toBe('PLAN_ACTIVE');
    await cast.asSystem((ctx) => endSteppedUp(ctx, id, 'STEPPED_UP_CIN', ctx.now));
    await cast.asSystem((ctx) => endSteppedUp(ctx, id, 'STEPPED_UP_CIN', ctx.now));
    const row = await rowOf(id);
    expect([row.state, row.closure_code]).toEqual(['STEPPED_UP', 'STEPPED_UP_CIN']);
    expect(
      await cast.behind
        .selectFrom('clock')
        .select('id')
        .where('subject_id', '=', id)
        .where('met_at', 'is', null)
        .where('cancelled_at', 'is', null)
        .execute(),
    ).toEqual([]);
  });

  it('an assessment is sent back with what to put right, and goes on', async () => {
    const { at, id } = await helpAt('AGREED', 'Back');
    await web.post(scene.worker, `${at}/assessment/start`, {});
    await cast.behind
      .updateTable('assessment')
      .set({ state: 'SUBMITTED', submitted_by: scene.worker.staffId, submitted_at: testNow })
      .where('episode_id', '=', id)
      .execute();
    expect((await web.post(scene.coordinator, `${at}/assessment/return`, { why: '' })).statusCode).toBe(422);
    expect(await to(scene.coordinator, `${at}/assessment/return`, { why: 'Where are Bilal’s words?' })).toBe(at);
    expect((await web.get(scene.worker, `${at}/assessment`)).body).toContain('Where are Bilal’s words?');
    expect((await rowOf(id)).state).toBe('ASSESSING');
    expect(await to(scene.worker, `${at}/assessment/domains/behaviour`, { _version: '0', strengths: 'Kind' })).toBe(`${at}/assessment`);
  });

  it('last time’s answer stands beside this time’s and is filled in to be confirmed', async () => {
    const first = await helpAt('AGREED', 'Again');
    await web.post(scene.worker, `${first.at}/assessment/start`, {});
    await web.post(scene.worker, `${first.at}/assessment/domains/behaviour`, {
      _version: '0',
      strengths: 'Kind to his sister',
      score: '6',
    });
    await cast.behind
      .updateTable('assessment')
      .set({ state: 'AUTHORISED', submitted_by: scene.worker.staffId, authorised_by: scene.coordinator.staffId, authorised_at: testNow })
      .where('episode_id', '=', first.id)
      .execute();
    await cast.behind
      .updateTable('early_help_episode')
      .set({ state: 'CLOSED', closed_on: '2026-11-01', closure_code: 'NEEDS_MET', closure_approved_by: scene.coordinator.staffId })
      .where('id', '=', first.id)
      .execute();
    const id = await cast.as(scene.worker, (ctx) =>
      requestEarlyHelp(ctx, { familyId: first.familyId, childIds: [first.amina], reason: 'Again' }),
    );
    await cast.behind.updateTable('early_help_episode').set({ state: 'AGREED' }).where('id', '=', id).execute();
    await web.post(scene.worker, `/early-help/${id}/assessment/start`, {});
    const page = await web.get(scene.worker, `/early-help/${id}/assessment/domains/behaviour`);
    expect(page.body.match(/Kind to his sister/g)?.length).toBe(2);
    expect(page.body).toContain('Is last time’s answer still right?');
    expect(
      await to(scene.worker, `/early-help/${id}/assessment/domains/behaviour`, {
        _version: '0',
        strengths: 'Kind to his sister',
        score: '6',
        unchanged: 'yes',
      }),
    ).toBe(`/early-help/${id}/assessment`);
    expect(
      (
        await cast.behind
          .selectFrom('assessment_domain')
          .select('confirmed_unchanged')
          .where('episode_id', '=', id)
          .executeTakeFirstOrThrow()
      ).confirmed_unchanged,
    ).toBe(true);
  });

  it('whoever is asked to lead may decline with a reason, which stays in the history; someone else is asked; the backup changes', async () => {
    const { at } = await helpAt('AGREED', 'Ask');
    const offer = { staffId: scene.dsl.staffId, chosenBy: 'the family', note: 'Will you?' };
    const police = await cast.staff('POL_PPD', { agencyId: scene.school });
    expect((await web.post(scene.coordinator, `${at}/lead`, { ...offer, staffId: police.staffId })).body).toContain('Select who to ask');
    expect((await web.post(scene.coordinator, `${at}/lead`, { ...offer, backupStaffId: police.staffId })).body).toContain(
      'Select who stands in',
    );
    await web.post(scene.coordinator, `${at}/lead`, offer);
    const link = /\/invitations\/lead\/[0-9a-f-]+/.exec((await web.get(scene.dsl, '/invitations')).body)?.[0] ?? '';
    expect((await web.get(scene.otherDsl, link)).statusCode).toBe(404);
    expect((await web.post(scene.dsl, link, { answer: 'decline' })).body).toContain('Say why');
    expect(await to(scene.dsl, link, { answer: 'decline', reason: 'I am leaving in May' })).toBe('/invitations');
    expect((await web.get(scene.coordinator, `${at}/lead`)).body).toContain('I am leaving in May');
    await web.post(scene.coordinator, `${at}/lead`, { ...offer, staffId: scene.worker.staffId });
    const second = /\/invitations\/lead\/[0-9a-f-]+/.exec((await web.get(scene.worker, '/invitations')).body)?.[0] ?? '';
    expect(await to(scene.worker, second, { answer: 'accept' })).toBe(at);
    expect(await to(scene.worker, `${at}/lead/backup`, { backupStaffId: scene.coordinator.staffId })).toBe(`${at}/lead`);
    expect((await web.post(scene.worker, `${at}/lead/backup`, { backupStaffId: scene.worker.staffId })).body).toContain(
      'must be someone else',
    );
    expect((await web.get(scene.worker, at)).body).toContain('Cora Coordinator');
  });

  it('whoever is invited to the team may decline, or leave by their own word', async () => {
    const { at } = await helpAt('AGREED', 'Leave');
    const invite = { kind: 'practitioner', staffId: scene.healthVisitor.staffId, part: 'health visitor' };
    const open = async () => /\/invitations\/team\/[0-9a-f-]+/.exec((await web.get(scene.healthVisitor, '/invitations')).body)?.[0] ?? '';
    await web.post(scene.worker, `${at}/team`, invite);
    expect((await web.post(scene.worker, `${at}/team`, invite)).body).toContain('has been invited already');
    expect(await to(scene.healthVisitor, await open(), { answer: 'decline', reason: 'Not my ward' })).toBe('/invitations');
    expect((await web.get(scene.worker, `${at}/team`)).body).toContain('Not my ward');
    await web.post(scene.worker, `${at}/team`, invite);
    expect(await to(scene.healthVisitor, await open(), { answer: 'accept' })).toBe(at);
    const leave = /\/team\/[0-9a-f-]+\/leave/.exec((await web.get(scene.healthVisitor, `${at}/team`)).body)?.[0] ?? '';
    expect(await to(scene.healthVisitor, `${at}${leave}`, { because: 'Moved ward' })).toBe('/families');
    expect((await web.get(scene.healthVisitor, at)).statusCode).toBe(404);
  });

  it('a family that moved away is ended and says where to; its clocks stop', async () => {
    const { at, id } = await helpAt('ASSESSED', 'Gone');
    expect(await to(scene.worker, `${at}/close/moved`, { movedTo: 'Brent, told their front door' })).toBe('/families');
    const row = await rowOf(id);
    expect([row.state, row.moved_to, row.closure_code]).toEqual(['MOVED_OUT', 'Brent, told their front door', 'MOVED_AREA']);
  });

  it('a co-ordinator gives it to another team, whose people then open it and the first team no more', async () => {
    const { at, id } = await helpAt('AGREED', 'Given');
    expect((await web.get(scene.outsider, at)).statusCode).toBe(404);
    const teamId =
      (
        await cast.behind
          .selectFrom('membership')
          .select('team_id')
          .where('staff_id', '=', scene.outsider.staffId)
          .executeTakeFirstOrThrow()
      ).team_id ?? '';
    expect(await to(scene.coordinator, `${at}/allocate`, { teamId })).toBe('/families');
    expect((await web.get(scene.outsider, at)).statusCode).toBe(200);
    expect((await web.get(scene.teamManager, at)).statusCode).toBe(404);
    expect((await web.post(scene.coordinator, `/early-help/${id}/allocate`, { teamId: scene.socialWorkTeam })).statusCode).toBe(404);
  });
});
