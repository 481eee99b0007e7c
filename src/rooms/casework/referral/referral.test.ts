import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { openReferral, openWorkFor, requestStrategyDiscussion } from '../index.ts';
import { caseworkRoom } from '../room.ts';
import { introduce, makeFamily, setScene, type Scene } from '../scene.sample.ts';
import { accept, acceptStrategy, decide, mayOpenReferral, type ReferralState } from './referral.ts';
import type { ReferralDecision } from './referral.codes.ts';

describe('the rules of a referral', () => {
  const facts = (state: ReferralState, primaryNeed = 'N1') => ({ state, primaryNeed, acceptedAt: null });
  it.each<[ReferralDecision, ReferralState]>([
    ['ASSESSMENT', 'ACCEPTED'],
    ['STRATEGY_S47', 'ACCEPTED'],
    ['EARLY_HELP', 'REDIRECTED'],
    ['ADVICE_SIGNPOST', 'REDIRECTED'],
    ['OTHER', 'REDIRECTED'],
    ['NFA', 'NFA'],
  ])('decided %s: %s', (decision, state) => expect(decide(facts('DECISION_PENDING'), decision)).toBe(state));
  it('is accepted first, decided once, with a primary need unless nothing further is done, and one at a time', () => {
    expect(accept(facts('RECEIVED'))).toBe('DECISION_PENDING');
    expect(() => accept(facts('DECISION_PENDING'))).toThrow(/already/);
    expect(() => decide(facts('RECEIVED'), 'NFA')).toThrow(/Accept/);
    expect(() => decide(facts('NFA'), 'ASSESSMENT')).toThrow(/already/);
    expect(() => decide(facts('DECISION_PENDING', 'N0'), 'ASSESSMENT')).toThrow(/primary need/);
    expect(decide(facts('DECISION_PENDING', 'N0'), 'NFA')).toBe('NFA');
    expect(() => mayOpenReferral({ reference: 'R-1' })).toThrow(/R-1/);
    expect(() => acceptStrategy({ state: 'REQUESTED', requestedBy: 'me' }, 'me')).toThrow(/Someone else/);
    expect(acceptStrategy({ state: 'REQUESTED', requestedBy: 'me' }, 'you')).toBe('ACCEPTED');
  });
});

