import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs, rooms } from '../../../app.ts';
import { addNote } from '../actions/add-note.ts';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';

/** The team workspace through its pages: rota, consult, hold, hand-over to child protection (S-002, S-005). */
describe('the team workspace', () => {
  let cast: Cast;
  let site: Visits;
  let officer: StaffActor;
  let colleague: StaffActor;
  let manager: StaffActor;
  let nurse: StaffActor;
  let nurse2: StaffActor;
  let teamManager: StaffActor;
  let head: StaffActor;
  let now = new Date();
  const minutes = (many: number): Date => new Date(now.getTime() + many * 60_000);

  const run = async (kind: string, payload: Record<string, unknown> = { slot: 'x' }): Promise<void> => {
    const job = jobs.find((one) => one.kind === kind);
    await cast.asSystem(async (ctx) => job?.run(ctx, payload, { id: 1, attempt: 1, key: null, signal: new AbortController().signal }), now);
  };
  const contact = async (facts: Record<string, unknown> = {}): Promise<{ id: string; named: string; child: string }> => {
    const [id, named] = [randomUUID(), randomUUID()];
    const child = await cast.person();
    await cast.behind
      .insertInto('contact')
      .values({
        id,
        reference: `C-${Number.parseInt(id.slice(0, 6), 16)}`,
        received_at: now,
        channel: 'WEB',
        what_happened: 'WORDS-OF-CONTACT',
        state: 'SCREENING',
        ...facts,
      })
      .execute();
    await cast.behind
      .insertInto('contact_person')
      .values({ id: named, contact_id: id, part: 'child', position: 0, given_name: 'Amina', family_name: 'Hassan' })
      .execute();
    await cast.behind
      .insertInto('contact_recognition')
      .values({
        contact_person_id: named,
        contact_id: id,
        person_id: child,
        how: 'same person',
        recognised_by: officer.staffId,
        recognised_at: now,
      })
      .execute();
    await cast.behind
      .insertInto('involvement')
      .values({
        person_id: child,
        agency_id: manager.memberships[0]?.agencyId ?? '',
        team_id: manager.memberships[0]?.teamId ?? null,
        role: 'Front door',
        opens: 'identity',
        started_on: '2026-01-01',
        source: 'test',
        confirmed_at: now,
        because_kind: 'contact',
        because_id: id,
      })
      .execute();
    return { id, named, child };
  };
  const onDuty = async (who: StaffActor, discipline: string, from = -60, to = 60): Promise<string> => {
    const row = await cast.behind
      .insertInto('duty_slot')
      .values({
        discipline,
        staff_id: who.staffId,
        starts_at: minutes(from),
        ends_at: minutes(to),
        rostered_by: manager.staffId,
        rostered_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  };

  beforeAll(async () => {
    cast = await makeCast();
    const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
    const frontDoor = await cast.team(council, 'front-door', 'Front door');
    const health = await cast.agency('COMMUNITY_HEALTH', 'Community health');
    officer = await cast.staff('CO', { agencyId: council, teamId: frontDoor, name: 'Omar Farah' });
    colleague = await cast.staff('CO', { agencyId: council, teamId: frontDoor, name: 'Cora Lane' });
    manager = await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor, name: 'Priya Nair' });
    nurse = await cast.staff('HV', { agencyId: health, name: 'Nia Nurse' });
    nurse2 = await cast.staff('SN', { agencyId: health, name: 'Sol School' });
    teamManager = await cast.staff('TM', {
      agencyId: council,
      teamId: await cast.team(council, 'social-work', 'Assessment team'),
      name: 'Tom Manager',
    });
    head = await cast.staff('SM_HOS', { agencyId: council, name: 'Hana Head' });
    site = await visits(cast, rooms, () => now);
  });
  afterAll(async () => {
    await site.end();
    await cast.end();
  });
  const posted = async (who: StaffActor, path: string, fields: Record<string, string | string[]> = {}): Promise<number> => {
    const answer = await site.post(who, path, fields);
    return answer.statusCode;
  };

  it('a manager writes the rota by name; what is missing is shown until somebody fills it', async () => {
    const before = await site.get(officer, '/front-door/rota');
    expect(before.body).toContain('Nobody');
    const found = await site.get(manager, '/front-door/rota/new?q=nia');
    expect(found.body).toContain('Nia Nurse, Community health');
    const day = new Date(now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
    const [year = '', month = '', date = ''] = day.split('-');
    const fields = {
      discipline: 'health',
      staffId: nurse.staffId,
      'day-day': date,
      'day-month': month,
      'day-year': year,
      from: '9:00',
      to: '17:00',
      weeks: '2',
    };
    expect(await posted(manager, '/front-door/rota', { ...fields, to: '08:00' })).toBe(422);
    expect(await posted(manager, '/front-door/rota', fields)).toBe(303);
    expect(await posted(officer, '/front-door/rota', fields)).toBe(403);
    const rows = await cast.behind.selectFrom('duty_slot').selectAll().where('staff_id', '=', nurse.staffId).execute();
    expect(rows).toHaveLength(2);
    expect((await site.get(officer, `/front-door/rota?week=${day}`)).body).toContain('Nia Nurse');
    expect((await site.get(nurse, '/on-duty')).body).toContain('health');
  });

  it('a turn changes hands only when the colleague says yes, and then in one moment', async () => {
    const slot = await onDuty(nurse, 'health', 24 * 60, 25 * 60);
    await onDuty(nurse2, 'health', 48 * 60, 49 * 60);
    expect(await posted(nurse2, `/front-door/rota/${slot}/swap`, { to: nurse.staffId })).toBe(422);
    expect(await posted(nurse, `/front-door/rota/${slot}/swap`, { to: nurse2.staffId, why: 'Court that day' })).toBe(303);
    const swap = await cast.behind.selectFrom('duty_swap').select('id').executeTakeFirstOrThrow();
    expect((await site.get(nurse2, '/on-duty')).body).toContain('Nia Nurse asks you to take health');
    expect(
      (await cast.behind.selectFrom('duty_slot').select('withdrawn_at').where('id', '=', slot).executeTakeFirstOrThrow()).withdrawn_at,
    ).toBeNull();
    expect(await posted(officer, `/front-door/swaps/${swap.id}/answer`, { answer: 'yes' })).toBe(404);
    expect(await posted(nurse2, `/front-door/swaps/${swap.id}/answer`, { answer: 'yes' })).toBe(303);
    const rows = await cast.behind
      .selectFrom('duty_slot')
      .select(['staff_id', 'withdrawn_because'])
      .where((eb) => eb.or([eb('id', '=', slot), eb('stands_in_for', '=', slot)]))
      .orderBy('rostered_at')
      .execute();
    expect(rows.map((row) => [row.staff_id, row.withdrawn_because])).toEqual([
      [nurse.staffId, 'swapped'],
      [nurse2.staffId, null],
    ]);
    expect(await posted(nurse2, `/front-door/swaps/${swap.id}/answer`, { answer: 'no' })).toBe(409);
  });

  it('a manager gives a turn to whoever covers it', async () => {
    const slot = await onDuty(nurse, 'health', 72 * 60, 73 * 60);
    expect(await posted(manager, `/front-door/rota/${slot}/withdraw`, { why: 'Unwell', coverId: nurse2.staffId })).toBe(303);
    const page = await site.get(manager, `/front-door/rota/${slot}`);
    expect(page.body).toContain('Unwell');
    expect(
      await cast.behind
        .selectFrom('duty_slot')
        .select('id')
        .where('stands_in_for', '=', slot)
        .where('staff_id', '=', nurse2.staffId)
        .execute(),
    ).toHaveLength(1);
  });

  it('a discipline is asked, answers, and the contact stays where it is; the discipline never sees the contact', async () => {
    await onDuty(nurse, 'health');
    const { id, named } = await contact();
    expect(await posted(officer, `/front-door/contacts/${id}/hold`, { hold: 'yes' })).toBe(303);
    const asked = await site.post(officer, `/front-door/contacts/${id}/consult`, {
      discipline: 'health',
      question: 'Is she known to you?',
      background: 'A bruise was seen.',
      namedIds: [named],
    });
    expect(asked.statusCode).toBe(303);
    const consult = await cast.behind.selectFrom('consult').selectAll().where('contact_id', '=', id).executeTakeFirstOrThrow();
    expect(consult).toMatchObject({ asked_of: nurse.staffId, state: 'ASKED' });
    const page = await site.get(nurse, `/consults/${consult.id}`);
    expect(page.body).toContain('Is she known to you?');
    expect(page.body).toContain('Amina Hassan');
    expect(page.body).not.toContain('WORDS-OF-CONTACT');
    expect((await site.get(nurse, `/front-door/contacts/${id}`)).statusCode).toBe(403);
    expect((await site.get(nurse, '/today')).body).toContain('The front door asks for the view of health');
    expect((await site.get(officer, '/front-door/consults')).body).toContain('asked of health');
    expect(await posted(officer, `/consults/${consult.id}/answer`, { answer: 'mine' })).toBe(404);
    expect(await posted(nurse, `/consults/${consult.id}/answer`, { answer: '' })).toBe(422);
    expect(await posted(nurse, `/consults/${consult.id}/answer`, { answer: 'VIEW-OF-HEALTH' })).toBe(303);
    expect(await posted(nurse, `/consults/${consult.id}/answer`, { answer: 'again' })).toBe(404);
    expect((await site.get(officer, `/front-door/contacts/${id}`)).body).toContain('VIEW-OF-HEALTH');
    const held = await cast.behind.selectFrom('contact').select('held_by').where('id', '=', id).executeTakeFirstOrThrow();
    expect(held.held_by).toBe(officer.staffId);
    const clock = await cast.behind
      .selectFrom('clock')
      .select(['rule_key', 'met_at'])
      .where('subject_id', '=', consult.id)
      .executeTakeFirstOrThrow();
    expect(clock.rule_key).toBe('C02B');
    expect(clock.met_at).not.toBeNull();
    expect((await site.get(officer, '/front-door/consults?show=answered')).body).toContain('asked of health');
    expect(await posted(officer, `/consults/${consult.id}/read`)).toBe(303);
    expect((await site.get(officer, '/front-door/consults?show=answered')).body).not.toContain('asked of health');
  });

  it('a question to a discipline nobody is on duty for waits for whoever is next; one taken back is shown to nobody', async () => {
    const { id } = await contact();
    await posted(officer, `/front-door/contacts/${id}/consult`, { discipline: 'housing', question: 'Is the flat safe?' });
    const consult = await cast.behind.selectFrom('consult').selectAll().where('contact_id', '=', id).executeTakeFirstOrThrow();
    expect(consult.asked_of).toBeNull();
    expect((await site.get(nurse2, `/consults/${consult.id}`)).statusCode).toBe(404);
    await onDuty(nurse2, 'housing');
    expect((await site.get(nurse2, `/consults/${consult.id}`)).statusCode).toBe(200);
    expect(await posted(officer, `/consults/${consult.id}/withdraw`, { because: 'The landlord rang' })).toBe(303);
    expect((await site.get(nurse2, `/consults/${consult.id}`)).statusCode).toBe(404);
  });

  it('a contact handed back says why; one nobody touches goes back to the queue by itself, and one being worked on does not', async () => {
    const { id, named } = await contact();
    await posted(officer, `/front-door/contacts/${id}/hold`, { hold: 'yes' });
    expect(await posted(colleague, `/front-door/contacts/${id}/hand-back`, { why: 'not mine' })).toBe(409);
    expect(await posted(officer, `/front-door/contacts/${id}/hand-back`, { why: 'School rings at two' })).toBe(303);
    expect((await site.get(colleague, `/front-door/contacts/${id}`)).body).toContain('School rings at two');
    await posted(colleague, `/front-door/contacts/${id}/hold`, { hold: 'yes' });
    const start = now;
    now = minutes(50);
    await cast.as(colleague, (ctx) => addNote(ctx, id, 'Rang the school'), now);
    now = new Date(start.getTime() + 70 * 60_000);
    await run('front-door.release-holds');
    const held = () => cast.behind.selectFrom('contact').select('held_by').where('id', '=', id).executeTakeFirstOrThrow();
    expect((await held()).held_by).toBe(colleague.staffId);
    now = new Date(start.getTime() + 115 * 60_000);
    await cast.behind
      .insertInto('draft')
      .values({
        form: 'decide',
        subject_id: named,
        staff_id: colleague.staffId,
        answers: '{}',
        saved_at: new Date(now.getTime() - 60_000),
        expires_at: minutes(600),
        version: 1,
      } as never)
      .execute();
    await run('front-door.release-holds');
    expect((await held()).held_by).toBe(colleague.staffId);
    now = new Date(start.getTime() + 240 * 60_000);
    await run('front-door.release-holds');
    expect((await held()).held_by).toBeNull();
    const holds = await cast.behind
      .selectFrom('contact_hold')
      .select(['staff_id', 'ended_by', 'why'])
      .where('contact_id', '=', id)
      .orderBy('taken_at')
      .execute();
    expect(holds).toEqual([
      { staff_id: officer.staffId, ended_by: officer.staffId, why: 'School rings at two' },
      { staff_id: colleague.staffId, ended_by: null, why: null },
    ]);
    now = start;
  });

  it('a hand-over to child protection is not sent until a named person accepts it; managers are told after 30 minutes; then the contact closes', async () => {
    const { id, named } = await contact();
    const at = `/front-door/contacts/${id}`;
    const decision = {
      level: '4',
      factors: ['16A'],
      analysis: 'a',
      protective: 'b',
      outcomeCode: 'STRATEGY_IMMEDIATE',
      primaryNeed: 'N1',
      rationale: 'Tonight',
      _version: '1',
    };
    const drafted = await site.post(manager, `${at}/children/${named}/decide`, decision);
    expect(drafted.statusCode, drafted.body.replaceAll(/<[^>]+>/g, ' ').slice(-500)).toBe(303);
    const confirmed = await site.post(manager, `${at}/children/${named}/confirm`, {});
    expect(confirmed.statusCode, confirmed.body.replaceAll(/<[^>]+>/g, ' ').slice(-500)).toBe(303);
    expect(await posted(manager, `${at}/tell`, { how: 'none', notToldBecause: 'Anonymous' })).toBe(303);
    const state = async () =>
      (await cast.behind.selectFrom('contact').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
    expect(await state()).toBe('DECIDED');
    const page = await site.get(manager, '/front-door/protection');
    expect(page.body).toContain('Not sent');
    expect((await site.get(manager, at)).body).toContain('Assessment team has not accepted it yet');
    expect((await site.get(head, '/front-door/protection')).body).toContain('0 hand-overs');
    const start = now;
    now = minutes(29);
    await run('front-door.escalate-protection');
    const row = () => cast.behind.selectFrom('protection_handover').selectAll().where('contact_id', '=', id).executeTakeFirstOrThrow();
    expect((await row()).escalated_at).toBeNull();
    now = new Date(start.getTime() + 30 * 60_000);
    await run('front-door.escalate-protection');
    await run('front-door.escalate-protection');
    expect((await row()).escalated_at).toEqual(now);
    now = new Date(start.getTime() + 5 * 60_000);
    expect(await cast.behind.selectFrom('alert').select('id').where('kind', '=', 'protection-not-accepted').execute()).toHaveLength(3);
    expect((await site.get(head, '/front-door/protection')).body).toContain('managers told');
    const handover = await row();
    expect(await posted(manager, `/front-door/protection/${handover.id}/call`, { spokeTo: 'Duty', said: 'Ringing back' })).toBe(303);
    expect((await row()).accepted_at).toBeNull();
    expect(await posted(manager, `/referrals/strategy/${handover.strategy_id}/accept`, {})).toBe(403);
    expect(await posted(teamManager, `/referrals/strategy/${handover.strategy_id}/accept`, {})).toBe(303);
    const job = await cast.behind.selectFrom('job').selectAll().where('kind', '=', 'casework.strategy-accepted').executeTakeFirstOrThrow();
    await run('casework.strategy-accepted', job.payload as Record<string, unknown>);
    expect((await row()).accepted_by).toBe(teamManager.staffId);
    expect((await site.get(manager, '/front-door/protection?show=sent')).body).toContain('Accepted by Tom Manager');
    expect(await state()).toBe('CLOSED');
    now = start;
  });

  it('tells what changed since a page was read, but not one’s own changes', async () => {
    const since = async (who: StaffActor): Promise<string> =>
      /data-live-since="(\d+)"/.exec((await site.get(who, '/front-door')).body)?.[1] ?? '';
    const { id } = await contact();
    const read = await since(officer);
    await posted(officer, `/front-door/contacts/${id}/hold`, { hold: 'yes' });
    expect((await site.get(officer, `/front-door/changes?since=${read}`)).json()).toEqual({ words: '', show: null });
    await posted(colleague, `/front-door/contacts/${id}/notes`, { note: 'x' });
    expect((await site.get(officer, `/front-door/changes?since=${read}&page=/front-door?show=open%26by=address`)).json()).toEqual({
      words: '1 contact changed since you opened this page.',
      show: `/front-door?show=open&by=address&since=${read}`,
    });
    expect((await site.get(officer, `/front-door/changes?since=${read}&contact=${id}`)).json()).toMatchObject({
      show: `/front-door/contacts/${id}`,
    });
    const shown = await site.get(officer, `/front-door?since=${read}`);
    expect(shown.body).toContain('1 contact changed since, marked below.');
    expect((await site.get(nurse, '/front-door/changes?since=0')).statusCode).toBe(403);
  });
});
