import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../../platform/web/visit.ts';
import { deskRoom } from '../../index.ts';
import { addGoals, setDeskScene, type DeskScene } from '../../scene.sample.ts';

let cast: Cast;
let web: Visits;
let scene: DeskScene;
const text = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const times = (body: string, words: string): number => text(body).split(words).length - 1;

beforeAll(async () => {
  cast = await makeCast();
  scene = await setDeskScene(cast);
  await addGoals(cast, scene.episodeId, scene.lead, 'O-11-3', 1);
  const goal = await cast.behind.selectFrom('plan_goal').select('id').executeTakeFirstOrThrow();
  const action = (owner: string, words: string, due: string) => ({
    goal_id: goal.id,
    episode_id: scene.episodeId,
    action: words,
    owner_staff_id: owner,
    due_on: due,
    created_by: scene.lead.staffId,
    created_at: testNow,
    changed_by: scene.lead.staffId,
    changed_at: testNow,
  });
  await cast.behind
    .insertInto('plan_action')
    .values([
      action(scene.member.staffId, 'Weigh the baby', '2026-11-20'),
      action(scene.member.staffId, 'Ring the nursery', '2026-11-24'),
      action(scene.member.staffId, 'Visit again', '2026-12-10'),
    ])
    .execute();
  await cast.behind
    .insertInto('episode_change')
    .values({ episode_id: scene.episodeId, at: new Date('2026-11-23T12:00:00Z'), by_staff: scene.lead.staffId, what: 'plan-changed' })
    .execute();
  await cast.behind
    .insertInto('contact')
    .values([
      {
        reference: 'C-2041',
        state: 'SCREENING',
        received_at: testNow,
        channel: 'WEB',
        source_code: '10',
        referrer_staff_id: scene.teacher.staffId,
        what_happened: 'Late again',
        held_by: scene.contactOfficer.staffId,
      },
      {
        reference: 'C-2042',
        state: 'SUBMITTED',
        received_at: testNow,
        channel: 'WEB',
        source_code: '10',
        referrer_staff_id: scene.teacher.staffId,
        what_happened: 'Tired',
      },
    ])
    .execute();
  await cast.behind
    .insertInto('alert')
    .values([
      { role: 'DPO', kind: 'break-glass', href: '/emergency-access', raised_at: testNow },
      { role: 'DPO', kind: 'break-glass', href: '/emergency-access', raised_at: testNow },
      { role: 'SHIELD', kind: 'shield-question', href: '/shield', raised_at: testNow },
    ])
    .execute();
  web = await visits(cast, [deskRoom]);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('Today', () => {
  it('tells a team member what is overdue and due today before what comes later, once each, with the action in place', async () => {
    const { body, statusCode } = await web.get(scene.member, '/today');
    expect(statusCode).toBe(200);
    for (const words of ['Weigh the baby', 'Ring the nursery', 'Visit again']) expect(times(body, `${words} `)).toBeGreaterThan(0);
    expect(body.indexOf('Weigh the baby')).toBeLessThan(body.indexOf('Ring the nursery'));
    expect(body.indexOf('Ring the nursery')).toBeLessThan(body.indexOf('id="later"'));
    expect(body.indexOf('id="later"')).toBeLessThan(body.indexOf('Visit again'));
    expect(text(body)).toContain('2 overdue or due today');
  });

  it('says what others changed since the last visit, and not what one did oneself', async () => {
    expect(text((await web.get(scene.member, '/today')).body)).toContain('Plan changed Hassan family');
    expect(text((await web.get(scene.lead, '/today')).body)).toContain('Nobody changed anything in the families you work with');
  });

  it('counts as changed only what happened since the visit before this one', async () => {
    await cast.behind
      .updateTable('session')
      .set({ previous_visit_at: new Date('2026-11-23T13:00:00Z') })
      .where('staff_id', '=', scene.member.staffId)
      .execute();
    const after = text((await web.get(scene.member, '/today')).body);
    expect(after).toContain('0 changes , since you were last here, 23 Nov at 1pm');
    expect(after).not.toContain('Plan changed');
  });

  it('shows the lead the next step of each family, and the caseload', async () => {
    const { body } = await web.get(scene.lead, '/today');
    expect(text(body)).toContain('Review the plan');
    expect(text(body)).toContain('My families');
    expect(text(body)).not.toContain('My team');
  });

  it('shows the coordinator the team, and what sits with someone who is away', async () => {
    await cast.behind
      .updateTable('staff')
      .set({ away_until: '2026-12-04', cover_staff_id: scene.outsider.staffId })
      .where('id', '=', scene.lead.staffId)
      .execute();
    const { body } = await web.get(scene.coordinator, '/today');
    expect(text(body)).toContain('With someone who is away');
    expect(text(body)).toContain('Lena Lead, away until 4 Dec, covered by Otto Outsider');
  });

  it('shows the contact officer what they hold and that others wait', async () => {
    const { body } = await web.get(scene.contactOfficer, '/today');
    expect(text(body)).toContain('C-2041: decide for each child');
    expect(text(body)).toContain('1 contact waits for someone to take it');
    expect(text(body)).not.toContain('C-2042');
  });

  it('shows each officer their own alerts, together where they lead to one place', async () => {
    const officer = text((await web.get(scene.officer, '/today')).body);
    expect(officer).toContain('Emergency access was used 2 times: review it');
    expect(officer).not.toContain('shielded person');
    expect(text((await web.get(scene.shieldDesk, '/today')).body)).toContain('May be a shielded person: decide');
  });

  it('tells the director how many outcomes nobody owns, and an outsider that nothing waits', async () => {
    expect(text((await web.get(scene.director, '/today')).body)).toContain('26 outcomes have no named owner');
    const outsider = text((await web.get(scene.outsider, '/today')).body);
    expect(outsider).toContain('Nothing is overdue, due today or waiting for you');
    expect(outsider).not.toContain('Hassan');
  });

  it('is where the first page leads those signed in; others may raise a concern or sign in', async () => {
    expect((await web.get(scene.lead, '/')).headers.location).toBe('/today');
    const { body } = await web.get(null, '/');
    for (const words of ['/concern', '/sign-in', 'call 999']) expect(body).toContain(words);
  });
});
