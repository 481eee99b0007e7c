import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from './fhir/r4-rules-trial.ts';
import type { Bundle, Extension, OperationOutcome, Patient } from './fhir/r4.ts';
import { machineTrial, type MachineTrial } from './machine-trial.ts';

let trial: MachineTrial;
let amina: string;
beforeAll(async () => {
  trial = await machineTrial();
  amina = await trial.child({ number: '9990000018' });
});
afterAll(() => trial.end());

const asked = (more: object = {}) => ({
  resourceType: 'Patient',
  name: [{ use: 'official', family: 'Hassan', given: ['Amina'] }],
  birthDate: '2018-03-02',
  gender: 'female',
  address: [{ line: ['12 Acre Road'], postalCode: 'HA1 2XY' }],
  ...more,
});
const parameters = (resource: object, ...more: object[]) => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'resource', resource }, ...more],
});
const match = async (resource: object, ...more: object[]): Promise<Bundle> => {
  const answer = await trial.ask('/fhir/Patient/$match', parameters(resource, ...more));
  const body = (await answer.json()) as Bundle;
  expect(brokenRules(body)).toEqual([]);
  expect(answer.status, JSON.stringify(body)).toBe(200);
  return body;
};
const extensionOf = (bundle: Bundle, url: string, at = 0): Extension | undefined =>
  bundle.entry?.[at]?.search?.extension?.find((one) => one.url === url);
const gradeOf = (bundle: Bundle, at = 0) => extensionOf(bundle, 'http://hl7.org/fhir/StructureDefinition/match-grade', at)?.valueCode;
const lastEvents = () => trial.cast.behind.selectFrom('audit_event').selectAll().orderBy('id', 'desc').limit(2).execute();

