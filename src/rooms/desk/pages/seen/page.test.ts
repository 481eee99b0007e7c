import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, type Cast } from '../../../../platform/access/cast.ts';
import type { StaffActor } from '../../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../../platform/web/visit.ts';
import { deskRoom } from '../../index.ts';
import { setDeskScene, type DeskScene } from '../../scene.sample.ts';

let cast: Cast;
let web: Visits;
let scene: DeskScene;

/** Writes an audit row as the platform does at the end of a request. */
const acted = (who: StaffActor, action: string, purpose: string | null = null, outcome = 'done'): Promise<unknown> =>
  cast.as(who, (ctx) => {
    const [as] = who.memberships;
    return sql`select audit.append(${action}, ${outcome}, ${purpose}, ${[scene.child]}::uuid[], null, null, '{}'::jsonb, ${as?.role}, ${as?.agencyId}::uuid, 'r')`.execute(
      ctx.tx,
    );
  });
const seen = async (who: StaffActor, path = `/children/${scene.child}/seen`) => web.get(who, path);

beforeAll(async () => {
  cast = await makeCast();
  scene = await setDeskScene(cast);
  web = await visits(cast, [deskRoom], () => new Date());
  await acted(scene.contactOfficer, 'people.index.searched', 'A contact came in: school called');
  await acted(scene.contactOfficer, 'people.index.searched', 'A contact came in: school called');
  await acted(scene.member, 'early-help.plan.print');
  await acted(scene.police, 'people.person.view', 'An investigation');
  await acted(scene.shieldDesk, 'people.shield.person');
  await acted(scene.outsider, 'desk.child.view', null, 'not-found');
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('who has seen this', () => {
  it('tells the lead who searched, printed and why, in plain words', async () => {
    const page = await seen(scene.lead);
    expect(page.statusCode).toBe(200);
    for (const words of [
      'Con Officer',
      'Contact officer, The council',
      'Searched by name; this person was among those found',
      'A contact came in: school called',
      'Hetty Visitor',
      'Printed the plan',
      'Works with this child as health visitor',
    ])
      expect(page.body).toContain(words);
  });

  it('keeps from the lead what the police and the shield desk did and what was turned down, and says that such things are kept', async () => {
    const { body } = await seen(scene.lead);
    for (const words of ['Pat Police', 'Shay Shield', 'Otto Outsider']) expect(body).not.toContain(words);
    expect(body).toContain('What is not told here, and why');
  });

  it('tells the privacy officer all of it, without the record itself', async () => {
    const page = await seen(scene.officer);
    expect(page.statusCode).toBe(200);
    for (const words of ['Pat Police', 'Shay Shield', 'Otto Outsider', 'turned down: not open to them', 'Con Officer'])
      expect(page.body).toContain(words);
    expect(page.body).not.toContain('Amina');
  });

  it.each(['member', 'outsider', 'director', 'contactOfficer', 'teacher'] as const)('does not open to the %s', async (who) => {
    expect([403, 404]).toContain((await seen(scene[who])).statusCode);
  });

  it('is itself recorded: the officer sees that the lead looked', async () => {
    await seen(scene.lead);
    const { body } = await seen(scene.officer);
    expect(body).toContain('Looked at who has seen the record');
    expect(body).toContain('Lena Lead');
  });

  it('leaves out a service whose very involvement is not told', async () => {
    const clinic = await cast.agency('CAMHS', 'A clinic');
    const clinician = await cast.staff('CLIN', { agencyId: clinic, name: 'Clio Clinician' });
    await cast.behind
      .insertInto('involvement')
      .values({
        person_id: scene.child,
        agency_id: clinic,
        staff_id: clinician.staffId,
        role: 'therapist',
        opens: 'work',
        sensitive: true,
        started_on: '2026-01-01',
        source: 'The clinic',
        because_kind: 'feed',
        because_id: scene.familyId,
        confirmed_at: new Date('2026-11-01T09:00:00Z'),
      })
      .execute();
    await acted(clinician, 'desk.child.view');
    expect((await seen(scene.lead)).body).not.toContain('Clio Clinician');
    expect((await seen(scene.officer)).body).toContain('Clio Clinician');
  });

  it('lets nobody ask the database past the page', async () => {
    await expect(
      cast.as(scene.outsider, (ctx) => sql`select * from access.who_has_seen(${scene.child}::uuid, '2020-01-01', 10)`.execute(ctx.tx)),
    ).rejects.toThrow(/Not entitled/);
  });
});
