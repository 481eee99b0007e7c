import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbersTrial, type NumbersTrial } from './numbers-trial.ts';

let trial: NumbersTrial;
let maria: string;
beforeAll(async () => {
  trial = await numbersTrial();
  maria = await trial.child({
    given: 'Maria',
    family: 'Ionescu',
    born: '2013-07-21',
    number: '9990000093',
    line: '5 Acre Road',
    postcode: 'HA1 2XY',
  });
  await trial.child({ given: 'Amina', family: 'Hassan', born: '2018-02-03' });
  await ask();
});
afterAll(() => trial.end());

async function ask(): Promise<void> {
  await trial.cast.behind.updateTable('nhs_run').set({ state: 'finished' }).execute();
  await trial.cast.behind
    .updateTable('nhs_trace')
    .set({ outcome: 'error', asked_at: new Date('2026-01-01') })
    .execute();
  expect((await trial.site.post(trial.desk, '/index/numbers/begin', {})).statusCode).toBe(303);
  await trial.work();
}
const open = (personId: string) => trial.site.post(trial.desk, `/index/numbers/${personId}/open`, {});
const decide = (personId: string, field: string, decision: string) =>
  trial.site.post(trial.desk, `/people/${personId}/nhs-number`, { field, decision });
const answers = async (personId: string) =>
  Object.fromEntries(
    (
      await trial.cast.behind
        .selectFrom('nhs_difference')
        .select(['field', 'answer', 'decision', 'theirs'])
        .where('person_id', '=', personId)
        .execute()
    ).map((row) => [row.field, row]),
  );

describe('the index desk', () => {
  it('lists children by what the NHS says, names and reasons, and opens one with a stated reason', async () => {
    const list = await trial.site.get(trial.desk, '/index/numbers?outcome=possible');
    expect(list.body).toContain('Amina Hassan');
    expect(list.body).toContain('another date of birth');
    expect(list.body).not.toContain('Maria Ionescu');
    expect((await trial.site.get(trial.desk, `/people/${maria}/nhs-number`)).statusCode).toBe(404);
    expect((await open(maria)).headers.location).toBe(`/people/${maria}/nhs-number`);
    const look = await trial.cast.behind.selectFrom('index_look').select('reason').where('person_id', '=', maria).executeTakeFirstOrThrow();
    expect(look.reason).toBe('To settle their NHS number');
  });

  it('sees ours beside theirs and decides fact by fact: a name of theirs comes beside ours, ours is kept for the address', async () => {
    const page = await trial.site.get(trial.desk, `/people/${maria}/nhs-number`);
    expect(page.body).toContain('FLAT 2, 30 STATION ROAD, HARROW, HA2 7SW');
    expect(page.body).toContain('Our address is an earlier one at the NHS');
    expect(await answers(maria)).toMatchObject({
      'family name': { answer: 'different' },
      'given name': { answer: 'different' },
      address: { answer: 'ours is one of theirs' },
    });
    expect((await decide(maria, 'family name', 'take theirs')).statusCode).toBe(303);
    const names = await trial.cast.behind
      .selectFrom('person_name')
      .select(['given_name', 'family_name', 'source'])
      .where('person_id', '=', maria)
      .execute();
    expect(names).toContainEqual({ given_name: 'Maria', family_name: 'Popescu', source: 'PDS, 24 November 2026' });
    const person = await trial.cast.behind.selectFrom('person').select('family_name').where('id', '=', maria).executeTakeFirstOrThrow();
    expect(person.family_name).toBe('Ionescu');
    expect((await decide(maria, 'given name', 'keep ours')).statusCode).toBe(303);
    expect(await answers(maria)).toMatchObject({
      'given name': { decision: 'keep ours', theirs: null },
      'family name': { decision: 'take theirs', theirs: null },
    });
    expect((await decide(maria, 'given name', 'take theirs')).body).toContain('decided already');
  });

  it('is not asked the same again, but is when the NHS says something else', async () => {
    await ask();
    expect(await answers(maria)).toMatchObject({
      'given name': { decision: 'keep ours' },
      'family name': { answer: 'same', decision: null },
    });
    const at = trial.patients.findIndex((one) => one.number === '9990000093');
    trial.patients[at] = { ...trial.patients[at]!, given: ['Marie'] };
    await ask();
    expect(await answers(maria)).toMatchObject({ 'given name': { decision: null, theirs: 'Marie' } });
  });

  it('takes a number that was only possible; one said not to be theirs is not offered again', async () => {
    const [amina] = await trial.cast.behind.selectFrom('person').select('id').where('given_name', '=', 'Amina').execute();
    const id = amina!.id;
    await open(id);
    expect((await decide(id, 'date of birth', 'take theirs')).body).toContain('does not correct a date of birth');
    expect((await decide(id, 'NHS number', 'keep ours')).statusCode).toBe(303);
    expect(await trial.outcomeOf(id)).toBe('none');
    await ask();
    expect(await trial.outcomeOf(id)).toBe('none');
    await trial.cast.behind.deleteFrom('nhs_difference').where('person_id', '=', id).execute();
    await ask();
    expect(await trial.outcomeOf(id)).toBe('possible');
    expect((await decide(id, 'NHS number', 'take theirs')).statusCode).toBe(303);
    expect(await trial.outcomeOf(id)).toBe('matched');
    const held = await trial.cast.behind.selectFrom('identifier').select(['value', 'valid_to']).where('person_id', '=', id).execute();
    expect(held).toEqual([{ value: '9990000018', valid_to: null }]);
    const audit = await trial.cast.behind
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'people.number.decide')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(audit).toMatchObject({ outcome: 'done', subject_ids: [id], detail: { field: 'NHS number', decision: 'take theirs' } });
  });

  it('corrects a date of birth through whoever may correct records', async () => {
    const [amina] = await trial.cast.behind.selectFrom('person').select('id').where('given_name', '=', 'Amina').execute();
    const id = amina!.id;
    await trial.cast.behind
      .insertInto('involvement')
      .values({
        person_id: id,
        agency_id: trial.council,
        staff_id: trial.worker.staffId,
        role: 'social worker',
        opens: 'work',
        started_on: '2026-01-01',
        source: 'test',
        confirmed_at: new Date(),
      })
      .execute();
    expect(
      (await trial.site.post(trial.worker, `/people/${id}/nhs-number`, { field: 'date of birth', decision: 'take theirs' })).statusCode,
    ).toBe(303);
    const person = await trial.cast.behind.selectFrom('person').select('date_of_birth').where('id', '=', id).executeTakeFirstOrThrow();
    expect(person.date_of_birth).toBe('2018-03-02');
  });
});

