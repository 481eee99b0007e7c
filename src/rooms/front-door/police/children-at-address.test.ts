import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { recordPerson } from '../../people/index.ts';
import { frontDoorRoom } from '../room.ts';
import { policeOnTrial, type PoliceTrial } from './police-on-trial.ts';

let cast: Cast;
let visit: Visits;
let trial: PoliceTrial;
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [frontDoorRoom]);
  trial = await policeOnTrial(cast);
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

const child = (givenName: string, dateOfBirth: string) =>
  cast.as(trial.officer, (ctx) =>
    recordPerson(ctx, {
      givenName,
      familyName: 'Adeyemi',
      otherNames: [],
      dateOfBirth,
      dateOfBirthIs: 'exact',
      expectedOn: null,
      sex: 'F',
      address: { line1: '14 Oak Road', town: 'Harrow', postcode: 'HA1 2XY' },
      nhsNumber: null,
      upn: null,
      parentNames: [],
      ethnicity: null,
      firstLanguage: null,
      interpreterNeeded: null,
      phone: null,
      source: 'A test',
    } as Parameters<typeof recordPerson>[1]),
  );

it('children the police did not name are offered by their address, and are recognised only by a person, each as a child of their own', async () => {
  const [tola, ife] = [await child('Tola', '2018-03-02'), await child('Ife', '2015-06-01')];
  const { contactId } = await trial.notify({ persons: [{ role: 'victim', givenName: 'Ruth', familyName: 'Adeyemi' }] });
  const at = `/front-door/police/${contactId}`;
  const page = (await visit.get(trial.officer, at)).body;
  expect(page).toContain('Known at this address');
  for (const name of ['Tola Adeyemi', 'Ife Adeyemi']) expect(page).toContain(name);
  const recognised = () => cast.behind.selectFrom('contact_recognition').selectAll().where('contact_id', '=', contactId).execute();
  expect(await recognised()).toEqual([]);
  const stranger = await cast.person();
  expect((await visit.post(trial.officer, `${at}/children`, { personIds: stranger })).statusCode).toBe(404);
  expect((await visit.post(trial.officer, `${at}/children`, {})).statusCode).toBe(422);
  expect((await visit.post(trial.officer, `${at}/children`, { personIds: [tola, ife] })).statusCode).toBe(303);
  expect((await recognised()).map((one) => one.person_id).toSorted()).toEqual([tola, ife].toSorted());
  const contact = await cast.behind.selectFrom('contact').select('state').where('id', '=', contactId).executeTakeFirstOrThrow();
  const children = await cast.behind
    .selectFrom('contact_person')
    .select('id')
    .where('contact_id', '=', contactId)
    .where('part', '=', 'child')
    .execute();
  expect([contact.state, children.length]).toEqual(['SCREENING', 2]);
});
