import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import type { DB } from '../../../platform/db/schema.ts';

/** Who may not: rows by policy, whatever a page forgets. */
type Table =
  | 'phone_record'
  | 'email_capture'
  | 'out_of_hours_record'
  | 'immediate_action'
  | 'transfer_in'
  | 'health_trigger'
  | 'safe_contact'
  | 'contact_routing'
  | 'routing_rule'
  | 'out_of_hours_list';

describe('who may not see or do what with the ways in', () => {
  let cast: Cast;
  let officer: StaffActor;
  let manager: StaffActor;
  let night: StaffActor;
  let worker: StaffActor;
  let nurse: StaffActor;
  let rule: string;

  const contact = async (channel: string, facts: Record<string, unknown> = {}): Promise<string> => {
    const id = randomUUID();
    await cast.behind
      .insertInto('contact')
      .values({ id, reference: `C-T${id.slice(0, 8)}`, received_at: testNow, channel, what_happened: 'CANARY-WORDS', ...facts })
      .execute();
    return id;
  };
  const about = async (contactId: string, personId: string): Promise<void> => {
    const named = randomUUID();
    await cast.behind
      .insertInto('contact_person')
      .values({ id: named, contact_id: contactId, part: 'child', position: 0, given_name: 'A' })
      .execute();
    await cast.behind
      .insertInto('contact_recognition')
      .values({
        contact_person_id: named,
        contact_id: contactId,
        person_id: personId,
        how: 'same person',
        recognised_by: officer.staffId,
        recognised_at: testNow,
      })
      .execute();
  };
  const sees = (who: StaffActor, table: Table): Promise<number> =>
    cast.as(
      who,
      async (ctx) =>
        (
          await ctx.tx
            .selectFrom(table as keyof DB)
            .selectAll()
            .execute()
        ).length,
    );

  beforeAll(async () => {
    cast = await makeCast();
    const council = await cast.agency();
    const frontDoor = await cast.team(council, 'front-door');
    officer = await cast.staff('CO', { agencyId: council, teamId: frontDoor });
    manager = await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor });
    night = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'out-of-hours') });
    worker = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'social-work') });
    nurse = await cast.staff('CLIN', { agencyId: await cast.agency('COMMUNITY_HEALTH') });
    const hidden = await cast.person({ shield: 'hidden' });
    rule = (await cast.behind.selectFrom('routing_rule').select('id').where('key', '=', 'everything-else').executeTakeFirstOrThrow()).id;
    // One of everything, and the same about someone hidden
    for (const person of [null, hidden]) {
      const day = await contact('PHONE');
      const dark = await contact('OUT_OF_HOURS', { received_at: new Date() });
      await cast.behind.insertInto('phone_record').values({ contact_id: day, call_began_at: testNow, taken_by: officer.staffId }).execute();
      await cast.behind
        .insertInto('email_capture')
        .values({ contact_id: day, sha256: 'x', captured_by: officer.staffId, captured_at: testNow })
        .execute();
      await cast.behind.insertInto('safe_contact').values({ contact_id: day, who: 'parent', how: 'call' }).execute();
      await cast.behind.insertInto('transfer_in').values({ contact_id: day, from_council: 'Brent', their_reference: '1' }).execute();
      const child = person ?? (await cast.person());
      await cast.behind
        .insertInto('health_trigger')
        .values({
          contact_id: day,
          person_id: child,
          reason: 'r',
          health_issue: 'i',
          legal_status: 'C2',
          raised_by: worker.staffId,
          raised_at: testNow,
        })
        .execute();
      await cast.behind
        .insertInto('out_of_hours_record')
        .values({ contact_id: dark, taken_by: night.staffId, taken_at: testNow, left_for_day: 'CANARY-LEFT' })
        .execute();
      for (const id of [day, dark]) {
        const action = {
          contact_id: id,
          done_at: testNow,
          kind: 'other',
          what: 'CANARY-DONE',
          done_by: night.staffId,
          written_at: testNow,
        };
        await cast.behind.insertInto('immediate_action').values(action).execute();
        const routing = { contact_id: id, number: 1, rule_id: rule, lane: 'general', priority: 3, because: 'b', routed_at: testNow };
        await cast.behind.insertInto('contact_routing').values(routing).execute();
        if (person) await about(id, person);
      }
    }
    await cast.behind.insertInto('out_of_hours_list').values({ for_day: '2026-11-24', made_at: testNow }).execute();
  }, 60_000);
  afterAll(() => cast?.end());

  const tables: Table[] = [
    'phone_record',
    'email_capture',
    'transfer_in',
    'safe_contact',
    'health_trigger',
    'contact_routing',
    'immediate_action',
    'out_of_hours_record',
  ];
  it.each(tables)('%s: the front door but for someone hidden; nobody else', async (table) => {
    const all = table === 'contact_routing' || table === 'immediate_action' ? 2 : 1;
    expect(await sees(officer, table)).toBe(all);
    expect(await sees(nurse, table)).toBe(0);
    expect(
      await cast.asPublic(
        async (ctx) =>
          (
            await ctx.tx
              .selectFrom(table as keyof DB)
              .selectAll()
              .execute()
          ).length,
      ),
    ).toBe(0);
  });
  it('the night reads the night alone, and not about someone hidden', async () => {
    expect(await sees(night, 'out_of_hours_record')).toBe(1);
    expect(await sees(night, 'immediate_action')).toBe(1);
    for (const table of ['phone_record', 'email_capture', 'transfer_in', 'safe_contact', 'contact_routing', 'routing_rule'] as const)
      expect(await sees(night, table)).toBe(0);
    expect(await sees(worker, 'out_of_hours_record')).toBe(0);
    expect(await sees(worker, 'out_of_hours_list')).toBe(0);
  });
  it('only the night writes a night, in its own name', async () => {
    const raise = (who: StaffActor, recordedBy: string) =>
      cast.as(who, (ctx) =>
        ctx.tx
          .insertInto('contact')
          .values({
            reference: `C-${randomUUID()}`,
            received_at: testNow,
            channel: 'OUT_OF_HOURS',
            what_happened: 'x',
            recorded_by: recordedBy,
          })
          .execute(),
      );
    await expect(raise(worker, worker.staffId)).rejects.toThrow('row-level security');
    await expect(raise(night, worker.staffId)).rejects.toThrow('row-level security');
    await expect(raise(night, night.staffId)).resolves.toBeDefined();
  });
  it('only a front door manager proposes a rule, never one that is agreed already, and nobody but a manager agrees', async () => {
    const propose = (who: StaffActor, more: Record<string, unknown> = {}) =>
      cast.as(who, (ctx) =>
        ctx.tx
          .insertInto('routing_rule')
          .values({
            key: randomUUID(),
            name: 'n',
            because: 'b',
            position: 1,
            lane: 'general',
            priority: 3,
            valid_from: '2027-01-01',
            proposed_by: who.staffId,
            proposed_at: testNow,
            ...more,
          })
          .execute(),
      );
    await expect(propose(officer)).rejects.toThrow('row-level security');
    await expect(propose(worker)).rejects.toThrow('row-level security');
    await expect(propose(manager, { agreed_at: testNow })).rejects.toThrow('row-level security');
    await expect(propose(manager, { proposed_by: officer.staffId })).rejects.toThrow('row-level security');
    await propose(manager);
    const agreed = await cast.as(officer, (ctx) =>
      ctx.tx
        .updateTable('routing_rule')
        .set({ agreed_at: testNow, agreed_by: officer.staffId })
        .where('agreed_at', 'is', null)
        .executeTakeFirst(),
    );
    expect(agreed.numUpdatedRows).toBe(0n);
  });
  it('nobody answers a suggestion in another’s name, and no suggestion comes answered', async () => {
    const id = await contact('WEB');
    const routing = {
      contact_id: id,
      number: 1,
      rule_id: rule,
      lane: 'general',
      priority: 3,
      because: 'b',
      routed_at: testNow,
      suggested_rag: 'RED',
    };
    const answer = { rag_answer: 'confirmed', rag_given: 'RED', rag_reason: 'x', rag_at: testNow };
    await expect(
      cast.as(officer, (ctx) =>
        ctx.tx
          .insertInto('contact_routing')
          .values({ ...routing, ...answer, rag_by: officer.staffId })
          .execute(),
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      cast.asSystem((ctx) =>
        ctx.tx
          .insertInto('contact_routing')
          .values({ ...routing, ...answer, rag_by: officer.staffId })
          .execute(),
      ),
    ).rejects.toThrow('row-level security');
    await cast.asSystem((ctx) => ctx.tx.insertInto('contact_routing').values(routing).execute());
    await expect(
      cast.as(officer, (ctx) =>
        ctx.tx
          .updateTable('contact_routing')
          .set({ ...answer, rag_by: manager.staffId })
          .where('contact_id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow('row-level security');
  });
  it('the log of what was done is never changed or taken out', async () => {
    for (const attempt of [
      'update immediate_action set what = 1',
      'delete from immediate_action',
      'delete from contact_routing',
      'delete from routing_rule',
    ])
      await expect(cast.db.app.query(attempt)).rejects.toThrow('permission denied');
  });
  it('a nurse tells only of a child she knows', async () => {
    const stranger = await cast.person();
    const own = await contact('HEALTH_TRIGGER', { referrer_staff_id: nurse.staffId });
    const tell = cast.as(nurse, (ctx) =>
      ctx.tx
        .insertInto('health_trigger')
        .values({
          contact_id: own,
          person_id: stranger,
          reason: 'r',
          health_issue: 'i',
          legal_status: 'C2',
          raised_by: nurse.staffId,
          raised_at: testNow,
        })
        .execute(),
    );
    await expect(tell).rejects.toThrow('row-level security');
  });
});
