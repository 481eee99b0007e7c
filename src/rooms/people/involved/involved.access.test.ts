import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { peopleRoom } from '../index.ts';
import { involvedTasks } from './today-task.store.ts';
import { childrenHeldBy, heldBy } from './leaver.store.ts';

let cast: Cast;
let site: Visits;
let council: string;
let clinic: string;
let clinicTeam: string;
let team: string;
let worker: StaffActor;
let manager: StaffActor;
let otherManager: StaffActor;
let officer: StaffActor;
let clinician: StaffActor;
let otherClinician: StaffActor;
let desk: StaffActor;

/** What differs from one child to the next and from one request to the next, and nothing else: ids, tokens, names, times of the machine. */
const plain = (body: string, name: string): string =>
  body
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/(nonce|value)="[^"]{16,}"/g, '$1="X"')
    .replaceAll(name, 'NAME');
const involve = (personId: string, facts: Record<string, unknown>) =>
  cast.behind
    .insertInto('involvement')
    .values({
      person_id: personId,
      agency_id: council,
      role: 'worker',
      started_on: '2026-01-05',
      source: 'test',
      confirmed_at: testNow,
      because_kind: 'typed',
      ...facts,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
const known = async (given: string, facts: Record<string, unknown> = {}): Promise<string> => {
  const id = await cast.person({ given_name: given, family_name: 'Warsame', ...facts });
  await involve(id, { team_id: team, role: 'social work team', opens: 'work', because_kind: 'referral' });
  return id;
};
const auditOf = (personId: string) =>
  cast.behind
    .selectFrom('audit_event')
    .select(['action', 'outcome', 'role', 'purpose', 'detail', 'staff_id'])
    .where(sql<boolean>`${personId}::uuid = any(subject_ids)`)
    .orderBy('id')
    .execute();

beforeAll(async () => {
  cast = await makeCast();
  council = await cast.agency('LA_SOCIAL_CARE', 'Harrow Council');
  clinic = await cast.agency('CAMHS', 'Harbour Clinic');
  clinicTeam = await cast.team(clinic, 'health', 'Harbour team');
  team = await cast.team(council, 'social-work', 'East team');
  worker = await cast.staff('SW', { agencyId: council, teamId: team, name: 'Tom Price' });
  manager = await cast.staff('TM', { agencyId: council, teamId: team, name: 'Mary Obi' });
  otherManager = await cast.staff('TM', { agencyId: council, teamId: await cast.team(council, 'social-work', 'West team') });
  officer = await cast.staff('DPO', { agencyId: council, name: 'Ona Privat' });
  clinician = await cast.staff('CLIN', { agencyId: clinic, teamId: clinicTeam, name: 'Cleo Mind' });
  otherClinician = await cast.staff('CLIN', { agencyId: await cast.agency('CAMHS', 'Other Clinic') });
  desk = await cast.staff('SHIELD', { agencyId: council, teamId: await cast.team(council, 'shield-desk') });
  site = await visits(cast, [peopleRoom]);
}, 60_000);
afterAll(async () => {
  await site?.end();
  await cast?.end();
});

describe('a service whose part is not told', () => {
  let withService: string;
  let without: string;
  const everyone: [string, (id: string) => string][] = [
    ['involved', (id) => `/people/${id}/involved`],
    ['asking', (id) => `/people/${id}/ask-broker`],
    ['sheet', (id) => `/people/${id}/contact-sheet/print`],
    ['person', (id) => `/people/${id}`],
  ];
  const sameBytes = async (): Promise<void> => {
    for (const [what, path] of everyone) {
      const [one, other] = [await site.get(worker, path(withService)), await site.get(worker, path(without))];
      expect(one.statusCode, what).toBe(200);
      expect(plain(one.body, 'Amal'), what).toBe(plain(other.body, 'Bila'));
    }
  };
  const sameAudit = async (): Promise<void> => expect(await auditOf(withService)).toEqual(await auditOf(without));
  const forBoth = async (act: (id: string) => Promise<unknown>): Promise<void> => {
    for (const id of [withService, without]) await act(id);
  };
  const requestOf = (id: string) =>
    cast.behind
      .selectFrom('broker_request')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('decided_at', (it) => it.desc().nullsFirst())
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    withService = await known('Amal');
    without = await known('Bila');
    await involve(withService, { agency_id: clinic, team_id: clinicTeam, staff_id: null, sensitive: true, role: 'Harbour therapy' });
  });

  it('is the same bytes and the same audit for a child with one and a child with none: before asking, once asked, and once passed on', async () => {
    await sameBytes();
    await forBoth(async (id) =>
      expect((await site.post(worker, `/people/${id}/ask-broker`, { message: 'Please ring about school' })).statusCode).toBe(303),
    );
    await sameBytes();
    await sameAudit();
    const decide = await Promise.all([withService, without].map(async (id) => (await requestOf(id)).id));
    const shown = await Promise.all(decide.map((id) => site.get(officer, `/broker/${id}`)));
    expect(plain(shown[0]!.body, 'Amal')).toBe(plain(shown[1]!.body, 'Bila'));
    for (const id of decide) {
      const answer = await site.post(officer, `/broker/${id}`, { decision: 'pass on' });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/broker']);
    }
    await sameBytes();
    await sameAudit();
    expect((await cast.behind.selectFrom('broker_delivery').select('person_id').execute()).map((row) => row.person_id)).toEqual([
      withService,
    ]);
    expect((await cast.behind.selectFrom('alert').select('id').execute()).length).toBe(0);
  });

  it('reads the message, and whoever asked learns nothing while it is silent or puts it away', async () => {
    const seen = await site.get(clinician, '/passed-on-requests');
    expect(seen.body).toContain('Amal Warsame');
    expect((await cast.as(clinician, involvedTasks)).map((one) => one.what)).toEqual([
      '1 practitioner asks you to contact them about a child',
    ]);
    for (const who of [otherClinician, worker]) expect((await site.get(who, '/passed-on-requests')).body).not.toContain('Amal');
    const { id } = await cast.behind.selectFrom('broker_delivery').select('id').executeTakeFirstOrThrow();
    for (const who of [otherClinician, worker, manager]) {
      expect((await site.get(who, `/passed-on-requests/${id}`)).statusCode).toBe(404);
      expect((await site.post(who, `/passed-on-requests/${id}`, { answer: 'reply', reply: 'x' })).statusCode).toBe(404);
    }
    expect((await site.get(clinician, `/passed-on-requests/${id}`)).body).toContain('Please ring about school');
    await site.post(clinician, `/passed-on-requests/${id}`, { answer: 'put away' });
    await sameBytes();
    const seenPage = await cast.as(worker, (ctx) =>
      sql<{ who: string }>`select who from access.who_has_seen(${withService}, ${new Date(0)}, 100)`
        .execute(ctx.tx)
        .catch(() => ({ rows: [] })),
    );
    expect(seenPage.rows.map((row) => row.who)).not.toContain('Cleo Mind');
  });

  it('is known to whoever asked once it chooses to reply, and to nobody else', async () => {
    await forBoth((id) => site.post(worker, `/people/${id}/ask-broker`, { message: 'Once more' }));
    await forBoth(async (id) => site.post(officer, `/broker/${(await requestOf(id)).id}`, { decision: 'pass on' }));
    const { id } = await cast.behind.selectFrom('broker_delivery').select('id').where('answered_at', 'is', null).executeTakeFirstOrThrow();
    await site.post(clinician, `/passed-on-requests/${id}`, { answer: 'reply', reply: 'Ring me on Monday' });
    expect((await site.get(worker, `/people/${withService}/ask-broker`)).body).toContain('Ring me on Monday');
    expect((await site.get(manager, `/people/${withService}/ask-broker`)).body).not.toContain('Ring me on Monday');
    expect((await site.get(officer, '/broker')).body).not.toContain('Ring me on Monday');
    expect((await site.get(worker, `/people/${withService}/involved`)).body).not.toContain('Harbour');
  });

  it('is asked through the officer alone, once at a time, and never about someone the asker may not see', async () => {
    await site.post(worker, `/people/${without}/ask-broker`, { message: 'First' });
    const again = await site.post(worker, `/people/${without}/ask-broker`, { message: 'Second' });
    expect(again.body).toContain('still waits for the privacy officer');
    const { id } = await requestOf(without);
    for (const who of [worker, manager, clinician]) {
      expect((await site.get(who, '/broker')).statusCode).toBe(403);
      expect((await site.post(who, `/broker/${id}`, { decision: 'pass on' })).statusCode).toBe(403);
      await expect(cast.as(who, (ctx) => sql`select access.pass_on(${id}::uuid)`.execute(ctx.tx))).rejects.toThrow('alone');
    }
    const hidden = await known('Nima', { shield: 'hidden' });
    const nobody = '00000000-0000-4000-8000-000000000000';
    const answers = await Promise.all([hidden, nobody].map((one) => site.post(worker, `/people/${one}/ask-broker`, { message: 'x' })));
    expect(answers.map((one) => one.statusCode)).toEqual([404, 404]);
    expect(plain(answers[0]!.body, 'Nima')).toBe(plain(answers[1]!.body, 'Nima'));
  });
});