describe('a referral in the database and on the page', () => {
  let cast: Cast;
  let web: Visits;
  let scene: Scene;
  const open = (childId: string, more: Partial<Parameters<typeof openReferral>[1]> = {}, now = testNow) =>
    cast.as(
      scene.frontDoorManager,
      (ctx) =>
        openReferral(ctx, {
          childId,
          sourceCode: '2A',
          primaryNeed: 'N1',
          reason: 'Bruise on the arm',
          receivedAt: now,
          decidedBy: ctx.who.staffId,
          ...more,
        }),
      now,
    );

  beforeAll(async () => {
    cast = await makeCast();
    scene = await setScene(cast);
    web = await visits(cast, [caseworkRoom]);
    await introduce(cast, scene.frontDoorManager, [scene.amina, scene.bilal]);
  });
  afterAll(async () => {
    await web.end();
    await cast.end();
  });

  it('lies in the team’s inbox with its one-working-day clock; the team knows who the child is, the work opens once it is accepted', async () => {
    const { id, isReReferral } = await open(scene.amina);
    expect(isReReferral).toBe(false);
    const inbox = await web.get(scene.socialWorkManager, '/referrals');
    expect(inbox.body).toContain('Amina Hassan');
    expect(inbox.body).toContain('working day 0 of 1');
    const page = await web.get(scene.socialWorkManager, `/referrals/${id}`);
    expect(page.body).toContain('Not yet: until then it is not sent');
    const opens = async () =>
      (
        await cast.behind.selectFrom('involvement').select('opens').where('because_id', '=', id).where('ended_on', 'is', null).execute()
      ).map((row) => row.opens);
    expect(await opens()).toEqual(['identity']);
    expect((await web.post(scene.socialWorker, `/referrals/${id}/accept`, {})).statusCode).toBe(403);
    expect(
      (await web.post(scene.socialWorkManager, `/referrals/${id}/decide`, { decision: 'ASSESSMENT', primaryNeed: 'N1', reason: 'x' })).body,
    ).toContain('Accept the referral from the inbox');
    expect(
      (await web.post(scene.socialWorkManager, `/referrals/${id}/accept`, { allocatedTo: scene.socialWorker.staffId })).statusCode,
    ).toBe(303);
    expect((await opens()).toSorted()).toEqual(['work', 'work']);
    expect((await web.post(scene.socialWorkManager, `/referrals/${id}/accept`, {})).body).toContain('already been accepted');
    expect(
      (
        await web.post(scene.socialWorkManager, `/referrals/${id}/decide`, {
          decision: 'STRATEGY_S47',
          primaryNeed: 'N1',
          reason: 'Significant harm likely',
          allocatedTo: scene.socialWorker.staffId,
        })
      ).statusCode,
    ).toBe(303);
    const clocks = await cast.behind.selectFrom('clock').select(['rule_key', 'met_at']).where('subject_id', '=', id).execute();
    expect(clocks.map((clock) => [clock.rule_key, clock.met_at !== null])).toEqual([['C01', true]]);
    const strategy = await web.get(scene.socialWorker, '/referrals/strategy');
    expect(strategy.body).toContain('Not sent: nobody has accepted');
  });

  it('is refused while another is open, and marked as referred again within twelve months', async () => {
    await expect(open(scene.amina)).rejects.toThrow(/already has an open referral/);
    const first = await open(scene.bilal, {}, new Date('2026-02-02T10:00:00Z'));
    await cast.behind.updateTable('referral').set({ state: 'NFA' }).where('id', '=', first.id).execute();
    expect((await open(scene.bilal)).isReReferral).toBe(true);
  });

  it('is sent by the front door alone; others’ teams and agencies see nothing of it', async () => {
    const { amina } = await makeFamily(cast, 'Other');
    await introduce(cast, scene.worker, [amina]);
    await expect(
      cast.as(scene.worker, (ctx) =>
        openReferral(ctx, {
          childId: amina,
          sourceCode: '2A',
          primaryNeed: 'N1',
          reason: 'x',
          receivedAt: testNow,
          decidedBy: ctx.who.staffId,
        }),
      ),
    ).rejects.toThrow();
    const row = await cast.behind.selectFrom('referral').select('id').executeTakeFirstOrThrow();
    for (const who of [scene.dsl, scene.worker, scene.healthVisitor, scene.coordinator])
      expect((await web.get(who, `/referrals/${row.id}`)).statusCode).toBe(403);
    expect((await web.get(scene.teamManager, `/referrals/${row.id}`)).statusCode).toBe(404);
  });

  it('tells front-door staff of open work: team and worker, no content', async () => {
    const work = await cast.as(scene.contactOfficer, (ctx) => openWorkFor(ctx, [scene.amina, scene.bilal]));
    expect(work.map((one) => [one.kind, one.teamName, one.workerName]).toSorted()).toEqual([
      ['referral', 'Assessment team', null],
      ['referral', 'Assessment team', 'Sol Worker'],
    ]);
    expect(await cast.as(scene.dsl, (ctx) => openWorkFor(ctx, [scene.amina]))).toEqual([]);
  });

  it('a strategy discussion is not accepted by whoever asked', async () => {
    const id = await cast.as(scene.socialWorkManager, (ctx) => requestStrategyDiscussion(ctx, { childId: scene.amina, reason: 'Tonight' }));
    expect((await web.post(scene.socialWorkManager, `/referrals/strategy/${id}/accept`, {})).body).toContain(
      'Someone else in the team must accept it',
    );
  });

  it('a strategy discussion once accepted is recorded as held, which stops its clock and stands in the chronology for social care', async () => {
    const { id } = await cast.behind
      .selectFrom('strategy_request')
      .select('id')
      .where('requested_by', '=', scene.socialWorkManager.staffId)
      .executeTakeFirstOrThrow();
    const second = await cast.staff('TM', { agencyId: scene.socialWorkManager.memberships[0]!.agencyId, teamId: scene.socialWorkTeam });
    const held = { 'heldOn-day': '24', 'heldOn-month': '11', 'heldOn-year': '2026', outcome: 'S47_JOINT' };
    expect((await web.post(second, `/referrals/strategy/${id}/held`, held)).body).toContain('Accept the request before');
    expect((await web.post(second, `/referrals/strategy/${id}/accept`, {})).statusCode).toBe(303);
    expect((await web.get(second, `/referrals/strategy/${id}/held`)).statusCode).toBe(200);
    expect((await web.post(second, `/referrals/strategy/${id}/held`, { ...held, 'heldOn-day': '25' })).statusCode).toBe(422);
    expect((await web.post(second, `/referrals/strategy/${id}/held`, held)).statusCode).toBe(303);
    const clock = await cast.behind
      .selectFrom('clock')
      .select(['rule_key', 'met_at'])
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect([clock.rule_key, clock.met_at !== null]).toEqual(['C08-immediate', true]);
    const event = await cast.behind
      .selectFrom('chronology_event')
      .select(['description', 'open_to'])
      .where('linked_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ description: 'Strategy discussion held: section 47 enquiry, jointly', open_to: 'social care' });
  });
});
