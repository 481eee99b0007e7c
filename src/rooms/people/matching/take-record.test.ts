import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { setShield } from '../actions/set-shield.ts';
import { keepSearchKeys } from '../person.store.ts';
import type { Arrival, ArrivingRecord, Taken } from './arriving-record.ts';
import { nearestTo } from './match.store.ts';
import { takeRecord, tryRecord } from './take-record.ts';

let cast: Cast;
let school: Arrival;
let health: Arrival;
let worker: StaffActor;
let desk: StaffActor;
let row = 0;

async function feedOf(type: string, name: string): Promise<Arrival> {
  const agencyId = await cast.agency(type, name);
  const feedId = randomUUID();
  await cast.behind
    .insertInto('feed')
    .values({ id: feedId, agency_id: agencyId, name, covers: 'Children', expected_every: '1 month' })
    .execute();
  return { feedId, agencyId, fileId: null, rowNumber: null };
}

beforeAll(async () => {
  cast = await makeCast();
  school = await feedOf('SCHOOL', 'School roll');
  health = await feedOf('COMMUNITY_HEALTH', 'Child health register');
  const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
  worker = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'social-work') });
  desk = await cast.staff('SHIELD', { agencyId: council, teamId: await cast.team(council, 'shield-desk') });
});
afterAll(() => cast.end());

const amina: ArrivingRecord = {
  localId: 'P-1',
  givenName: 'Amina',
  familyName: 'Hussein',
  sex: 'F',
  dateOfBirth: '2016-03-14',
  line1: '14 Alder Walk',
  town: 'Harrow',
  postcode: 'HA1 2XY',
};
const take = (from: Arrival, record: ArrivingRecord): Promise<Taken> =>
  cast.asSystem((ctx) => takeRecord(ctx, { ...from, rowNumber: (row += 1) }, record));
const assertionsOf = (personId: string) =>
  cast.behind.selectFrom('assertion').selectAll().where('person_id', '=', personId).orderBy('place').execute();
