import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../../../platform/web/visit.ts';
import { addEvent, requestEarlyHelp } from '../../../index.ts';
import { caseworkRoom } from '../../../room.ts';
import { introduce, setScene, type Scene } from '../../../scene.sample.ts';
import { saveGoal } from '../../actions/save-goal.ts';
import { savePlan } from '../../actions/save-plan.ts';

let cast: Cast;
let web: Visits;
let scene: Scene;
let id = '';

beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  web = await visits(cast, [caseworkRoom]);
  await introduce(cast, scene.worker, [scene.amina, scene.bilal, scene.mother]);
  await cast.behind
    .insertInto('person_address')
    .values({ person_id: scene.mother, line1: 'CANARY-address 12 Hidden Road', postcode: 'HA1 1AA', shielded: true, source: 'x' })
    .execute();
  await cast.behind
    .insertInto('person_contact_point')
    .values({ person_id: scene.mother, kind: 'phone', value: 'CANARY-07700900123', is_safe: false, safe_note: 'CANARY-never-ring' })
    .execute();
  const referrer = await cast.agency('SCHOOL', 'CANARY-referring-school');
  id = await cast.as(scene.worker, (ctx) =>
    requestEarlyHelp(ctx, {
      familyId: scene.familyId,
      childIds: [scene.amina, scene.bilal],
      reason: 'CANARY-reason the neighbour said',
      requestedByAgency: referrer,
    }),
  );
  await cast.behind
    .updateTable('early_help_episode')
    .set({ state: 'AGREED', agreed_on: '2026-11-20', story: 'CANARY-story', story_by: scene.worker.staffId, story_at: new Date() })
    .where('id', '=', id)
    .execute();
  await cast.as(scene.worker, (ctx) =>
    savePlan(
      ctx,
      id,
      { worriedAbout: 'Being late', goingWell: 'You love each other', contingency: 'Ring Fay', whoToCall: 'Fay Worker', copyGivenOn: null },
      0,
    ),
  );
  await cast.as(scene.worker, (ctx) =>
    saveGoal(
      ctx,
      id,
      null,
      {
        familyWords: 'We get to school happy',
        outcomeId: 'O-11-3',
        forPersonId: scene.amina,
        baseline: 3,
        target: 8,
        howWeWillKnow: 'On time',
        needs: [],
        state: 'working',
        endedBecause: null,
      },
      0,
    ),
  );
  const assessment = await cast.behind
    .insertInto('assessment')
    .values({
      episode_id: id,
      started_on: '2026-11-20',
      started_by: scene.worker.staffId,
      so_what: 'CANARY-analysis',
      disagreement: 'CANARY-disagreement',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const child = (person_id: string, own_words: string, share_with_family: boolean) => ({
    assessment_id: assessment.id,
    episode_id: id,
    person_id,
    own_words,
    share_with_family,
    adult_summary: 'CANARY-adult-summary',
    changed_by: scene.worker.staffId,
    changed_at: new Date(),
  });
  await cast.behind
    .insertInto('assessment_child')
    .values([child(scene.amina, 'I want mum to laugh', true), child(scene.bilal, 'CANARY-words not to share', false)])
    .execute();
  const event = { category: 'police' as const, source: 'CANARY-source' };
  await cast.as(scene.coordinator, async (ctx) => {
    await addEvent(ctx, { ...event, personId: scene.amina, description: 'CANARY-third-party uncle', thirdParty: true });
    await addEvent(ctx, { ...event, personId: scene.amina, description: 'CANARY-hidden from family', hiddenFromFamily: true });
    await addEvent(ctx, { ...event, personId: scene.amina, description: 'CANARY-social-care', openTo: 'social care' });
    await addEvent(ctx, { ...event, personId: scene.amina, description: 'CANARY-not-judged', isAutomatic: true });
    await addEvent(ctx, { ...event, personId: scene.amina, description: 'Started at Marlowe Primary', category: 'school' });
  });
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('what a family is given on paper', () => {
  it('the plan: their goals, the outcome in plain words, the child’s words with the child’s yes, and none of what must stay out', async () => {
    const page = await web.get(scene.worker, `/early-help/${id}/plan/print`);
    expect(page.statusCode).toBe(200);
    for (const words of [
      'Our plan: Hassan family',
      'We get to school happy',
      'Learning as well as you can',
      'I want mum to laugh',
      'You can say no to this help',
      'Some ways of contact are not safe',
    ])
      expect(page.body).toContain(words);
    expect(page.body.match(/CANARY[\w-]*/g)).toBeNull();
    expect(page.body.length).toBeLessThan(60_000);
  });

  it('the chronology: nothing hidden, nothing about others, nothing of social care, no facts nobody judged, not who said so', async () => {
    const page = await web.get(scene.worker, `/chronology/${scene.amina}/print?copy=family`);
    expect(page.body).toContain('Started at Marlowe Primary');
    expect(page.body.match(/CANARY[\w-]*/g)).toBeNull();
  });

  it('the worker’s own print has its sources and says it is not for the family', async () => {
    const page = await web.get(scene.coordinator, `/chronology/${scene.amina}/print`);
    for (const words of ['CANARY-third-party', 'about someone else', 'Not for the family']) expect(page.body).toContain(words);
  });
});
