import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brokenRules } from './fhir/r4-rules-trial.ts';
import { machineTrial, type Child, type MachineTrial } from './machine-trial.ts';

/** Who may not: systems without an agreement or its scope; and whoever is hidden is nobody to every one of them. */
let trial: MachineTrial;
beforeAll(async () => {
  trial = await machineTrial();
});
afterAll(() => trial.end());

const whole = { valid_from: '2026-01-01', valid_to: null, up_to_age: 18 };
beforeEach(async () => {
  await trial.agree(whole);
  await trial.cast.behind.updateTable('agency').set({ suspended_at: null }).where('id', '=', trial.agencyId).execute();
});

const question = (child: Required<Pick<Child, 'given' | 'family' | 'born' | 'number' | 'postcode'>>) => ({
  resourceType: 'Patient',
  name: [{ family: child.family, given: [child.given] }],
  birthDate: child.born,
  address: [{ postalCode: child.postcode }],
  identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: child.number }],
});
const hidden = { given: 'Wren', family: 'Abernathy', born: '2014-08-08', number: '9990000018', postcode: 'HA8 8XX' };
const nobody = { given: 'Lark', family: 'Summerson', born: '2014-08-09', number: '9990000026', postcode: 'HA8 9XX' };

/** Every way of asking, and the bytes of the answer but for ids, moments and what was sent. */
async function everyAnswer(child: typeof hidden, id: string): Promise<string[]> {
  const name = `family=${child.family}&given=${child.given}&birthdate=eq${child.born}`;
  const asks: [string, unknown?][] = [
    ['/fhir/Patient/$match', question(child)],
    [`/fhir/Patient?${name}`],
    [`/fhir/Patient?${name}&_fuzzy-match=true`],
    [`/fhir/Patient/${child.number}`],
    [`/fhir/Patient/${id}`],
    ['/api/v1/records-held', { sui: child.number, purpose: 'SAFEGUARDING' }],
  ];
  const answers: string[] = [];
  for (const [path, body] of asks) {
    const answer = await trial.ask(path, body);
    const headers = [...answer.headers].filter(([key]) => !['date', 'x-request-id', 'content-length'].includes(key));
    const text = (await answer.text())
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT')
      .replaceAll(child.number, 'NUMBER');
    answers.push(JSON.stringify([answer.status, headers, text]));
  }
  return answers;
}

describe('whoever is hidden', () => {
  it('is nobody, byte for byte, in every answer; whether the shield is settled or waits, and also once joined', async () => {
    const id = await trial.child({ ...hidden, person: { shield: 'hidden' } });
    await trial.cast.behind
      .insertInto('involvement')
      .values({
        person_id: id,
        agency_id: await trial.cast.agency(),
        role: 'worker',
        started_on: '2026-01-01',
        source: 'test',
        confirmed_at: new Date(),
      })
      .execute();
    const none = await everyAnswer(nobody, '00000000-0000-4000-8000-000000000000');
    expect(await everyAnswer(hidden, id)).toEqual(none);
    await trial.cast.behind.updateTable('person').set({ shield_pending: true }).where('id', '=', id).execute();
    expect(await everyAnswer(hidden, id)).toEqual(none);
    const joined = await trial.child({ given: 'Old', family: 'Record', person: { became_id: id } });
    expect((await trial.ask(`/fhir/Patient/${joined}`)).status).toBe(404);
    const subjects = await trial.cast.behind.selectFrom('audit_subject').select('person_id').where('person_id', '=', id).execute();
    expect(subjects).toEqual([]);
  });

  it('a child found by everyone is told in more bytes: the comparison means something', async () => {
    const id = await trial.child({ ...hidden, given: 'Robin', number: '9990000034' });
    const found = await everyAnswer({ ...hidden, given: 'Robin', number: '9990000034' }, id);
    const none = await everyAnswer(nobody, '00000000-0000-4000-8000-000000000000');
    found.slice(0, 5).forEach((answer, at) => expect(answer).not.toBe(none[at]));
  });
});