describe('who may follow a child', () => {
  it('is whoever works with them; a look-up is not enough, and a child hidden later says nothing more', async () => {
    const child = await known('Rosa');
    await cast.behind
      .insertInto('index_look')
      .values({ staff_id: otherManager.staffId, person_id: child, reason: 'x', runs_out_at: new Date(Date.now() + 3_600_000) })
      .execute();
    const refusedPage = await site.post(otherManager, `/people/${child}/watch`, {});
    expect(refusedPage.body).toContain('Only those who work with a child now');
    await expect(
      cast.as(otherManager, (ctx) =>
        ctx.tx.insertInto('involvement_watch').values({ person_id: child, staff_id: otherManager.staffId }).execute(),
      ),
    ).rejects.toThrow('row-level security');
    await site.post(worker, `/people/${child}/watch`, {});
    await expect(
      cast.as(worker, (ctx) => ctx.tx.insertInto('involvement_watch').values({ person_id: child, staff_id: manager.staffId }).execute()),
    ).rejects.toThrow('row-level security');
    const watch = await cast.behind.selectFrom('involvement_watch').select('id').where('person_id', '=', child).executeTakeFirstOrThrow();
    await cast.behind
      .insertInto('involvement_news')
      .values({ person_id: child, watch_id: watch.id, staff_id: worker.staffId, on_day: '2026-11-24', first_at: testNow, last_at: testNow })
      .execute();
    expect((await cast.as(worker, involvedTasks)).some((one) => one.whom.includes('Rosa'))).toBe(true);
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', child).execute();
    expect((await cast.as(worker, involvedTasks)).some((one) => one.whom.includes('Rosa'))).toBe(false);
    expect((await site.get(worker, '/following')).body).not.toContain('Rosa');
  });
});