const person = (id: string) => cast.behind.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a record that comes in', () => {
  it('is a person of its own when nobody is like it, and stands as it was given', async () => {
    const taken = await take(school, amina);
    expect(taken).toMatchObject({ band: 'no link', change: 'new', newPerson: true, questionId: null });
    expect(await person(taken.personId)).toMatchObject({ given_name: 'Amina', family_name: 'Hussein', created_by: null });
    expect((await assertionsOf(taken.personId)).map((it) => it.kind)).toEqual(['link', 'name', 'date of birth', 'sex', 'address']);
    const { rows } = {
      rows: await cast.behind.selectFrom('audit_subject').select('event_id').where('person_id', '=', taken.personId).execute(),
    };
    expect(rows).toHaveLength(1);
  });

  it('changes nothing but its freshness when it comes again', async () => {
    const before = await cast.behind.selectFrom('source_record').select('id').execute();
    expect(await take(school, amina)).toMatchObject({ change: 'same', newPerson: false });
    expect(await cast.behind.selectFrom('source_record').select('id').execute()).toHaveLength(before.length);
  });

  it('joins the child another agency told of, misspelt and with a number, and adds what it brings', async () => {
    const [first] = await cast.behind.selectFrom('source_key').select('person_id').where('local_id', '=', 'P-1').execute();
    const taken = await take(health, { ...amina, localId: 'H-77', givenName: 'Aminah', familyName: 'Husain', nhsNumber: '9990001111' });
    expect(taken).toMatchObject({ personId: first?.person_id, band: 'link', newPerson: false });
    const assertions = await assertionsOf(taken.personId);
    expect(assertions.map((it) => it.place)).toEqual(assertions.map((_it, at) => at + 1));
    expect(assertions.filter((it) => it.kind === 'link')).toHaveLength(2);
    expect(assertions.findLast((it) => it.kind === 'link')).toMatchObject({
      is_manual: false,
      evidence: expect.anything(),
      model_version: expect.any(String),
    });
    const names = await cast.behind.selectFrom('person_name').selectAll().where('person_id', '=', taken.personId).execute();
    const shown = await person(taken.personId);
    expect([shown.given_name, ...names.map((it) => it.given_name)].toSorted()).toEqual(['Amina', 'Aminah']);
    expect(
      await cast.behind.selectFrom('identifier').select(['value', 'source']).where('person_id', '=', taken.personId).execute(),
    ).toEqual([{ value: '9990001111', source: 'Child health register' }]);
    expect(assertions.map((it) => it.id)).toContain(names[0]?.id);
  });

  it('keeps a twin apart, and asks about a baby without a name in a house with twins', async () => {
    const sister = await take(school, { ...amina, localId: 'P-2', givenName: 'Zaynab' });
    expect(sister.band).not.toBe('link');
    expect(sister.newPerson).toBe(true);
    const baby = await take(health, { ...amina, localId: 'H-78', givenName: 'Baby', familyName: 'Hussein' });
    expect(baby.band).not.toBe('link');
  });

  it('asserts once what stood of a person recorded here, before what it says itself', async () => {
    const known = await cast.person({ given_name: 'Tomasz', family_name: 'Nowak', date_of_birth: '2012-10-02', sex: 'M' });
    await cast.behind.updateTable('person').set({ created_by: worker.staffId }).where('id', '=', known).execute();
    await cast.behind
      .insertInto('person_address')
      .values({ person_id: known, line1: '3 Elm Court', postcode: 'HA2 8AA', source: 'Contact' })
      .execute();
    await cast.as(worker, (ctx) => keepSearchKeys(ctx, known));
    const taken = await take(school, {
      localId: 'P-9',
      givenName: 'Tomasz',
      familyName: 'Nowak',
      sex: 'M',
      dateOfBirth: '2012-10-02',
      line1: '3 Elm Court',
      postcode: 'HA2 8AA',
    });
    expect(taken).toMatchObject({ personId: known, band: 'link' });
    expect((await assertionsOf(known)).map((it) => it.kind).slice(0, 2)).toEqual(['as recorded', 'link']);
  });

  it('leaves every way to find the child that there was: by number, and by the mother’s name', async () => {
    const [mother, child] = [
      await cast.person({ given_name: 'Hodan', family_name: 'Warsame', created_by: worker.staffId }),
      await cast.person({ given_name: 'Zahra', family_name: 'Ali', date_of_birth: '2015-04-09', sex: 'F', created_by: worker.staffId }),
    ];
    await cast.behind
      .insertInto('relationship')
      .values({ person_id: mother, related_id: child, kind: 'mother', source: 'Contact' })
      .execute();
    await cast.behind
      .insertInto('identifier')
      .values({ person_id: child, kind: 'nhs-number', value: '9990000018', source: 'Contact' })
      .execute();
    await cast.as(worker, (ctx) => keepSearchKeys(ctx, child));
    const keysOf = async () =>
      (await cast.behind.selectFrom('person_search').select('keys').where('person_id', '=', child).executeTakeFirstOrThrow()).keys;
    const before = await keysOf();
    const taken = await take(school, {
      localId: 'P-33',
      givenName: 'Sahra',
      familyName: 'Ali',
      sex: 'F',
      dateOfBirth: '2015-04-09',
      nhsNumber: '9990000018',
    });
    expect(taken).toMatchObject({ personId: child, band: 'link' });
    const after = new Set(await keysOf());
    expect(before.filter((key) => !after.has(key))).toEqual([]);
  });

  it('stays where it stands when its next version says something new', async () => {
    const before = await cast.behind.selectFrom('source_key').selectAll().where('local_id', '=', 'P-1').executeTakeFirstOrThrow();
    const moved = await take(school, { ...amina, line1: '2 Oak Row', postcode: 'HA3 5LL', factsOn: '2026-11-01' });
    expect(moved).toMatchObject({ personId: before.person_id, change: 'changed', newPerson: false });
    const old = await cast.behind
      .selectFrom('source_record')
      .select('replaced_by')
      .where('id', '=', before.record_id)
      .executeTakeFirstOrThrow();
    expect(old.replaced_by).toBe(moved.recordId);
  });
});

describe('a record that may be of a shielded child (the fault that stopped ContactPoint in 2009)', () => {
  it('joins nobody, inherits the shield, and its receipt is like any other', async () => {
    const child = await cast.person({ given_name: 'Leila', family_name: 'Rahmani', date_of_birth: '2014-06-01', sex: 'F' });
    await cast.behind.updateTable('person').set({ created_by: desk.staffId }).where('id', '=', child).execute();
    await cast.as(desk, async (ctx) => {
      await keepSearchKeys(ctx, child);
      await setShield(ctx, child, 'hidden');
    });
    const record = {
      localId: 'P-50',
      givenName: 'Leyla',
      familyName: 'Rahmani',
      sex: 'F',
      dateOfBirth: '2014-06-01',
      postcode: 'HA1 1AA',
    } as const;
    const tried = await cast.asSystem((ctx) => tryRecord(ctx, school, record));
    expect(tried).toMatchObject({ band: 'no link', candidates: [] });
    const taken = await take(school, record);
    expect(taken).toMatchObject({ band: 'no link', change: 'new', newPerson: true, questionId: null });
    expect(await person(taken.personId)).toMatchObject({ shield: 'hidden', shield_pending: true });
  });
});

describe('who may not', () => {
  it('ask whom a record may be of, unless they match records', async () => {
    const facts = { names: [{ given: 'Amina', family: 'Hussein' }], dateOfBirth: '2016-03-14', postcodes: [], wards: [], identifiers: [] };
    await expect(cast.as(worker, (ctx) => nearestTo(ctx, facts))).rejects.toThrow('feeds and the index desk alone');
    await expect(cast.asPublic((ctx) => nearestTo(ctx, facts))).rejects.toThrow('feeds and the index desk alone');
    expect(await cast.asSystem((ctx) => nearestTo(ctx, facts))).not.toHaveLength(0);
  });
});