describe('a system is told nothing', () => {
  const addresses: [string, string, unknown?][] = [
    ['patient.read record.find', '/fhir/Patient/$match', question(nobody)],
    ['patient.match record.find', '/fhir/Patient?family=Nobody&birthdate=eq2015-05-14'],
    ['patient.match record.find', '/fhir/Patient/9990000026'],
    ['patient.match patient.read', '/api/v1/records-held', { sui: '9990000026', purpose: 'SAFEGUARDING' }],
  ];
  it.each(addresses)('without the scope (%s) at %s', async (scope, path, body) => {
    const answer = await trial.ask(path, body, { scope });
    expect(answer.status).toBe(403);
    if (path.startsWith('/fhir')) expect(brokenRules(await answer.json())).toEqual([]);
  });

  it.each(addresses)('without an agreement, before it begins and after it ends (%s, %s)', async (_scope, path, body) => {
    for (const change of [{ valid_from: '2099-01-01' }, { valid_to: '2026-02-01' }]) {
      await trial.agree({ ...whole, ...change });
      expect((await trial.ask(path, body)).status).toBe(403);
    }
    const row = await trial.cast.behind.selectFrom('audit_event').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect(row).toMatchObject({ actor: 'machine', outcome: 'not-allowed', subject_ids: [] });
  });

  it('of a suspended agency, or an unknown system', async () => {
    await trial.cast.behind.updateTable('agency').set({ suspended_at: new Date() }).where('id', '=', trial.agencyId).execute();
    expect((await trial.ask('/fhir/Patient/9990000026')).status).toBe(401);
    const stranger = await trial.ask('/fhir/Patient/9990000026', undefined, { subject: 'stranger' });
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get('content-type')).toContain('application/fhir+json');
    expect(brokenRules(await stranger.json())).toEqual([]);
  });

  it('of someone older than its agreement covers', async () => {
    const id = await trial.child({ given: 'Grown', family: 'Upson', born: '2000-01-01', number: '9990000042' });
    expect((await trial.ask(`/fhir/Patient/${id}`)).status).toBe(404);
    await trial.agree({ ...whole, up_to_age: 120 });
    expect((await trial.ask(`/fhir/Patient/${id}`)).status).toBe(200);
  });

  it('of a restricted record but whom to ask; nothing is held on them', async () => {
    const id = await trial.child({ given: 'Shut', family: 'Away', born: '2013-03-03', number: '9990000050', person: { restricted: true } });
    const read = await trial.ask(`/fhir/Patient/${id}`);
    expect(read.status).toBe(403);
    const words = await read.text();
    expect(words).toContain('Contact the privacy officer');
    expect(words).not.toMatch(/Shut|2013|9990000050/);
    expect(await (await trial.ask('/api/v1/records-held', { sui: '9990000050', purpose: 'SAFEGUARDING' })).json()).toMatchObject({
      records: [],
    });
  });

  it('more often than its record says', async () => {
    await trial.cast.behind.updateTable('machine_client').set({ calls_per_minute: 3 }).where('id', '=', trial.clientId).execute();
    const statuses = [];
    for (let call = 0; call < 8; call += 1) statuses.push((await trial.ask('/fhir/Patient/9990000026')).status);
    await trial.cast.behind.updateTable('machine_client').set({ calls_per_minute: 5_000 }).where('id', '=', trial.clientId).execute();
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
  });
});

it('nobody signed in, and no machine, asks the functions of another', async () => {
  const staff = await trial.cast.staff('SW', { agencyId: trial.agencyId });
  for (const call of [
    `search.match_for_machine('{}','{}','{}','{}','{}','','')`,
    `search.patient_for_machine(null,'9990000026','')`,
    `search.held_for_machine('9990000026',null,'')`,
  ])
    await expect(trial.cast.as(staff, (ctx) => ctx.tx.executeQuery({ sql: `select ${call}`, parameters: [] } as never))).rejects.toThrow(
      /agreement|permission/i,
    );
});