it('the privacy officer writes what a partner’s system may ask; it holds from the next call', async () => {
  const dpo = await trial.cast.staff('DPO', { agencyId: trial.council });
  const system = await trial.cast.behind
    .insertInto('machine_client')
    .values({ agency_id: trial.council, name: 'Hospital', issuer: 'https://issuer.example', subject: 'ed', scopes: ['patient.match'] })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect((await trial.site.get(dpo, '/index/agreements')).body).toContain('No agreement: told nothing');
  const given = {
    reference: 'ISA-9',
    purpose: 'To know a child in an emergency department',
    purposeCode: 'SAFEGUARDING',
    legalBasis: 'Children Act 2004, section 11',
    fields: ['name', 'birth-date'],
    recordTypes: ['health.details'],
    upToAge: '18',
    'validFrom-day': '1',
    'validFrom-month': '11',
    'validFrom-year': '2026',
  };
  const wrong = await trial.site.post(dpo, `/index/agreements/${system.id}`, {
    ...given,
    reference: '',
    'validTo-day': '1',
    'validTo-month': '13',
    'validTo-year': '2027',
  });
  expect(wrong.body).toContain('Enter the reference of the agreement');
  expect(wrong.body).toContain('Last day must');
  expect(
    (
      await trial.site.post(dpo, `/index/agreements/${system.id}`, {
        ...given,
        'validTo-day': '1',
        'validTo-month': '10',
        'validTo-year': '2026',
      })
    ).body,
  ).toContain('on or after the first');
  expect((await trial.site.post(dpo, `/index/agreements/${system.id}`, given)).statusCode).toBe(303);
  expect((await trial.site.get(dpo, '/index/agreements')).body).toContain('In force');
  expect((await trial.site.get(dpo, `/index/agreements/${system.id}`)).body).toContain('ISA-9');
});
