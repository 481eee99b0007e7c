import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { requestEarlyHelp } from '../index.ts';
import { caseworkRoom } from '../room.ts';
import { introduce, setScene, type Scene } from '../scene.sample.ts';
import { answerLeadOffer } from './actions/answer-lead-offer.ts';
import { offerLead } from './actions/offer-lead.ts';
import { startAssessment } from './actions/start-assessment.ts';

let cast: Cast;
let web: Visits;
let scene: Scene;
let id = '';

beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  web = await visits(cast, [caseworkRoom]);
  await introduce(cast, scene.worker, [scene.amina, scene.bilal, scene.mother]);
  id = await cast.as(scene.worker, (ctx) => requestEarlyHelp(ctx, { familyId: scene.familyId, childIds: [scene.amina], reason: 'x' }));
  await cast.behind.updateTable('early_help_episode').set({ state: 'AGREED', agreed_on: '2026-11-20' }).where('id', '=', id).execute();
  await cast.as(scene.worker, (ctx) => startAssessment(ctx, id));
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('two people at the same moment', () => {
  it('editing the plan: the second sees both texts and nothing is overwritten', async () => {
    const path = `/early-help/${id}/plan/edit`;
    expect((await web.post(scene.worker, path, { _version: '0', worriedAbout: 'First' })).statusCode).toBe(303);
    const seen = /name="_version" value="(\d+)"/.exec((await web.get(scene.coordinator, path)).body)?.[1] ?? '';
    expect((await web.post(scene.worker, path, { _version: seen, worriedAbout: 'What the worker wrote' })).statusCode).toBe(303);
    const second = await web.post(scene.coordinator, path, { _version: seen, worriedAbout: 'What the co-ordinator wrote' });
    expect(second.statusCode).toBe(409);
    for (const words of ['What the co-ordinator wrote', 'What the worker wrote', 'Fay Worker']) expect(second.body).toContain(words);
    expect((await cast.behind.selectFrom('plan').select('worried_about').executeTakeFirstOrThrow()).worried_about).toBe(
      'What the worker wrote',
    );
  });

  it('writing the same page of the assessment for the first time: the second sees both texts', async () => {
    const path = `/early-help/${id}/assessment/domains/behaviour`;
    const answers = await Promise.all([
      web.post(scene.worker, path, { _version: '0', strengths: 'Kind to Bilal' }),
      web.post(scene.coordinator, path, { _version: '0', strengths: 'Listens well' }),
    ]);
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([303, 409]);
    const refused = answers.find((answer) => answer.statusCode === 409);
    for (const words of ['Kind to Bilal', 'Listens well']) expect(refused?.body).toContain(words);
  });

  it('a child’s own words are not overwritten either', async () => {
    const path = `/early-help/${id}/assessment/children/${scene.amina}`;
    await web.post(scene.worker, path, { _version: '0', ownWords: 'I like the dinner lady' });
    const second = await web.post(scene.coordinator, path, { _version: '0', ownWords: 'I do not like dinner' });
    expect([second.statusCode, second.body.includes('I like the dinner lady')]).toEqual([409, true]);
  });

  it('asking for a lead professional: one is asked, the other is told', async () => {
    const ask = (by: typeof scene.coordinator, whom: typeof scene.dsl) =>
      cast.as(by, (ctx) =>
        offerLead(ctx, id, {
          staffId: whom.staffId,
          backupStaffId: null,
          chosenBy: 'the family',
          note: 'x',
          handoverOn: null,
          handoverNote: null,
        }),
      );
    const asked = await Promise.allSettled([ask(scene.coordinator, scene.dsl), ask(scene.teamManager, scene.healthVisitor)]);
    expect(asked.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(String((asked.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason.message)).toMatch(/asked/);
  });

  it('exactly one lead professional is active, however many accept at once', async () => {
    await cast.behind.deleteFrom('lead_professional').execute();
    await cast.db.superuser.query('drop index lead_professional_one_offered');
    const people = [scene.dsl, scene.healthVisitor, scene.worker, scene.outsider];
    const offers = await Promise.all(
      people.map((person) =>
        cast.behind
          .insertInto('lead_professional')
          .values({
            episode_id: id,
            staff_id: person.staffId,
            agency_id: person.memberships[0]!.agencyId,
            chosen_by: 'the family',
            offer_note: 'x',
            offered_by: scene.coordinator.staffId,
            offered_at: new Date(),
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      ),
    );
    const answers = await Promise.allSettled(
      people.map((person, at) => cast.as(person, (ctx) => answerLeadOffer(ctx, offers[at]!.id, { accept: true, reason: null }))),
    );
    const states = (await cast.behind.selectFrom('lead_professional').select('state').where('episode_id', '=', id).execute()).map(
      (row) => row.state,
    );
    expect(states.filter((state) => state === 'active')).toHaveLength(1);
    expect(answers.filter((one) => one.status === 'fulfilled').length).toBeGreaterThan(0);
    for (const one of answers) if (one.status === 'rejected') expect((one.reason as { kind?: string }).kind).toBe('refused');
  });

  it('the same form sent twice is one act', async () => {
    const before = (await cast.behind.selectFrom('plan_goal').select('id').execute()).length;
    const goal = {
      _version: '0',
      _key: 'same-key',
      familyWords: 'We eat together',
      outcomeId: 'O-F-3',
      baseline: '2',
      target: '7',
      howWeWillKnow: 'Four suppers a week',
      state: 'working',
    };
    const [one, two] = [
      await web.post(scene.worker, `/early-help/${id}/goals/new`, goal),
      await web.post(scene.worker, `/early-help/${id}/goals/new`, goal),
    ];
    expect([one.statusCode, two.statusCode]).toEqual([303, 303]);
    expect((await cast.behind.selectFrom('plan_goal').select('id').execute()).length).toBe(before + 1);
  });
});

describe('the golden thread', () => {
  it('a goal without an outcome, or with one that is none, cannot be stored', async () => {
    const plan = await cast.behind.selectFrom('plan').selectAll().executeTakeFirstOrThrow();
    const goal = {
      plan_id: plan.id,
      episode_id: id,
      family_words: 'x',
      how_we_will_know: 'x',
      baseline: 1,
      target: 2,
      created_by: scene.worker.staffId,
      created_at: new Date(),
      changed_by: scene.worker.staffId,
      changed_at: new Date(),
    };
    await expect(
      cast.behind
        .insertInto('plan_goal')
        .values({ ...goal, outcome_id: null as never })
        .execute(),
    ).rejects.toThrow(/null value/);
    await expect(
      cast.behind
        .insertInto('plan_goal')
        .values({ ...goal, outcome_id: 'O-99-9' })
        .execute(),
    ).rejects.toThrow(/plan_goal_outcome_fk/);
    await expect(
      cast.behind
        .insertInto('plan_action')
        .values({
          goal_id: id,
          episode_id: id,
          action: 'x',
          due_on: '2026-12-01',
          created_by: scene.worker.staffId,
          created_at: new Date(),
          changed_by: scene.worker.staffId,
          changed_at: new Date(),
        })
        .execute(),
    ).rejects.toThrow(/plan_action_one_owner/);
  });

  it('is published without a name or a word: these columns and no other', async () => {
    const { rows } = await cast.db.superuser.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'published_goal_progress' order by ordinal_position`,
    );
    expect(rows.map((row) => row.column_name)).toEqual([
      'outcome_id',
      'goal_id',
      'episode_id',
      'baseline',
      'latest',
      'target',
      'state',
      'created_at',
      'scored_on',
    ]);
    expect(
      (await cast.as(scene.outsider, (ctx) => ctx.tx.selectFrom('published_goal_progress').selectAll().execute())).length,
    ).toBeGreaterThan(0);
  });
});
