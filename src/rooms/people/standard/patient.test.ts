import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from './fhir/r4-rules-trial.ts';
import type { Bundle, OperationOutcome, Patient } from './fhir/r4.ts';
import { machineTrial, type MachineTrial } from './machine-trial.ts';

let trial: MachineTrial;
let oscar: string;
beforeAll(async () => {
  trial = await machineTrial();
  oscar = await trial.child({ given: 'Oscar', family: 'Nwosu', born: '2015-05-14', sex: 'M', number: '9990000026', postcode: 'HA1 4QQ' });
  await trial.child({ given: 'Oscar James', family: 'Nwosu', born: '2015-05-20', sex: 'M', number: '9990000034', postcode: 'HA3 7AA' });
});
afterAll(() => trial.end());

const get = async <T>(path: string): Promise<{ status: number; body: T }> => {
  const answer = await trial.ask(path);
  const body = (await answer.json()) as T;
  expect(brokenRules(body)).toEqual([]);
  return { status: answer.status, body };
};
const search = (query: string) => get<Pick<Bundle, 'total' | 'entry'> & Pick<OperationOutcome, 'issue'>>(`/fhir/Patient?${query}`);

describe('a search in the manner of the Personal Demographics Service', () => {
  it.each([
    ['exactly', 'family=Nwosu&given=Oscar&birthdate=eq2015-05-14&_exact-match=true', 1],
    ['by family name and day alone', 'family=nwosu&birthdate=2015-05-14', 1],
    ['by the start of a name', 'family=Nwo*&given=Osc*&birthdate=eq2015-05-14', 1],
    ['alike in sound', 'family=Nwossu&given=Oskar&birthdate=eq2015-05-14&_fuzzy-match=true', null],
    ['between two days', 'family=Nwosu&given=Oscar&birthdate=ge2015-05-01&birthdate=le2015-05-15', 1],
    [
      'with gender and postcode',
      'family=Nwosu&given=Oscar&birthdate=eq2015-05-14&gender=male&address-postalcode=HA1%204QQ&_max-results=1',
      1,
    ],
  ])('finds the one who fits %s', async (_how, query, score) => {
    const { status, body } = await search(query);
    expect(status).toBe(200);
    expect(body).toMatchObject({ resourceType: 'Bundle', total: 1, entry: [{ resource: { id: oscar }, search: { mode: 'match' } }] });
    if (score === null) expect(body.entry?.[0]?.search?.score).toBeLessThan(1);
    else expect(body.entry?.[0]?.search?.score).toBe(score);
  });

  it.each([
    ['another gender', 'family=Nwosu&given=Oscar&birthdate=eq2015-05-14&gender=female'],
    ['another postcode', 'family=Nwosu&birthdate=eq2015-05-14&address-postalcode=HA9%209ZZ'],
    ['a spelling, asked exactly', 'family=Nwossu&birthdate=eq2015-05-14&_exact-match=true'],
    ['nobody', 'family=Nobody&birthdate=eq2015-05-14'],
  ])('tells of nobody for %s', async (_what, query) => {
    const { status, body } = await search(query);
    expect(status).toBe(200);
    expect(body.total).toBe(0);
    expect(body.entry).toBeUndefined();
  });

  it('tells none of several, with the status 200', async () => {
    const { status, body } = await search('family=Nwosu&given=Oscar&birthdate=ge2015-05-01&birthdate=le2015-05-31');
    expect(status).toBe(200);
    expect(body.issue[0]?.details?.coding?.[0]?.code).toBe('TOO_MANY_MATCHES');
  });

  it.each([
    ['a family name alone', 'family=Nwosu', ['birthdate']],
    ['no family name', 'birthdate=eq2015-05-14', ['family']],
    ['a day that is none', 'family=Nwosu&birthdate=eq2015-02-30', ['birthdate']],
    ['a span of years', 'family=Nwosu&given=Oscar&birthdate=ge2010-01-01&birthdate=le2015-01-01', ['birthdate']],
    ['a span without a given name', 'family=Nwosu&birthdate=ge2015-05-01&birthdate=le2015-05-31', ['given']],
    ['a star too early', 'family=N*&birthdate=eq2015-05-14', ['family']],
    ['exact and fuzzy', 'family=Nwosu&birthdate=eq2015-05-14&_exact-match=true&_fuzzy-match=true', ['_fuzzy-match']],
    [
      'everything wrong',
      'family=&birthdate=x&gender=boy&nickname=Ozzy&_max-results=99',
      ['nickname', 'family', 'birthdate', 'gender', '_max-results'],
    ],
  ])('refuses %s: 400, every parameter at once', async (_what, query, places) => {
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.issue.map((one) => one.expression?.[0])).toEqual(places);
    expect(body.issue[0]?.details?.coding?.[0]?.code).toBe('INVALID_SEARCH_DATA');
  });
});

