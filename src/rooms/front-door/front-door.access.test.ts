import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { makeCast, testNow, type Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';
import { pullNext } from './actions/pull-next.ts';

/** Who may not: rows by policy, whatever a page forgets. */
describe('who may not see or do what at the front door', () => {
  let cast: Cast;
  let officer: StaffActor;
  let manager: StaffActor;
  let teacher: StaffActor;
  let colleague: StaffActor;
  let police: StaffActor;
  let worker: StaffActor;
  let contact: string;
  let named: string;
  let hiddenContact: string;
  let council: string;
  let workerTeam: string;

  const makeContact = async (facts: Record<string, unknown> = {}): Promise<string> => {
    const id = randomUUID();
    await cast.behind
      .insertInto('contact')
      .values({
        id,
        reference: `C-T${id.slice(0, 8)}`,
        received_at: testNow,
        channel: 'WEB',
        what_happened: 'CANARY-WORDS',
        referrer_staff_id: teacher.staffId,
        referrer_agency_id: teacher.memberships[0]?.agencyId ?? null,
        ...facts,
      })
      .execute();
    return id;
  };
  const namedIn = async (contactId: string, personId: string | null): Promise<string> => {
    const id = randomUUID();
    await cast.behind
      .insertInto('contact_person')
      .values({ id, contact_id: contactId, part: 'child', position: 0, given_name: 'Amina', family_name: 'Hassan' })
      .execute();
    if (personId)
      await cast.behind
        .insertInto('contact_recognition')
        .values({
          contact_person_id: id,
          contact_id: contactId,
          person_id: personId,
          how: 'same person',
          recognised_by: officer.staffId,
          recognised_at: testNow,
        })
        .execute();
    return id;
  };
  const sees = (
    who: StaffActor,
    table: 'contact' | 'contact_person' | 'contact_recognition' | 'contact_decision' | 'contact_note' | 'contact_feedback',
  ): Promise<number> => cast.as(who, async (ctx) => (await ctx.tx.selectFrom(table).selectAll().execute()).length);

  beforeAll(async () => {
    cast = await makeCast();
    council = await cast.agency();
    const frontDoor = await cast.team(council, 'front-door');
    workerTeam = await cast.team(council, 'early-help');
    const school = await cast.agency('SCHOOL');
    officer = await cast.staff('CO', { agencyId: council, teamId: frontDoor });
    manager = await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor });
    teacher = await cast.staff('DSL', { agencyId: school });
    colleague = await cast.staff('REF', { agencyId: school });
    police = await cast.staff('POL_PPD', { agencyId: await cast.agency('POLICE') });
    worker = await cast.staff('LP', { agencyId: council, teamId: workerTeam });
    const child = await cast.person();
    const hidden = await cast.person({ given_name: 'Hidden', shield: 'hidden' });
    contact = await makeContact();
    named = await namedIn(contact, child);
    hiddenContact = await makeContact({ referrer_staff_id: null, referrer_agency_id: null });
    await namedIn(hiddenContact, hidden);
    await cast.behind
      .insertInto('contact_decision')
      .values({
        contact_id: contact,
        contact_person_id: named,
        person_id: child,
        level: 2,
        factors: ['16A'],
        analysis: 'a',
        protective: 'b',
        outcome_code: 'ADVICE',
        rationale: 'c',
        decided_by: manager.staffId,
        decided_at: testNow,
      })
      .execute();
    await cast.behind
      .insertInto('contact_note')
      .values({ contact_id: contact, note: 'n', written_by: officer.staffId, written_at: testNow })
      .execute();
  });
  afterAll(() => cast.end());

  it('shows the front door every contact but one about a child hidden from it', async () => {
    const ids = await cast.as(officer, async (ctx) => (await ctx.tx.selectFrom('contact').select('id').execute()).map((row) => row.id));
    expect(ids).toContain(contact);
    expect(ids).not.toContain(hiddenContact);
  });

  it('shows a referrer what they wrote, and nothing the front door made of it', async () => {
    expect(await sees(teacher, 'contact')).toBe(1);
    expect(await sees(teacher, 'contact_person')).toBe(1);
    for (const table of ['contact_recognition', 'contact_decision', 'contact_note'] as const) expect(await sees(teacher, table)).toBe(0);
  });

  it('shows nothing to another role of the same school, to the police, or to a worker it was not passed to', async () => {
    for (const who of [colleague, police, worker]) {
      for (const table of ['contact', 'contact_person', 'contact_decision', 'contact_feedback'] as const)
        expect(await sees(who, table)).toBe(0);
    }
  });

  it('shows a contact to the team it was passed to, until it goes back', async () => {
    const handover = randomUUID();
    const child = await cast.behind
      .selectFrom('contact_recognition')
      .select('person_id')
      .where('contact_id', '=', contact)
      .executeTakeFirstOrThrow();
    await cast.behind
      .insertInto('contact_handover')
      .values({
        id: handover,
        contact_id: contact,
        person_id: child.person_id,
        to_team_id: workerTeam,
        to_name: 'Early help',
        how: 'in Goldthread',
        sent_by: manager.staffId,
        sent_at: testNow,
      })
      .execute();
    expect(await sees(worker, 'contact')).toBe(1);
    await cast.behind
      .updateTable('contact_handover')
      .set({ returned_at: testNow, return_reason: 'x' })
      .where('id', '=', handover)
      .execute();
    expect(await sees(worker, 'contact')).toBe(0);
  });

  it('lets only a manager decide', async () => {
    const child = await cast.behind
      .selectFrom('contact_recognition')
      .select('person_id')
      .where('contact_id', '=', contact)
      .executeTakeFirstOrThrow();
    const decision = {
      contact_id: contact,
      contact_person_id: named,
      person_id: child.person_id,
      level: 2,
      factors: ['16A'],
      analysis: 'a',
      protective: 'b',
      outcome_code: 'ADVICE',
      rationale: 'c',
      decided_at: testNow,
    };
    await expect(
      cast.as(officer, (ctx) =>
        ctx.tx
          .insertInto('contact_decision')
          .values({ ...decision, decided_by: officer.staffId })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("does not let a public visitor read back another browser's concern", async () => {
    await makeContact({ visitor_key: 'mine', referrer_staff_id: null, referrer_agency_id: null, recorded_at: new Date() });
    expect(await cast.asPublic(async (ctx) => (await ctx.tx.selectFrom('contact').selectAll().execute()).length, 'mine')).toBe(1);
    expect(await cast.asPublic(async (ctx) => (await ctx.tx.selectFrom('contact').selectAll().execute()).length, 'other')).toBe(0);
  });

  it('never gives one contact to two officers pulling at the same moment', async () => {
    for (let at = 0; at < 30; at += 1) await makeContact();
    const pulls = await Promise.all(Array.from({ length: 30 }, (_none, at) => cast.as(at % 2 ? officer : manager, pullNext)));
    const taken = pulls.filter((id) => id !== null);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThanOrEqual(30);
  });
});
