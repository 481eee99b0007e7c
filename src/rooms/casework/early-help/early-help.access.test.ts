import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { requestEarlyHelp, storyOf } from '../index.ts';
import { caseworkRoom } from '../room.ts';
import { introduce, makeFamily, setScene, type Scene } from '../scene.sample.ts';
import { answerInvitation } from './actions/answer-invitation.ts';
import { answerLeadOffer } from './actions/answer-lead-offer.ts';
import { endMembership } from './actions/end-membership.ts';
import { inviteMember } from './actions/invite-member.ts';
import { offerLead } from './actions/offer-lead.ts';
import { savePlan } from './actions/save-plan.ts';

let cast: Cast;
let web: Visits;
let scene: Scene;
let id = '';
const canary = 'CANARY-plan-words';
const sees = async (who: StaffActor): Promise<boolean> => (await web.get(who, `/early-help/${id}/plan`)).body.includes(canary);
const rowsFor = (who: StaffActor, table: string): Promise<number> =>
  cast.as(who, async (ctx) =>
    Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)} where episode_id = ${id}`.execute(ctx.tx)).rows[0]?.n),
  );
const tables = ['plan', 'episode_change', 'taf_member', 'lead_professional'];

beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  web = await visits(cast, [caseworkRoom]);
  await introduce(cast, scene.worker, [scene.amina, scene.bilal, scene.mother]);
  await introduce(cast, scene.dsl, [scene.amina]);
  await introduce(cast, scene.otherDsl, [scene.bilal]);
  id = await cast.as(scene.worker, (ctx) => requestEarlyHelp(ctx, { familyId: scene.familyId, childIds: [scene.amina], reason: 'x' }));
  await cast.behind.updateTable('early_help_episode').set({ state: 'AGREED', agreed_on: '2026-11-20' }).where('id', '=', id).execute();
  await cast.as(scene.worker, (ctx) =>
    savePlan(ctx, id, { worriedAbout: canary, goingWell: null, contingency: null, whoToCall: null, copyGivenOn: null }, 0),
  );
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('who may open a family’s help', () => {
  it('the working team and a co-ordinator may; the front door’s manager reads', async () => {
    expect(await Promise.all([scene.worker, scene.teamManager, scene.coordinator].map(sees))).toEqual([true, true, true]);
    expect(await rowsFor(scene.frontDoorManager, 'plan')).toBe(1);
  });

  it('another team, a school that knows the child, social care, a contact officer and another agency may not: not a row of any table', async () => {
    for (const who of [
      scene.outsider,
      scene.dsl,
      scene.otherDsl,
      scene.socialWorker,
      scene.socialWorkManager,
      scene.contactOfficer,
      scene.healthVisitor,
    ]) {
      expect(await sees(who), who.name).toBe(false);
      for (const table of tables) expect(await rowsFor(who, table), `${who.name} ${table}`).toBe(0);
      expect(await cast.as(who, (ctx) => storyOf(ctx, scene.amina))).toBeNull();
    }
  });

  it('a member of the team around the family sees it after accepting, and not after leaving', async () => {
    await cast.as(scene.worker, (ctx) => inviteMember(ctx, id, { staffId: scene.healthVisitor.staffId, part: 'health visitor' }));
    expect(await sees(scene.healthVisitor)).toBe(false);
    const { id: memberId } = await cast.behind
      .selectFrom('taf_member')
      .select('id')
      .where('staff_id', '=', scene.healthVisitor.staffId)
      .executeTakeFirstOrThrow();
    await expect(cast.as(scene.otherDsl, (ctx) => answerInvitation(ctx, memberId, { accept: true, reason: null }))).rejects.toThrow(
      'Page not found',
    );
    await cast.as(scene.healthVisitor, (ctx) => answerInvitation(ctx, memberId, { accept: true, reason: null }));
    expect(await sees(scene.healthVisitor)).toBe(true);
    expect((await web.post(scene.healthVisitor, `/early-help/${id}/plan/edit`, { _version: '2', worriedAbout: 'mine' })).body).toContain(
      'Only the lead professional',
    );
    await cast.as(scene.worker, (ctx) => endMembership(ctx, id, memberId, 'Moved to another ward'));
    expect(await sees(scene.healthVisitor)).toBe(false);
  });

  it('a safeguarding lead sees it as lead professional, from accepting until handing over', async () => {
    const offer = {
      staffId: scene.dsl.staffId,
      backupStaffId: null,
      chosenBy: 'the family' as const,
      note: 'Will you?',
      handoverOn: null,
      handoverNote: null,
    };
    const offerId = await cast.as(scene.coordinator, (ctx) => offerLead(ctx, id, offer));
    expect(await sees(scene.dsl)).toBe(false);
    await cast.as(scene.dsl, (ctx) => answerLeadOffer(ctx, offerId, { accept: true, reason: null }));
    expect(await sees(scene.dsl)).toBe(true);
    const next = await cast.as(scene.dsl, (ctx) =>
      offerLead(ctx, id, { ...offer, staffId: scene.worker.staffId, handoverOn: '2026-11-25', handoverNote: 'All of it' }),
    );
    await cast.as(scene.worker, (ctx) => answerLeadOffer(ctx, next, { accept: true, reason: null }));
    const leads = await cast.behind
      .selectFrom('lead_professional')
      .select(['staff_id', 'state'])
      .where('episode_id', '=', id)
      .orderBy('offered_at')
      .execute();
    expect(leads.map((row) => row.state)).toEqual(['ended', 'active']);
    const parts = await cast.behind
      .selectFrom('taf_member')
      .select(['staff_id', 'part'])
      .where('episode_id', '=', id)
      .where('left_on', 'is', null)
      .execute();
    expect(parts.find((row) => row.staff_id === scene.dsl.staffId)?.part).toBe('lead professional before');
    expect(parts.find((row) => row.staff_id === scene.worker.staffId)?.part).toBe('lead professional');
    await cast.behind.updateTable('taf_member').set({ left_on: '2026-11-24' }).where('staff_id', '=', scene.dsl.staffId).execute();
    expect(await sees(scene.dsl)).toBe(false);
  });

  it('a family with a hidden child, or a relative of the reader, cannot be told from none', async () => {
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', scene.bilal).execute();
    for (const who of [scene.worker, scene.coordinator, scene.frontDoorManager]) {
      const [hidden, none] = [
        await web.get(who, `/early-help/${id}`),
        await web.get(who, '/early-help/00000000-0000-4000-8000-000000000000'),
      ];
      expect([hidden.statusCode, hidden.body.length]).toEqual([404, none.body.length]);
      expect((await web.get(who, '/families?whose=all')).body).not.toContain(id);
      for (const table of tables) expect(await rowsFor(who, table)).toBe(0);
    }
    await cast.behind.updateTable('person').set({ shield: 'none' }).where('id', '=', scene.bilal).execute();
    await cast.behind
      .insertInto('conflict_of_interest')
      .values({ staff_id: scene.worker.staffId, person_id: scene.mother, nature: 'neighbour' })
      .execute();
    expect(await sees(scene.worker)).toBe(false);
    await cast.behind.deleteFrom('conflict_of_interest').execute();
    expect(await sees(scene.worker)).toBe(true);
  });

  it('nobody writes into help they do not share, even past the pages', async () => {
    for (const who of [scene.outsider, scene.frontDoorManager, scene.dsl]) {
      await expect(
        cast.as(who, (ctx) => ctx.tx.insertInto('plan_goal_need').values({ goal_id: id, episode_id: id, need_code: '1.1' }).execute()),
      ).rejects.toThrow(/row-level security/);
      const changed = await cast.as(who, (ctx) =>
        ctx.tx.updateTable('plan').set({ worried_about: 'x' }).where('episode_id', '=', id).executeTakeFirst(),
      );
      expect(changed.numUpdatedRows).toBe(0n);
    }
    await expect(
      cast.as(scene.outsider, (ctx) =>
        ctx.tx
          .insertInto('lead_professional')
          .values({
            episode_id: id,
            staff_id: scene.outsider.staffId,
            agency_id: scene.school,
            chosen_by: 'the team',
            offer_note: 'x',
            offered_by: scene.outsider.staffId,
            offered_at: ctx.now,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('someone added to the family later is helped by the same people', async () => {
    const baby = await cast.person({ given_name: 'Noor', family_name: 'Hassan', date_of_birth: null, expected_on: '2027-02-01' });
    await cast.behind.insertInto('family_member').values({ family_id: scene.familyId, person_id: baby, part: 'unborn' }).execute();
    expect((await web.get(scene.worker, `/families/${scene.familyId}`)).body).toContain('Noor Hassan');
  });

  it('a role without early help cannot open its pages at all', async () => {
    const officer = await cast.staff('POL_PPD', { agencyId: scene.school });
    for (const path of ['/families', `/early-help/${id}`, '/invitations', '/referrals', `/chronology/${scene.amina}`])
      expect((await web.get(officer, path)).statusCode, path).toBe(403);
  });

  it('closed help of a family nobody works with any more shows its name to nobody of the list', async () => {
    const other = await makeFamily(cast, 'Quiet');
    await introduce(cast, scene.worker, [other.amina]);
    const quiet = await cast.as(scene.worker, (ctx) =>
      requestEarlyHelp(ctx, { familyId: other.familyId, childIds: [other.amina], reason: 'x' }),
    );
    await cast.behind
      .updateTable('early_help_episode')
      .set({ state: 'NOT_AGREED', closed_on: '2026-11-24' })
      .where('id', '=', quiet)
      .execute();
    const list = await web.get(scene.coordinator, '/families?whose=all&state=ended');
    expect(list.body).toContain('name not open to you');
    expect(list.body).not.toContain('Quiet family');
  });
});