describe('reading one person', () => {
  it('by our id or NHS number; the number says whether the NHS confirmed it', async () => {
    for (const id of [oscar, '9990000026', '999 000 0026'.replaceAll(' ', '%20')]) {
      const { status, body } = await get<Patient>(`/fhir/Patient/${id}`);
      expect(status).toBe(200);
      expect(body.id).toBe(oscar);
      expect(body.identifier?.[0]?.extension?.[0]?.valueCodeableConcept?.coding?.[0]?.code).toBe('02');
    }
    await trial.cast.behind
      .insertInto('nhs_trace')
      .values({ person_id: oscar, outcome: 'matched', because: 'test', asked_at: new Date(), nhs_number: '9990000026' })
      .execute();
    const { body } = await get<Patient>(`/fhir/Patient/${oscar}`);
    expect(body.identifier?.[0]?.extension?.[0]?.valueCodeableConcept?.coding?.[0]?.code).toBe('01');
    const row = await trial.cast.behind
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'people.index.read')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ actor: 'machine', subject_ids: [oscar], outcome: 'done' });
  });

  it('of a record that was joined: where it is now and nothing else; the other says what it replaces; the old number leads there', async () => {
    const old = await trial.child({ given: 'Oscar', family: 'Nwosu', born: '2015-05-14', number: null, person: { became_id: oscar } });
    const { body } = await get<Patient>(`/fhir/Patient/${old}`);
    expect(body).toEqual({
      resourceType: 'Patient',
      id: old,
      active: false,
      link: [{ other: { reference: `Patient/${oscar}` }, type: 'replaced-by' }],
    });
    expect((await get<Patient>(`/fhir/Patient/${oscar}`)).body.link).toEqual([
      { other: { reference: `Patient/${old}` }, type: 'replaces' },
    ]);
    await trial.cast.behind
      .insertInto('identifier')
      .values({ person_id: oscar, kind: 'nhs-number', value: '9990000042', valid_to: '2026-01-01', source: 'test' })
      .execute();
    const superseded = await get<Patient>('/fhir/Patient/9990000042');
    expect(superseded.body).toMatchObject({ id: oscar, identifier: [{ value: '9990000026' }] });
  });

  it('refuses what is no id', async () => {
    expect((await get<OperationOutcome>('/fhir/Patient/9990000027')).status).toBe(400);
    expect((await get<OperationOutcome>('/fhir/Patient/anything')).status).toBe(400);
    expect((await get<OperationOutcome>('/fhir/Patient/9990000050')).status).toBe(404);
  });
});

it('says what it can do to anyone who asks', async () => {
  const answer = await fetch(`${trial.origin}/fhir/metadata`);
  expect(answer.headers.get('content-type')).toContain('application/fhir+json');
  expect(brokenRules(await answer.json())).toEqual([]);
  const open = (await (await fetch(`${trial.origin}/api/v1/openapi.json`)).json()) as { openapi: string; paths: object };
  expect(open.openapi).toBe('3.0.3');
  expect(Object.keys(open.paths).filter((path) => !path.startsWith('/api/v1/feeds'))).toEqual([
    '/api/v1/records-held',
    '/fhir/Patient/$match',
    '/fhir/Patient',
    '/fhir/Patient/{id}',
  ]);
});
