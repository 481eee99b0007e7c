import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../platform/access/cast.ts';
import { openReferral, requestEarlyHelp, requestStrategyDiscussion, workOf } from './index.ts';
import { addAction } from './early-help/actions/add-action.ts';
import { answerLeadOffer } from './early-help/actions/answer-lead-offer.ts';
import { inviteMember } from './early-help/actions/invite-member.ts';
import { offerLead } from './early-help/actions/offer-lead.ts';
import { saveGoal } from './early-help/actions/save-goal.ts';
import { introduce, makeFamily, setScene, type Scene } from './scene.sample.ts';

let cast: Cast;
let scene: Scene;
let id = '';
const dayBefore = new Date(testNow.getTime() - 86_400_000);
const work = (who: Scene['worker'], now = testNow) => cast.as(who, (ctx) => workOf(ctx, dayBefore), now);

beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  await introduce(cast, scene.worker, [scene.amina, scene.bilal, scene.mother]);
  id = await cast.as(scene.worker, (ctx) => requestEarlyHelp(ctx, { familyId: scene.familyId, childIds: [scene.amina], reason: 'x' }));
});
afterAll(() => cast.end());

describe('what one person must do today', () => {
  it('a co-ordinator is told of a request nobody leads; whoever asked is not told of their own doing', async () => {
    const { tasks, changes } = await work(scene.coordinator);
    expect(tasks.map((task) => [task.what, task.whom, task.href])).toEqual([
      ['New request: find a lead professional', 'Hassan family', `/early-help/${id}/lead`],
    ]);
    expect(changes.map((change) => [change.what, change.by])).toEqual([['Early help asked for', 'Fay Worker']]);
    expect((await work(scene.worker)).changes).toEqual([]);
  });

  it('whoever is asked is told, without the family’s name, until they answer; then the next step with its clock', async () => {
    await cast.behind.updateTable('early_help_episode').set({ state: 'AGREED', agreed_on: '2026-11-20' }).where('id', '=', id).execute();
    const offer = await cast.as(scene.coordinator, (ctx) =>
      offerLead(ctx, id, {
        staffId: scene.dsl.staffId,
        backupStaffId: null,
        chosenBy: 'the family',
        note: 'x',
        handoverOn: null,
        handoverNote: null,
      }),
    );
    const asked = await work(scene.dsl);
    expect(asked.tasks.map((task) => [task.kind, task.whom])).toEqual([['lead-offer', 'A family']]);
    expect(asked.caseload).toEqual([]);
    await cast.as(scene.dsl, (ctx) => answerLeadOffer(ctx, offer, { accept: true, reason: null }));
    const leads = await work(scene.dsl);
    expect(leads.tasks.map((task) => [task.what, task.whom])).toEqual([['Start the assessment', 'Hassan family']]);
    expect(leads.caseload.map((row) => [row.name, row.stateWords])).toEqual([['Hassan family', 'Agreed with the family']]);
  });

  it('an owner of an action is told with its date; overdue comes first', async () => {
    await cast.as(scene.dsl, (ctx) => inviteMember(ctx, id, { staffId: scene.healthVisitor.staffId, part: 'health visitor' }));
    await cast.behind.updateTable('taf_member').set({ accepted_at: testNow }).where('staff_id', '=', scene.healthVisitor.staffId).execute();
    const goal = {
      familyWords: 'x',
      outcomeId: 'O-F-3',
      forPersonId: null,
      baseline: 1,
      target: 5,
      howWeWillKnow: 'y',
      needs: [],
      state: 'working' as const,
      endedBecause: null,
    };
    const goalId = await cast.as(scene.dsl, (ctx) => saveGoal(ctx, id, null, goal, 0));
    const add = (action: string, dueOn: string) =>
      cast.as(scene.dsl, (ctx) =>
        addAction(ctx, id, goalId, { action, ownerStaffId: scene.healthVisitor.staffId, ownerPersonId: null, ownerName: null, dueOn }),
      );
    await add('Later', '2026-12-24');
    await add('Sooner', '2026-11-25');
    const now = new Date('2026-12-01T10:00:00Z');
    expect((await work(scene.healthVisitor, now)).tasks.map((task) => [task.what, task.dueOn, task.overdue])).toEqual([
      ['Sooner', '2026-11-25', true],
      ['Later', '2026-12-24', false],
    ]);
    expect((await work(scene.outsider, now)).tasks).toEqual([]);
  });

  it('a team manager of social work is told what lies in the inbox, the strategy discussion first, with its clock', async () => {
    await introduce(cast, scene.frontDoorManager, [scene.amina]);
    await cast.as(scene.frontDoorManager, async (ctx) => {
      const referral = await openReferral(ctx, {
        childId: scene.amina,
        sourceCode: '2A',
        primaryNeed: 'N1',
        reason: 'x',
        receivedAt: testNow,
        decidedBy: ctx.who.staffId,
      });
      await requestStrategyDiscussion(ctx, { childId: scene.amina, referralId: referral.id, reason: 'Tonight' });
    });
    const { tasks } = await work(scene.socialWorkManager);
    expect(tasks.map((task) => [task.what, task.whom, task.dueOn])).toEqual([
      ['Strategy discussion asked for', 'Amina Hassan', '2026-11-24'],
      ['Accept a referral', 'Amina Hassan', '2026-11-25'],
    ]);
    expect((await work(scene.socialWorker)).tasks).toEqual([]);
  });

  it('nothing of a family with someone hidden reaches anyone’s day', async () => {
    const hidden = await makeFamily(cast, 'Hidden');
    await introduce(cast, scene.worker, [hidden.amina]);
    await cast.as(scene.worker, (ctx) => requestEarlyHelp(ctx, { familyId: hidden.familyId, childIds: [hidden.amina], reason: 'x' }));
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', hidden.amina).execute();
    for (const who of [scene.coordinator, scene.worker, scene.teamManager]) {
      const day = await work(who);
      expect(JSON.stringify(day)).not.toContain('Hidden');
    }
  });
});
