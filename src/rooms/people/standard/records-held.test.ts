import { afterAll, beforeAll, expect, it } from 'vitest';
import { machineTrial, type MachineTrial } from './machine-trial.ts';
import type { HeldAnswer } from './records-held.ts';

let trial: MachineTrial;
let child: string;
let helpAgency: string;
const sui = '9990000018';
beforeAll(async () => {
  trial = await machineTrial();
  child = await trial.child({ number: sui });
  helpAgency = await trial.cast.agency('LA_EARLY_HELP', 'Family hubs');
  const team = await trial.cast.team(helpAgency, 'early-help', 'North locality');
  const [clinic, school, police] = [
    await trial.cast.agency('COMMUNITY_HEALTH', 'A clinic'),
    await trial.cast.agency('SCHOOL', 'A school'),
    await trial.cast.agency('POLICE', 'The police'),
  ];
  const involved = { person_id: child, role: 'worker', source: 'test', confirmed_at: new Date('2026-11-01T09:00:00Z') };
  await trial.cast.behind
    .insertInto('involvement')
    .values([
      { ...involved, agency_id: helpAgency, team_id: team, started_on: '2025-09-01' },
      { ...involved, agency_id: clinic, started_on: '2024-01-01', sensitive: true },
      { ...involved, agency_id: school, started_on: '2023-09-01', ended_on: '2025-07-20' },
      { ...involved, agency_id: police, started_on: '2026-02-01' },
    ])
    .execute();
});
afterAll(() => trial.end());

const ask = async (body: object): Promise<{ status: number; body: HeldAnswer & { errors?: { field: string }[]; title?: string } }> => {
  const answer = await trial.ask('/api/v1/records-held', body);
  return { status: answer.status, body: (await answer.json()) as HeldAnswer };
};

it('says which kinds of record are held, first and last seen, by whom and whom to ask; never content, no sensitive service, nothing outside the agreement', async () => {
  const { status, body } = await ask({ sui: '999 000 0018', purpose: 'SAFEGUARDING' });
  expect(status).toBe(200);
  expect(body.records.map((one) => [one.recordType, one.custodianName])).toEqual([
    ['childrens-services.details', 'Family hubs'],
    ['education.details', 'A school'],
  ]);
  expect(body.records[0]).toMatchObject({
    custodianId: helpAgency,
    firstSeenUtc: '2025-09-01T00:00:00.000Z',
    lastSeenUtc: '2026-11-01T09:00:00.000Z',
    provenance: 'AlreadyHeldByCustodian',
    contact: { name: 'North locality' },
  });
  const row = await trial.cast.behind
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'people.index.asked-held')
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ actor: 'machine', agency_id: trial.agencyId, subject_ids: [child] });
});

it('counts a record that a feed sent, but none of a sensitive service', async () => {
  const [nursery, minds] = [await trial.cast.agency('EARLY_YEARS', 'A nursery'), await trial.cast.agency('CAMHS', 'A clinic for minds')];
  const feed = await trial.cast.behind
    .insertInto('feed')
    .values({ agency_id: nursery, name: 'Quiet feed', covers: 'x', expected_every: '1 day', sensitive: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trial.cast.behind
    .insertInto('source_record')
    .values([
      { person_id: child, agency_id: nursery, received_at: new Date('2026-10-01T10:00:00Z') },
      { person_id: child, agency_id: nursery, feed_id: feed.id, received_at: new Date('2020-10-01T10:00:00Z') },
      { person_id: child, agency_id: minds, received_at: new Date('2026-10-01T10:00:00Z') },
    ])
    .execute();
  const { body } = await ask({ sui, recordTypes: ['education.details', 'health.details'], purpose: 'SAFEGUARDING' });
  expect(body.records.map((one) => [one.custodianName, one.systemId, one.firstSeenUtc])).toEqual([
    ['A nursery', 'record', '2026-10-01T10:00:00.000Z'],
    ['A school', 'involvement', '2023-09-01T00:00:00.000Z'],
  ]);
});

it('answers a kind the agreement does not cover as it answers an unknown number, and asks the agreement first', async () => {
  const [outside, unknown] = [
    await ask({ sui, recordTypes: ['crime-justice.details'], purpose: 'SAFEGUARDING' }),
    await ask({ sui: '9990000026', recordTypes: ['crime-justice.details'], purpose: 'SAFEGUARDING' }),
  ];
  expect(outside.body).toEqual({ sui, records: [] });
  expect(unknown.body).toEqual({ sui: '9990000026', records: [] });
  const row = await trial.cast.behind
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'people.index.asked-held')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(row.subject_ids).toEqual([]);
});

it('refuses another purpose than the agreement’s, in words, and tells every field', async () => {
  const other = await ask({ sui, purpose: 'EDUCATION' });
  expect(other.status).toBe(409);
  expect(other.body.title).toContain('ISA-7 is for Safeguarding a child');
  const wrong = await ask({ sui: '123', purpose: 'FUN', recordTypes: ['gossip'] });
  expect(wrong.status).toBe(422);
  expect(wrong.body.errors?.map((one) => one.field)).toEqual(['sui', 'recordTypes-0', 'purpose']);
});
