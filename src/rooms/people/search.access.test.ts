import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, testNow, type Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';
import { recordPerson } from './actions/record-person.ts';
import { candidatesFor } from './candidate.store.ts';
import type { NewPerson } from './person.ts';
import { findPeople } from './search.store.ts';
import { nobodySought, type Sought } from './search/sought.ts';

let cast: Cast;
let hub: { officer: StaffActor; colleague: StaffActor };
let elsewhere: StaffActor;
let school: StaffActor;
let desk: StaffActor;
const child: NewPerson = {
  givenName: 'Zahra',
  familyName: 'Warsame',
  dateOfBirth: '2015-03-04',
  sex: 'F',
  source: 'test',
  nhsNumber: '9990000018',
  phone: '07700 900123',
  address: { line1: '4 Elm Road', postcode: 'HA1 2XY', ward: 'Greenhill' },
};
const born = (date: string) => ({ kind: 'day', date }) as const;
const typed: Sought = { ...nobodySought, name: 'Zahra Warsame', born: born('2015-03-04') };
const search = (who: StaffActor, sought = typed) => cast.as(who, (ctx) => findPeople(ctx, sought, 'To answer a referral'));

beforeAll(async () => {
  cast = await makeCast();
  const council = await cast.agency();
  const frontDoor = await cast.team(council, 'front-door');
  const shieldDesk = await cast.team(council, 'shield-desk');
  hub = {
    officer: await cast.staff('CO', { agencyId: council, teamId: frontDoor }),
    colleague: await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor }),
  };
  elsewhere = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'social-work') });
  desk = await cast.staff('SHIELD', { agencyId: council, teamId: shieldDesk });
  school = await cast.staff('DSL', { agencyId: await cast.agency('SCHOOL') });
});
afterEach(() => gone(...stood.splice(0)));
afterAll(() => cast.end());