describe('the work of those who leave', () => {
  it('is passed on by their own manager, to a colleague of the agency who may know the child, and hidden children by the shield desk', async () => {
    const leaver = await cast.staff('SW', { agencyId: council, teamId: team, name: 'Lee Vine' });
    const [open, hidden, conflict] = [await known('Olga'), await known('Hana', { shield: 'hidden' }), await known('Cora')];
    const held = await Promise.all([open, hidden, conflict].map((id) => involve(id, { staff_id: leaver.staffId, opens: 'identity' })));
    const names = (who: StaffActor) =>
      cast.as(who, (ctx) => heldBy(ctx, leaver.staffId).then((rows) => rows.map((row) => row.child.split(' ')[0])));
    expect(await names(manager)).toEqual([]);
    await cast.behind.updateTable('staff').set({ left_on: '2026-11-27' }).where('id', '=', leaver.staffId).execute();
    await cast.behind
      .insertInto('conflict_of_interest')
      .values({ staff_id: worker.staffId, person_id: conflict, nature: 'cousin' })
      .execute();
    expect(await names(manager)).toEqual(['Cora', 'Olga']);
    expect(await names(desk)).toEqual(['Hana']);
    for (const who of [worker, otherManager, officer, clinician]) {
      expect(await names(who)).toEqual([]);
      expect((await site.get(who, `/practitioners/${leaver.staffId}/hand-over`)).statusCode).toBe(who === officer ? 403 : 404);
      await site.post(who, `/practitioners/${leaver.staffId}/hand-over`, {
        involvementIds: held.map((one) => one.id),
        toId: worker.staffId,
      });
      const over = await cast.as(who, (ctx) =>
        sql`select * from access.hand_over(${leaver.staffId}::uuid, ${held.map((one) => one.id)}::uuid[], ${worker.staffId}::uuid)`.execute(
          ctx.tx,
        ),
      );
      expect(over.rows).toEqual([]);
    }
    const outcome = await cast.as(manager, (ctx) =>
      sql<{
        person_id: string;
        outcome: string;
      }>`select person_id, outcome from access.hand_over(${leaver.staffId}::uuid, ${held.map((one) => one.id)}::uuid[], ${worker.staffId}::uuid)`.execute(
        ctx.tx,
      ),
    );
    expect(new Map(outcome.rows.map((row) => [row.person_id, row.outcome]))).toEqual(
      new Map([
        [open, 'handed over'],
        [conflict, 'closed'],
      ]),
    );
    const counted = (who: StaffActor) => cast.as(who, (ctx) => childrenHeldBy(ctx, worker.staffId));
    expect([await counted(otherManager), await counted(officer), await counted(clinician)]).toEqual([null, null, null]);
    expect([await counted(manager), await counted(worker)]).toEqual([1, 1]);
    const toStranger = await cast.as(manager, (ctx) =>
      sql<{
        outcome: string;
      }>`select outcome from access.hand_over(${leaver.staffId}::uuid, ${held.map((one) => one.id)}::uuid[], ${clinician.staffId}::uuid)`.execute(
        ctx.tx,
      ),
    );
    expect(toStranger.rows.map((row) => row.outcome)).toEqual(['closed']);
    const toUncleared = await cast.as(desk, (ctx) =>
      sql<{
        outcome: string;
      }>`select outcome from access.hand_over(${leaver.staffId}::uuid, ${held.map((one) => one.id)}::uuid[], ${worker.staffId}::uuid)`.execute(
        ctx.tx,
      ),
    );
    expect(toUncleared.rows.map((row) => row.outcome)).toEqual(['closed']);
  });
});

