import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import type { Role } from '../../../platform/access/roles.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../room.ts';
import { policeOnTrial, type PoliceTrial } from './police-on-trial.ts';

let cast: Cast;
let visit: Visits;
let trial: PoliceTrial;
let told: { id: string; contactId: string };
const others: Partial<Record<Role, StaffActor>> = {};
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [frontDoorRoom]);
  trial = await policeOnTrial(cast);
  told = await trial.notify();
  for (const role of ['SW', 'TM', 'DSL', 'HV', 'SYSADMIN', 'DCS', 'PERF', 'REF'] as const) {
    const type = role === 'DSL' || role === 'REF' ? 'SCHOOL' : role === 'HV' ? 'COMMUNITY_HEALTH' : 'LA_SOCIAL_CARE';
    others[role] = await cast.staff(role, { agencyId: await cast.agency(type, role) });
  }
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

const list = '/front-door/police';
const fields = { colour: 'AMBER', outcome: 'QUEUE', why: 'x' };

it('nobody but the front door opens the day’s list, an incident or a meeting, or says what is made of it', async () => {
  for (const who of [...Object.values(others), trial.police]) {
    for (const path of [list, `${list}/${told.contactId}`, `${list}/${told.contactId}/tell`, `${list}/meeting`, `${list}/meetings`])
      expect([who.jobTitle, path, (await visit.get(who, path)).statusCode]).toEqual([who.jobTitle, path, 403]);
    expect((await visit.post(who, `${list}/${told.contactId}/triage`, fields)).statusCode).toBe(403);
    expect((await visit.post(who, `${list}/meeting/open`, {})).statusCode).toBe(403);
  }
  expect((await visit.get(null, list)).statusCode).toBe(303);
});

it('nobody but the police opens the police desk; another force finds nothing there, nor may it answer', async () => {
  for (const who of [...Object.values(others), trial.officer, trial.manager])
    for (const path of ['/police', '/police/upload', `/police/notifications/${told.id}`])
      expect([who.jobTitle, path, (await visit.get(who, path)).statusCode]).toEqual([who.jobTitle, path, 403]);
  const other = await cast.staff('POL_PPD', { agencyId: await cast.agency('POLICE', 'Another force') });
  await visit.post(trial.officer, `${list}/${told.contactId}/ask`, { kind: 'other', question: 'A question of the test' });
  const question = await cast.behind.selectFrom('police_question').select('id').executeTakeFirstOrThrow();
  expect((await visit.get(other, `/police/notifications/${told.id}`)).statusCode).toBe(404);
  const desk = (await visit.get(other, '/police')).body;
  expect(desk).not.toContain('CAD/1/26');
  expect(desk).not.toContain('A question of the test');
  expect((await visit.post(other, `/police/questions/${question.id}/answer`, { answer: 'x' })).statusCode).toBe(404);
});

it('the police see what they told and what they are asked, and nothing of who was recognised or what was made of it', async () => {
  await visit.post(trial.officer, `${list}/${told.contactId}/triage`, { ...fields, why: 'The reason of the test' });
  const own = (await visit.get(trial.police, `/police/notifications/${told.id}`)).body;
  expect(own).toContain('Shouting was heard.');
  for (const secret of ['The reason of the test', 'AMBER', 'Amber', told.contactId, 'C-20']) expect(own).not.toContain(secret);
});

it('a contact about someone hidden, restricted or in conflict is gone from list, page, minutes and counts of those it is shut to', async () => {
  const hidden = await trial.notify({ policeRef: 'CAD/HIDDEN', incidentAt: '2026-11-22T01:00:00Z' });
  const person = await cast.person({ shield: 'hidden' });
  const named = await cast.behind
    .selectFrom('contact_person')
    .select('id')
    .where('contact_id', '=', hidden.contactId)
    .executeTakeFirstOrThrow();
  expect((await visit.get(trial.officer, `${list}/${hidden.contactId}`)).statusCode).toBe(200);
  await cast.behind
    .insertInto('contact_recognition')
    .values({
      contact_person_id: named.id,
      contact_id: hidden.contactId,
      person_id: person,
      how: 'same person',
      recognised_by: trial.officer.staffId,
      recognised_at: new Date(),
    })
    .execute();
  const page = (await visit.get(trial.officer, list)).body;
  expect(page).not.toContain('CAD/HIDDEN');
  expect((await visit.get(trial.officer, `${list}/${hidden.contactId}`)).statusCode).toBe(404);
  expect((await visit.post(trial.officer, `${list}/${hidden.contactId}/triage`, fields)).statusCode).toBe(404);
  expect((await visit.get(trial.officer, `${list}/${told.contactId}`)).body).toContain('0 earlier incidents');
  expect((await visit.get(trial.police, `/police/notifications/${hidden.id}`)).statusCode).toBe(200);
  await cast.behind
    .insertInto('conflict_of_interest')
    .values({
      staff_id: trial.police.staffId,
      person_id: person,
      nature: 'friend',
      valid_from: '2026-01-01',
      declared_by: trial.manager.staffId,
    })
    .execute();
  expect((await visit.get(trial.police, `/police/notifications/${hidden.id}`)).statusCode).toBe(404);
});

it('nobody writes past the rules: not a triage in another’s name, not a rule as if the police had told it, not an answer twice', async () => {
  const asOfficer = <T>(work: Parameters<typeof cast.as<T>>[1]) => cast.as(trial.officer, work);
  await expect(
    asOfficer(({ tx }) =>
      tx
        .insertInto('incident_triage')
        .values({
          contact_id: told.contactId,
          colour: 'BLUE',
          outcome: 'ADVICE',
          why: 'x',
          triaged_by: trial.manager.staffId,
          triaged_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security|violates/);
  await expect(
    asOfficer(({ tx }) =>
      tx
        .insertInto('safe_contact_rule')
        .values({ contact_id: told.contactId, channel: 'phone', rule: 'never', told_by: 'police', set_by: null, set_at: new Date() })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(
    asOfficer(({ tx }) => tx.updateTable('police_notification').set({ state: 'RECEIVED' }).where('id', '=', told.id).execute()),
  ).resolves.toMatchObject([{ numUpdatedRows: 0n }]);
  await expect(
    cast.as(trial.police, ({ tx }) => tx.updateTable('police_notification').set({ contact_id: null }).where('id', '=', told.id).execute()),
  ).resolves.toMatchObject([{ numUpdatedRows: 0n }]);
});