const stood: string[] = [];
/** A child whose record has long stood there, made by nobody in this test, with the given shield or restriction. */
async function standing(person: NewPerson, facts: { shield?: string; restricted?: boolean } = {}): Promise<string> {
  const id = await cast.as(hub.officer, (ctx) => recordPerson(ctx, person));
  await cast.behind
    .updateTable('person')
    .set({ created_by: null, ...facts })
    .where('id', '=', id)
    .execute();
  await cast.behind.deleteFrom('index_look').where('person_id', '=', id).execute();
  await cast.behind.deleteFrom('shield_allow').where('person_id', '=', id).execute();
  await cast.behind.updateTable('person').set({ shield_pending: false }).where('id', '=', id).execute();
  stood.push(id);
  return id;
}
const looking = (person_id: string) => ({
  staff_id: elsewhere.staffId,
  person_id,
  reason: 'test',
  looked_at: testNow,
  runs_out_at: new Date(testNow.getTime() + 3_600_000),
});
/** Become somebody else, whom no search here asks for. */
async function gone(...ids: string[]): Promise<void> {
  const { id } = await cast.behind
    .insertInto('person')
    .values({ given_name: 'Grave', family_name: 'Stone', sex: 'U' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const one of ids) await cast.behind.updateTable('person').set({ became_id: id, shield: 'none' }).where('id', '=', one).execute();
}

describe('name search', () => {
  it('finds by a misspelt name and a date, by area, by number; and writes who was returned', async () => {
    const id = await standing(child);
    for (const facts of [
      { ...typed, name: 'Zara Warsameh' },
      { ...typed, name: 'warsame zahra' },
      { ...typed, name: 'zah war' },
      { ...typed, born: born('2015-04-03') },
      { ...typed, born: { kind: 'month', year: 2015, month: 3 } },
      { ...typed, born: { kind: 'years', years: [2014, 2015], said: 'about 11 years old' } },
      { ...typed, born: null, postcode: 'HA1 2XY' },
      { ...typed, born: null, ward: 'Greenhill' },
      { ...nobodySought, identifiers: ['9990000018'] },
      { ...nobodySought, phone: '07700900123' },
      { ...nobodySought, line: '4 elm rd', postcode: 'HA1 2XY' },
    ] satisfies Sought[]) {
      const found = await search(elsewhere, facts);
      expect(
        found.map((one) => one.personId),
        JSON.stringify(facts),
      ).toEqual([id]);
    }
    const found = await search(elsewhere);
    expect(found[0]).toMatchObject({ givenName: 'Zahra', area: 'HA1, Greenhill', dateOfBirth: '2015-03-04', contactInstead: null });
    const event = await cast.behind
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'people.index.searched')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ staff_id: elsewhere.staffId, purpose: 'To answer a referral', subject_ids: [id] });
    expect(JSON.stringify(event)).not.toContain('Warsame');
  });

  it('refuses a name alone, a search without a reason, and a role that does not search', async () => {
    const nameOnly = { ...typed, born: null };
    await expect(search(elsewhere, nameOnly)).rejects.toMatchObject({ constraint: 'search_is_narrow' });
    await expect(cast.as(elsewhere, (ctx) => findPeople(ctx, typed, ' '))).rejects.toMatchObject({ constraint: 'search_is_narrow' });
    await expect(search(school)).rejects.toMatchObject({ code: '42501' });
    await expect(cast.as(school, (ctx) => candidatesFor(ctx, child))).rejects.toMatchObject({ code: '42501' });
  });

  it('gives a restricted person by name and whom to ask, nothing else', async () => {
    const id = await standing(child, { restricted: true });
    expect(await search(elsewhere)).toEqual([
      {
        personId: id,
        givenName: 'Zahra',
        familyName: 'Warsame',
        preferredName: null,
        otherNames: [],
        dateOfBirth: null,
        dateOfBirthIs: 'unknown',
        expectedOn: null,
        sex: 'U',
        area: null,
        matched: [],
        involvementCount: null,
        twin: false,
        siblings: [],
        contactInstead: 'the privacy officer (DPO)',
      },
    ]);
    const [candidate] = await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child));
    expect(candidate).toMatchObject({ fields: [], contactInstead: expect.stringContaining('restricted') });
    expect(JSON.stringify(candidate)).not.toContain('2015');
  });

  it('does not name a restricted person for a child who is alike in little, but does for one who has their number', async () => {
    const id = await standing(child, { restricted: true });
    const brother = { ...child, givenName: 'Zubair', nhsNumber: null };
    expect(await cast.as(elsewhere, (ctx) => candidatesFor(ctx, brother))).toEqual([]);
    expect(await cast.as(elsewhere, (ctx) => candidatesFor(ctx, { ...brother, nhsNumber: child.nhsNumber }))).toMatchObject([
      { personId: id, fields: [] },
    ]);
  });

  it('does not place a restricted person: no address, telephone number or parent finds them', async () => {
    await standing(child, { restricted: true });
    for (const sought of [
      { ...nobodySought, line: '4 Elm Road' },
      { ...nobodySought, phone: '07700900123' },
      { ...nobodySought, line: '4 Elm Road', postcode: 'HA1 2XY' },
    ])
      expect(await search(elsewhere, sought)).toEqual([]);
    expect(await search(elsewhere, { ...nobodySought, identifiers: ['9990000018'] })).toHaveLength(1);
  });

  it('finds a child by a parent the asker may know of, and not by one who is hidden or restricted', async () => {
    const id = await standing({ ...child, nhsNumber: null });
    const mother = await standing({ givenName: 'Hodan', familyName: 'Jama', dateOfBirth: '1990-01-02', sex: 'F', source: 'test' });
    await cast.behind.insertInto('relationship').values({ person_id: mother, related_id: id, kind: 'mother', source: 'test' }).execute();
    await cast.behind.insertInto('index_look').values(looking(id)).execute();
    await cast.as(elsewhere, async (ctx) => (await import('./person.store.ts')).keepSearchKeys(ctx, id));
    const byMother: Sought = { ...nobodySought, parent: 'Hoodan Jamah', born: { kind: 'years', years: [2015], said: '2015' } };
    expect((await search(hub.officer, byMother)).map((one) => one.personId)).toEqual([id]);
    for (const state of [{ restricted: true }, { restricted: false, shield: 'hidden' as const }]) {
      await cast.behind.updateTable('person').set(state).where('id', '=', mother).execute();
      expect(await search(hub.officer, byMother)).toEqual([]);
    }
  });

  it('warns of a twin and of a brother or sister found beside them, and shows names as given', async () => {
    const [one, two] = [await standing({ ...child, givenName: 'Żahra' }), await standing({ ...child, givenName: 'Zahi', nhsNumber: null })];
    const family = await cast.behind
      .insertInto('family')
      .values({ reference: 'F-TWIN', name: 'Warsame' })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const person_id of [one, two])
      await cast.behind.insertInto('family_member').values({ family_id: family.id, person_id, part: 'child' }).execute();
    const found = await search(elsewhere);
    expect(found).toMatchObject([
      { personId: one, givenName: 'Żahra', twin: true, siblings: [two] },
      { personId: two, twin: true, siblings: [one] },
    ]);
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', two).execute();
    expect(await search(elsewhere)).toMatchObject([{ personId: one, twin: false, siblings: [] }]);
  });

  it('withholds where a location-shielded child lives, and no postcode typed can test it', async () => {
    const id = await standing(child, { shield: 'location' });
    await cast.as(desk, async (ctx) => (await import('./person.store.ts')).keepSearchKeys(ctx, id));
    expect((await search(elsewhere))[0]).toMatchObject({ personId: id, area: 'Address withheld' });
    const byPostcode = (postcode: string) => search(elsewhere, { ...typed, born: null, postcode });
    expect(await byPostcode('HA1 2XY')).toEqual(await byPostcode('HA9 9ZZ'));
    expect(await search(elsewhere, { ...nobodySought, line: '4 Elm Road' })).toEqual([]);
    expect(await search(elsewhere, { ...nobodySought, phone: '07700900123' })).toEqual([]);
    const [candidate] = await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child));
    expect(candidate?.fields.find((row) => row.field === 'Address')).toMatchObject({ right: 'Address withheld', likeness: 'missing' });
    expect(candidate?.fields.map((row) => row.right).join()).not.toContain('Elm Road');
  });

  it('is closed both ways by a conflict of interest', async () => {
    const id = await standing(child);
    await cast.behind
      .insertInto('conflict_of_interest')
      .values({ staff_id: elsewhere.staffId, person_id: id, nature: 'relative', valid_from: '2020-01-01' })
      .execute();
    expect(await search(elsewhere)).toEqual([]);
    expect(await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child))).toEqual([]);
    expect(await search(hub.officer)).toHaveLength(1);
  });
});