describe('days away', () => {
  it('are recorded and taken back by oneself or one’s manager', async () => {
    const add = (who: StaffActor, whom: StaffActor) =>
      cast.as(who, (ctx) =>
        ctx.tx
          .insertInto('absence')
          .values({ staff_id: whom.staffId, from_on: '2030-01-01', to_on: '2030-01-05', recorded_by: who.staffId })
          .execute(),
      );
    await add(worker, worker);
    await add(manager, worker);
    await expect(add(otherManager, worker)).rejects.toThrow('row-level security');
    await expect(add(worker, manager)).rejects.toThrow('row-level security');
    const { id } = await cast.behind.selectFrom('absence').select('id').executeTakeFirstOrThrow();
    expect((await site.post(otherManager, `/absences/${id}/cancel`, {})).statusCode).toBe(404);
    expect((await site.get(otherManager, `/practitioners/${worker.staffId}/absence`)).statusCode).toBe(404);
    expect((await site.post(worker, `/absences/${id}/cancel`, {})).statusCode).toBe(303);
  });

  it('and where a team works is said by whoever manages it', async () => {
    expect((await site.post(worker, `/practitioners/teams/${team}`, { areas: 'Pinner' })).statusCode).toBe(403);
    await expect(
      cast.as(worker, (ctx) => ctx.tx.insertInto('team_area').values({ team_id: team, area: 'Pinner' }).execute()),
    ).rejects.toThrow('row-level security');
    await expect(
      cast.as(otherManager, (ctx) => ctx.tx.insertInto('team_area').values({ team_id: team, area: 'Pinner' }).execute()),
    ).rejects.toThrow('row-level security');
  });
});