describe('Patient/$match', () => {
  it('finds the child, with grade, score, evidence in words and margin, in FHIR JSON; audited with whom it showed', async () => {
    const answer = await trial.ask('/fhir/Patient/$match', parameters(asked()));
    expect(answer.headers.get('content-type')).toContain('application/fhir+json');
    const bundle = (await answer.json()) as Bundle;
    expect(brokenRules(bundle)).toEqual([]);
    expect(bundle.total).toBe(1);
    expect(gradeOf(bundle)).toBe('certain');
    expect(bundle.entry?.[0]?.search?.score).toBeGreaterThan(0.99);
    const factors = extensionOf(bundle, 'urn:goldthread:StructureDefinition:match-evidence')?.extension ?? [];
    expect(factors.map((one) => one.extension?.[0]?.valueString)).toContain('Given name');
    expect(JSON.stringify(factors)).toContain('The same date of birth');
    expect(extensionOf(bundle, 'urn:goldthread:StructureDefinition:match-margin')?.valueString).toBe('Nobody else is near');
    const patient = bundle.entry?.[0]?.resource as Patient;
    expect(patient).toMatchObject({ id: amina, birthDate: '2018-03-02', gender: 'female', identifier: [{ value: '9990000018' }] });
    expect(patient.address).toEqual([{ use: 'home', text: 'General area alone', postalCode: 'HA1', district: 'Greenhill' }]);
    const [route, index] = await lastEvents();
    expect(route).toMatchObject({ action: 'people.standard.match', actor: 'machine', agency_id: trial.agencyId, subject_ids: [amina] });
    expect(route?.purpose).toContain('emergency department');
    expect(index).toMatchObject({ action: 'people.index.matched', subject_ids: [amina] });
  });

  it('takes a lone Patient, and count', async () => {
    const lone = await trial.ask('/fhir/Patient/$match', asked());
    expect(((await lone.json()) as Bundle).total).toBe(1);
    await trial.child({ given: 'Amena', born: '2018-03-20', line: '1 Far Lane', postcode: 'HA3 1AA' });
    expect((await match(asked(), { name: 'count', valueInteger: 1 })).entry).toHaveLength(1);
  });

  it('tells twins apart by given name; without one none is certain, and nobody is told where only certain ones are asked for', async () => {
    const [zara, zoya] = [
      await trial.child({ given: 'Zara', family: 'Okoye', born: '2019-06-01', line: '4 Elm Row', postcode: 'HA2 0AA' }),
      await trial.child({ given: 'Bisola', family: 'Okoye', born: '2019-06-01', line: '4 Elm Row', postcode: 'HA2 0AA' }),
    ];
    await trial.cast.behind
      .insertInto('relationship')
      .values({ person_id: zara, related_id: zoya, kind: 'twin', source: 'test' })
      .execute();
    const home = { birthDate: '2019-06-01', address: [{ line: ['4 Elm Row'], postalCode: 'HA2 0AA' }] };
    const named = await match(asked({ ...home, name: [{ family: 'Okoye', given: ['Zara'] }] }), {
      name: 'onlyCertainMatches',
      valueBoolean: true,
    });
    expect(named.entry?.map((one) => one.resource.id)).toEqual([zara]);
    for (const name of [{ family: 'Okoye' }, { family: 'Okoye', given: ['Baby'] }]) {
      expect((await match(asked({ ...home, name: [name] }), { name: 'onlyCertainMatches', valueBoolean: true })).total).toBe(0);
      const all = await match(asked({ ...home, name: [name] }));
      expect(all.entry?.map((_one, at) => gradeOf(all, at))).not.toContain('certain');
      expect((await match(asked({ ...home, name: [name] }), { name: 'onlySingleMatch', valueBoolean: true })).total).toBe(0);
    }
  });

  it('tells every problem of what was sent at once, each with its place, as an OperationOutcome', async () => {
    const bad = parameters(
      {
        resourceType: 'Patient',
        birthDate: '2018-02-30',
        gender: 'girl',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000019' }],
      },
      { name: 'count', valueInteger: 0 },
      { name: 'onlyCertainMatches', valueString: 'yes' },
    );
    const answer = await trial.ask('/fhir/Patient/$match', bad);
    expect(answer.status).toBe(422);
    const body = (await answer.json()) as OperationOutcome;
    expect(brokenRules(body)).toEqual([]);
    const places = body.issue.map((one) => one.expression?.[0]);
    expect(places).toContain('Parameters.parameter[0].resource.birthDate');
    expect(places).toContain('Parameters.parameter[0].resource.gender');
    expect(places).toContain('Parameters.parameter[0].resource.identifier[0].value');
    expect(places).toContain('Parameters.parameter[1].valueInteger');
    expect(places).toContain('Parameters.parameter[2].valueBoolean');
  });

  it.each([
    ['no JSON', '{'],
    ['nothing of FHIR', { hello: 'world' }],
    ['a name alone', parameters({ resourceType: 'Patient', name: [{ family: 'Hassan', given: ['Amina'] }] })],
    ['no resource', { resourceType: 'Parameters', parameter: [] }],
  ])('refuses %s', async (_what, body) => {
    const answer = await trial.ask('/fhir/Patient/$match', body);
    expect(answer.status).toBe(422);
    expect(brokenRules(await answer.json())).toEqual([]);
  });

  it('says whom to ask about a restricted record that fits by name, and nothing else of it', async () => {
    const shut = await trial.child({ given: 'Ottilie', family: 'Marchbanks', born: '2017-01-09', person: { restricted: true } });
    const bundle = await match(asked({ name: [{ family: 'Marchbanks', given: ['Ottilie'] }], birthDate: '2017-01-09' }));
    expect(bundle.total).toBe(0);
    expect(bundle.entry?.[0]?.search?.mode).toBe('outcome');
    expect(JSON.stringify(bundle)).toContain('Contact the privacy officer (DPO)');
    expect(JSON.stringify(bundle)).not.toContain('2017-01-09');
    const [route] = await lastEvents();
    expect(route?.subject_ids).toEqual([shut]);
  });

  it('tells of a child shielded by address everything but where they are', async () => {
    await trial.child({ given: 'Petra', family: 'Lindqvist', born: '2016-11-11', postcode: 'HA5 5XX', person: { shield: 'location' } });
    const bundle = await match(
      asked({
        name: [{ family: 'Lindqvist', given: ['Petra'] }],
        birthDate: '2016-11-11',
        address: [{ line: ['12 Acre Road'], postalCode: 'HA5 5XX' }],
      }),
    );
    const patient = bundle.entry?.[0]?.resource as Patient;
    expect(patient.meta?.security?.[0]?.code).toBe('R');
    expect(patient.address).toBeUndefined();
    expect(JSON.stringify(bundle)).not.toMatch(/HA5|Home/);
  });

  it('tells no fact, nor words about one, that the agreement does not name', async () => {
    await trial.agree({ fields: ['gender'] });
    const bundle = await match(asked({ name: [{ family: 'Hasan', given: ['Aminah'] }] }));
    await trial.agree({ fields: ['name', 'birth-date', 'gender', 'nhs-number', 'area'] });
    expect(Object.keys(bundle.entry?.[0]?.resource ?? {}).toSorted()).toEqual(['active', 'gender', 'id', 'meta', 'resourceType']);
    expect(JSON.stringify(bundle)).not.toMatch(/Hassan|Amina\b|2018|9990000018|Acre/);
  });
});