describe('a shielded child', () => {
  it('is indistinguishable from none in search, candidates and counts', async () => {
    const before = { search: await search(elsewhere), candidates: await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child)) };
    await standing(child, { shield: 'hidden' });
    const after = { search: await search(elsewhere), candidates: await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child)) };
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    const events = await cast.behind
      .selectFrom('audit_event')
      .select(['subject_ids', 'detail'])
      .where('action', 'in', ['people.index.searched', 'people.index.compared'])
      .where('staff_id', '=', elsewhere.staffId)
      .orderBy('id', 'desc')
      .limit(4)
      .execute();
    expect(events.flatMap((event) => event.subject_ids)).toEqual([]);
    expect(events[0]?.detail).toEqual(events[2]?.detail);
  });

  it('ContactPoint: a new record that may be a shielded child inherits the shield, and whoever recorded it cannot tell', async () => {
    const shielded = await standing(child, { shield: 'hidden' });
    const submitted: NewPerson = {
      givenName: 'Sahra',
      familyName: 'Yusuf',
      dateOfBirth: '2015-03-04',
      sex: 'F',
      source: 'Contact C-2041',
      address: { line1: '9 Oak Way', postcode: 'HA2 8AA', ward: 'Roxeth' },
    };
    const ordinary: NewPerson = { ...submitted, givenName: 'Bryony', familyName: 'Cartwright', dateOfBirth: '2016-11-23' };
    const [twin, other] = [
      await cast.as(hub.officer, (ctx) => recordPerson(ctx, { ...submitted, givenName: 'Zara' })),
      await cast.as(hub.officer, (ctx) => recordPerson(ctx, ordinary)),
    ];
    const look = async (who: StaffActor, id: string, person: NewPerson) =>
      JSON.stringify({
        row: await cast.as(who, (ctx) => ctx.tx.selectFrom('person').select(['id', 'sex', 'restricted']).where('id', '=', id).execute()),
        found: await cast.as(who, (ctx) =>
          findPeople(ctx, { ...typed, name: `${person.givenName} ${person.familyName}`, born: born(person.dateOfBirth ?? '') }, 'why'),
        ),
        address: await cast.as(who, (ctx) => ctx.tx.selectFrom('person_address').select('line1').where('person_id', '=', id).execute()),
      })
        .replaceAll(id, 'ID')
        .replaceAll(person.givenName ?? '', 'GIVEN')
        .replaceAll(person.familyName ?? '', 'FAMILY')
        .replaceAll(person.dateOfBirth ?? '', 'BORN');
    for (const who of [hub.officer, hub.colleague])
      expect(await look(who, twin, { ...submitted, givenName: 'Zara' })).toBe(await look(who, other, ordinary));
    expect(await cast.behind.selectFrom('person').select(['shield', 'shield_pending']).where('id', '=', twin).executeTakeFirst()).toEqual({
      shield: 'hidden',
      shield_pending: true,
    });
    expect(await cast.behind.selectFrom('person').select(['shield', 'shield_pending']).where('id', '=', other).executeTakeFirst()).toEqual({
      shield: 'none',
      shield_pending: false,
    });
    expect(await search(elsewhere, { ...typed, name: 'Zara Yusuf' })).toEqual([]);
    expect(await cast.as(elsewhere, (ctx) => ctx.tx.selectFrom('shield_question').selectAll().execute())).toEqual([]);
    expect(
      await cast.as(desk, (ctx) => ctx.tx.selectFrom('shield_question').select(['person_id', 'shielded_id']).execute()),
    ).toContainEqual({ person_id: twin, shielded_id: shielded });
    expect(
      await cast.as(desk, (ctx) => ctx.tx.selectFrom('alert').select('record_id').where('kind', '=', 'shield-question').execute()),
    ).toContainEqual({ record_id: twin });
    stood.push(twin, other);
  });

  it('is never opened by a look-up or by its id: hidden, in conflict and not there are one answer', async () => {
    const id = await standing(child, { shield: 'hidden' });
    const opening = (person: string) =>
      cast.as(elsewhere, (ctx) => sql`select search.may_open(${person}) as opening`.execute(ctx.tx).then((it) => JSON.stringify(it.rows)));
    expect(await opening(id)).toBe(await opening('00000000-0000-4000-8000-000000000000'));
  });
});
