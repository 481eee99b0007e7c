import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { caseworkRoom } from '../room.ts';
import { introduce, setScene, type Scene } from '../scene.sample.ts';

let cast: Cast;
let web: Visits;
let scene: Scene;
let at = '';
const date = (name: string, iso: string): Record<string, string> => {
  const [y = '', m = '', d = ''] = iso.split('-');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
};
const episode = async () =>
  cast.behind.selectFrom('early_help_episode').selectAll().where('family_id', '=', scene.familyId).executeTakeFirstOrThrow();
const state = async (): Promise<string> => (await episode()).state;

/** Posts and expects to be sent on; prints what the page said otherwise. */
async function done(who: StaffActor, path: string, fields: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await web.post(who, path, fields);
  expect(
    answer.statusCode,
    `${path}: ${/error-summary[\s\S]{0,900}/.exec(answer.body)?.[0].replaceAll(/<[^>]+>/g, ' ') ?? answer.body.replaceAll(/<[^>]+>/g, ' ').slice(-1200)}`,
  ).toBe(303);
  return String(answer.headers.location);
}
async function sees(who: StaffActor, path: string, ...words: string[]): Promise<string> {
  const answer = await web.get(who, path);
  expect(answer.statusCode, path).toBe(200);
  for (const word of words) expect(answer.body).toContain(word);
  return answer.body;
}

beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  web = await visits(cast, [caseworkRoom]);
  await introduce(cast, scene.worker, [scene.amina, scene.bilal, scene.mother]);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('a family is helped, from the request to closing', () => {
  it('is asked for', async () => {
    await sees(scene.worker, `/families/${scene.familyId}`, 'Hassan family', 'Ask for early help');
    await done(scene.worker, `/families/${scene.familyId}/request`, {
      childIds: [scene.amina, scene.bilal],
      reason: 'Mornings are hard since dad left',
    });
    at = `/early-help/${(await episode()).id}`;
    expect((await episode()).team_id).toBe(scene.earlyHelpTeam);
    await sees(scene.coordinator, '/families', 'Hassan family', 'Asked for');
    await sees(scene.coordinator, at, 'Record the agreement');
  });

  it('is agreed by someone who may, with the assessment clock running from that day', async () => {
    const given = {
      agreedBy: scene.mother,
      holds: 'parental responsibility',
      howGiven: 'signed',
      scope: 'Help with mornings',
      'sharing-0': 'yes',
      ...date('agreedOn', '2026-11-20'),
    };
    const wrong = await web.post(scene.worker, `${at}/agreement`, { ...given, agreedBy: scene.amina, holds: 'Gillick competent' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('how you judged');
    await done(scene.worker, `${at}/agreement`, given);
    await sees(scene.worker, `${at}/agreement`, 'Salma Hassan', 'Help with mornings');
    await sees(scene.worker, at, 'Early help assessment', 'working day');
  });

  it('finds a lead professional at the school, who accepts', async () => {
    await done(scene.coordinator, `${at}/lead`, {
      staffId: scene.dsl.staffId,
      backupStaffId: scene.worker.staffId,
      chosenBy: 'the family',
      note: 'Salma asked for you',
    });
    expect((await web.get(scene.dsl, at)).statusCode).toBe(404);
    const page = await sees(scene.dsl, '/invitations', 'Salma asked for you', 'Amina Hassan');
    const offer = /\/invitations\/lead\/([0-9a-f-]+)/.exec(page)?.[1] ?? '';
    expect(await done(scene.dsl, `/invitations/lead/${offer}`, { answer: 'accept' })).toBe(at);
    await sees(scene.dsl, at, 'Dee Safeguarding');
    const lead = await cast.behind
      .selectFrom('involvement')
      .selectAll()
      .where('staff_id', '=', scene.dsl.staffId)
      .where('ended_on', 'is', null)
      .execute();
    expect(lead.map((row) => [row.opens, row.is_lead])).toEqual([
      ['work', true],
      ['work', true],
      ['work', true],
    ]);
  });

  it('is assessed: each child in their own words, strengths and needs, so what before what next', async () => {
    await done(scene.dsl, `${at}/assessment/start`);
    await done(scene.dsl, `${at}/assessment/children/${scene.amina}`, {
      _version: '0',
      ownWords: 'I want mum to laugh again',
      how: 'drawing',
      share: 'yes',
      ...date('seenOn', '2026-11-21'),
      seenAlone: 'yes',
    });
    await done(scene.dsl, `${at}/assessment/children/${scene.bilal}`, {
      _version: '0',
      wordsMissing: 'He is five and was shy',
      share: 'no',
      ...date('seenOn', '2026-11-21'),
    });
    await done(scene.dsl, `${at}/assessment/domains/participation`, {
      _version: '0',
      strengths: 'Loves school',
      needs: 'Late four days in five',
      score: '4',
    });
    await done(scene.dsl, `${at}/assessment/needs`, { needs: ['1.1', '5.1'] });
    expect((await web.post(scene.dsl, `${at}/assessment/analysis`, { _version: '1', whatNext: 'A plan for mornings' })).statusCode).toBe(
      422,
    );
    expect((await web.post(scene.dsl, `${at}/assessment/finish`, {})).body).toContain('Still missing');
    await done(scene.dsl, `${at}/assessment/analysis`, {
      _version: '1',
      soWhat: 'Mornings decide the day for both children',
      whatNext: 'A plan for mornings',
      parentComments: 'I am tired but I want this',
    });
    await done(scene.dsl, `${at}/assessment/finish`);
    await done(scene.teamManager, `${at}/assessment/authorise`);
    expect(await state()).toBe('ASSESSED');
    const finished = await sees(scene.dsl, `${at}/assessment/domains/participation`, 'Late four days in five', 'Last time');
    expect(finished).not.toContain('<textarea');
    expect((await web.post(scene.dsl, `${at}/assessment/domains/participation`, { _version: '1', strengths: 'Changed' })).body).toContain(
      'is authorised',
    );
  });

  it('has a team with the health visitor and the mother in it', async () => {
    await done(scene.dsl, `${at}/team`, {
      kind: 'practitioner',
      staffId: scene.healthVisitor.staffId,
      part: 'health visitor',
      note: 'Bilal knows you',
    });
    await done(scene.dsl, `${at}/team`, { kind: 'family', personId: scene.mother });
    expect((await web.get(scene.healthVisitor, `${at}/plan`)).statusCode).toBe(404);
    const page = await sees(scene.healthVisitor, '/invitations', 'Bilal knows you');
    await done(scene.healthVisitor, `/invitations/team/${/\/invitations\/team\/([0-9a-f-]+)/.exec(page)?.[1] ?? ''}`, { answer: 'accept' });
    await sees(scene.healthVisitor, at, 'Hassan family');
  });

  it('meets: quorum is checked, decisions are kept, minutes go out', async () => {
    const where = await done(scene.dsl, `${at}/meetings`, {
      ...date('on', '2026-11-24'),
      at: '15:30',
      venue: 'School library',
      kind: 'first',
    });
    const rows = await cast.behind.selectFrom('taf_member').select(['id', 'staff_id', 'person_id']).where('left_on', 'is', null).execute();
    const came = Object.fromEntries(
      rows.map((row) => [`attended-${row.id}`, row.staff_id === scene.healthVisitor.staffId ? 'apologies' : 'came']),
    );
    const held = { _version: '1', ...date('heldOn', '2026-11-24'), minutesBy: scene.dsl.staffId, familyViews: 'Good to see everyone' };
    const noQuorum = await web.post(scene.dsl, `${where}/record`, { ...held, ...came });
    expect(noQuorum.body).toContain('at least one other practitioner');
    await done(scene.dsl, `${where}/record`, {
      ...held,
      ...came,
      [`attended-${rows.find((row) => row.staff_id === scene.healthVisitor.staffId)?.id}`]: 'came',
    });
    await done(scene.dsl, `${where}/decisions`, { decision: 'Breakfast club from Monday' });
    await done(scene.dsl, `${where}/minutes`, { alsoTo: 'Salma, by hand' });
    await sees(scene.healthVisitor, where, 'The quorum was there', 'Breakfast club from Monday', 'The lead professional took the notes');
    expect(await state()).toBe('TAF_FORMED');
  });

  it('agrees a plan whose goals each cite an outcome, with owners and dates', async () => {
    await done(scene.dsl, `${at}/plan/edit`, {
      _version: '0',
      worriedAbout: 'Late most days',
      goingWell: 'They love each other',
      contingency: 'Ring Dee',
      whoToCall: 'Dee, 020 7946 0000',
    });
    const goal = {
      _version: '0',
      familyWords: 'We get to school happy',
      baseline: '3',
      target: '8',
      howWeWillKnow: 'On time four days in five',
      state: 'working',
      needs: ['1.1'],
    };
    expect((await web.post(scene.dsl, `${at}/goals/new`, goal)).body).toContain('Select the outcome');
    await done(scene.dsl, `${at}/goals/new`, { ...goal, outcomeId: 'O-11-3', forPersonId: scene.amina });
    await sees(scene.dsl, `${at}/plan`, 'gt-thread', 'Learning to potential', 'No goal answers yet', '5.1', 'I want mum to laugh again');
    expect(
      (await web.post(scene.dsl, `${at}/plan/agree`, { ...date('agreedOn', '2026-11-24'), ...date('nextReviewOn', '2027-01-05') })).body,
    ).toContain('an action for one goal');
    const { id } = await cast.behind.selectFrom('plan_goal').select('id').executeTakeFirstOrThrow();
    expect(
      (
        await web.post(scene.dsl, `${at}/goals/${id}/actions/new`, {
          action: 'Take Amina to breakfast club',
          ...date('dueOn', '2026-12-01'),
        })
      ).body,
    ).toContain('Select who will do this');
    await done(scene.dsl, `${at}/goals/${id}/actions/new`, {
      action: 'Support with mornings',
      owner: `staff:${scene.healthVisitor.staffId}`,
      ...date('dueOn', '2026-12-01'),
    });
    await done(scene.dsl, `${at}/plan/agree`, { ...date('agreedOn', '2026-11-24'), ...date('nextReviewOn', '2027-01-05') });
    expect(await state()).toBe('PLAN_ACTIVE');
  });

  it('lets an owner say how an action goes', async () => {
    const { id } = await cast.behind.selectFrom('plan_action').select('id').executeTakeFirstOrThrow();
    await sees(scene.healthVisitor, `${at}/actions/${id}`, 'does not say what will be done');
    await done(scene.healthVisitor, `${at}/actions/${id}`, {
      _version: '1',
      state: 'done',
      progress: 'Showed the chart',
      evidence: 'Chart is on the fridge',
      ...date('dueOn', '2026-12-01'),
      ...date('achievedOn', '2026-11-24'),
    });
  });

  it('is reviewed, closed by someone else than the lead, and looked at again after six months', async () => {
    const { id } = await cast.behind.selectFrom('plan_goal').select('id').executeTakeFirstOrThrow();
    const review = {
      ...date('heldOn', '2026-11-24'),
      [`now-${id}`]: '8',
      [`rag-${id}`]: 'B',
      childViews: 'Mornings are fun',
      parentViews: 'Better',
      decision: 'close',
    };
    expect(await done(scene.dsl, `${at}/reviews/new`, review)).toBe(`${at}/close`);
    await sees(scene.dsl, `${at}/reviews`, 'Mornings are fun', 'We get to school happy');
    await done(scene.dsl, `${at}/close`, { code: 'NEEDS_MET', summary: 'On time every day', familyView: 'Thank you' });
    expect((await web.post(scene.dsl, `${at}/close/approve`, {})).statusCode).toBe(403);
    await done(scene.coordinator, `${at}/close/approve`);
    const closed = await episode();
    expect([closed.state, closed.closed_on, closed.sustain_due_on]).toEqual(['CLOSED', '2026-11-24', '2027-05-24']);
    expect((await web.get(scene.dsl, at)).statusCode).toBe(404);
    expect(
      (
        await cast.behind
          .selectFrom('involvement')
          .select('id')
          .where('because_kind', '=', 'early-help')
          .where('ended_on', 'is', null)
          .where('opens', '=', 'work')
          .execute()
      ).length,
    ).toBe(0);
    await done(scene.coordinator, `${at}/lasting`, { sustained: 'yes', note: 'School says so' });
    const { rows } = await cast.db.superuser.query<{ kind: string }>(`select kind from job where kind = 'casework.sustainment-due'`);
    expect(rows).toHaveLength(1);
  });
});
