import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';
import { visits, type Visits } from '../../platform/web/visit.ts';
import { recordPerson } from '../people/index.ts';
import { jobs, rooms } from '../../app.ts';

/** Early help that is no longer enough: the worry reaches the front door with its plan, and the team goes on until social care accepts. */
describe('a step-up', () => {
  let cast: Cast;
  let site: Visits;
  let lead: StaffActor;
  let officer: StaffActor;
  let manager: StaffActor;
  let teamManager: StaffActor;
  let child = '';
  const episode = randomUUID();

  const runJob = async (kind: string): Promise<void> => {
    const row = await cast.behind
      .selectFrom('job')
      .selectAll()
      .where('kind', '=', kind)
      .where('state', '=', 'ready')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const job = jobs.find((one) => one.kind === kind);
    await cast.asSystem(async (ctx) =>
      job?.run(ctx, row.payload, { id: row.id, attempt: 1, key: null, signal: new AbortController().signal }),
    );
  };
  const episodeState = async (): Promise<string> =>
    (await cast.behind.selectFrom('early_help_episode').select('state').where('id', '=', episode).executeTakeFirstOrThrow()).state;

  beforeAll(async () => {
    cast = await makeCast();
    const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
    const frontDoor = await cast.team(council, 'front-door');
    const helpTeam = await cast.team(council, 'early-help');
    lead = await cast.staff('LP', { agencyId: council, teamId: helpTeam, name: 'Tess Lead' });
    officer = await cast.staff('CO', { agencyId: council, teamId: frontDoor });
    manager = await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor });
    teamManager = await cast.staff('TM', { agencyId: council, teamId: await cast.team(council, 'social-work') });
    child = await cast.as(officer, (ctx) =>
      recordPerson(ctx, { givenName: 'Amina', familyName: 'Hassan', dateOfBirth: '2018-03-02', sex: 'F', source: 'test' }),
    );
    const family = randomUUID();
    await cast.behind.insertInto('family').values({ id: family, reference: 'F-1', name: 'Hassan family' }).execute();
    await cast.behind
      .insertInto('family_member')
      .values({ family_id: family, person_id: child, part: 'child', valid_from: '2026-01-01' })
      .execute();
    await cast.behind
      .insertInto('early_help_episode')
      .values({
        id: episode,
        reference: 'EH-9',
        family_id: family,
        state: 'PLAN_ACTIVE',
        team_id: helpTeam,
        requested_by: lead.staffId,
        requested_at: testNow,
        request_reason: 'Mornings',
      } as never)
      .execute();
    await cast.behind
      .insertInto('lead_professional')
      .values({
        episode_id: episode,
        staff_id: lead.staffId,
        state: 'active',
        offered_by: lead.staffId,
        offered_at: testNow,
        chosen_by: 'the family',
        agency_id: council,
        offer_note: 'x',
        started_on: '2026-01-01',
      } as never)
      .execute();
    await cast.behind
      .insertInto('involvement')
      .values({
        person_id: child,
        agency_id: council,
        staff_id: lead.staffId,
        role: 'Lead professional',
        opens: 'work',
        is_lead: true,
        started_on: '2026-01-01',
        source: 'test',
        confirmed_at: testNow,
        because_kind: 'early-help',
        because_id: episode,
      })
      .execute();
    site = await visits(cast, rooms);
  });
  afterAll(async () => {
    await site.end();
    await cast.end();
  });

  it('reaches the front door once, in the lead professional’s words, with a way back to the plan', async () => {
    const sent = await site.post(lead, `/early-help/${episode}/step-up`, {
      childIds: [child],
      reason: 'Amina has a bruise she will not speak of.',
    });
    expect(sent.statusCode, sent.body.replaceAll(/<[^>]+>/g, ' ').slice(-600)).toBe(303);
    await runJob('casework.stepped-up');
    await runJob('casework.stepped-up');
    const contacts = await cast.behind.selectFrom('contact').selectAll().execute();
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({
      what_happened: 'Amina has a bruise she will not speak of.',
      stepped_up_from: episode,
      source_code: '5D',
      state: 'SUBMITTED',
      referrer_staff_id: lead.staffId,
      level_believed: null,
    });
    const page = await site.get(officer, `/front-door/contacts/${contacts[0]?.id}`);
    expect(page.body).toContain('Amina Hassan');
    expect(page.body).toContain('EH-9');
    expect((await site.get(lead, `/my-concerns/${contacts[0]?.id}`)).statusCode).toBe(200);
    expect(await episodeState()).toBe('PLAN_ACTIVE');
  });

  it('ends the early help only when social care accepts the referral', async () => {
    const contact = await cast.behind.selectFrom('contact').select(['id']).executeTakeFirstOrThrow();
    const named = await cast.behind
      .selectFrom('contact_person')
      .select('id')
      .where('contact_id', '=', contact.id)
      .executeTakeFirstOrThrow();
    const at = `/front-door/contacts/${contact.id}`;
    expect(
      (await site.post(officer, `${at}/people/${named.id}/match`, { personId: child, decision: 'same person', why: 'Same date of birth' }))
        .statusCode,
    ).toBe(303);
    const decision = {
      level: '3',
      factors: ['18C'],
      analysis: 'a',
      protective: 'b',
      outcomeCode: 'REFERRAL_CSC',
      primaryNeed: 'N1',
      rationale: 'Unexplained bruise',
      _version: '1',
    };
    expect((await site.post(manager, `${at}/children/${named.id}/decide`, decision)).statusCode).toBe(303);
    const confirmed = await site.post(manager, `${at}/children/${named.id}/confirm`, {});
    expect(confirmed.statusCode, confirmed.body.replaceAll(/<[^>]+>/g, ' ').slice(-600)).toBe(303);
    expect(await episodeState()).toBe('PLAN_ACTIVE');
    const referral = await cast.behind.selectFrom('referral').select(['id', 'stepped_up_from']).executeTakeFirstOrThrow();
    expect(referral.stepped_up_from).toBe(episode);
    const accepted = await site.post(teamManager, `/referrals/${referral.id}/accept`, {});
    expect(accepted.statusCode, accepted.body.replaceAll(/<[^>]+>/g, ' ').slice(-600)).toBe(303);
    await runJob('casework.end-stepped-up');
    expect(await episodeState()).toBe('STEPPED_UP');
  });
});
