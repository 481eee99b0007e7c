import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, type Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';
import { recordPerson } from './actions/record-person.ts';
import { candidatesFor } from './candidate.store.ts';
import type { NewPerson } from './person.ts';
import { findPeople } from './search.store.ts';

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
  address: { line1: '4 Elm Road', postcode: 'HA1 2XY', ward: 'Greenhill' },
};
const typed = { names: [{ given: 'Zahra', family: 'Warsame' }], dateOfBirth: '2015-03-04', postcodes: [], wards: [], identifiers: [] };
const search = (who: StaffActor, facts = typed) => cast.as(who, (ctx) => findPeople(ctx, facts, null, 'To answer a referral'));

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
afterAll(() => cast.end());

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
  return id;
}
async function gone(...ids: string[]): Promise<void> {
  for (const id of ids) await cast.behind.updateTable('person').set({ became_id: id }).where('id', '=', id).execute();
}

describe('name search', () => {
  it('finds by a misspelt name and a date, by area, by number; and writes who was returned', async () => {
    const id = await standing(child);
    for (const facts of [
      { ...typed, names: [{ given: 'Zara', family: 'Warsameh' }] },
      { ...typed, dateOfBirth: '2015-04-03' },
      { ...typed, dateOfBirth: null, postcodes: ['HA1 2XY'] },
      { ...typed, dateOfBirth: null, wards: ['Greenhill'] },
      { ...typed, names: [], dateOfBirth: null, identifiers: ['9990000018'] },
    ]) {
      const found = await search(elsewhere, facts as typeof typed);
      expect(found.map((one) => one.personId)).toEqual([id]);
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
    await gone(id);
  });

  it('refuses a name alone, a search without a reason, and a role that does not search', async () => {
    const nameOnly = { ...typed, dateOfBirth: null } as unknown as typeof typed;
    await expect(search(elsewhere, nameOnly)).rejects.toMatchObject({ constraint: 'search_is_narrow' });
    await expect(cast.as(elsewhere, (ctx) => findPeople(ctx, typed, null, ' '))).rejects.toMatchObject({ constraint: 'search_is_narrow' });
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
        expectedOn: null,
        sex: 'U',
        area: null,
        matched: [],
        involvementCount: null,
        twin: false,
        contactInstead: 'the privacy officer (DPO)',
      },
    ]);
    const [candidate] = await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child));
    expect(candidate).toMatchObject({ fields: [], contactInstead: expect.stringContaining('restricted') });
    expect(JSON.stringify(candidate)).not.toContain('2015');
    await gone(id);
  });

  it('does not name a restricted person for a child who is alike in little, but does for one who has their number', async () => {
    const id = await standing(child, { restricted: true });
    const brother = { ...child, givenName: 'Zubair', nhsNumber: null };
    expect(await cast.as(elsewhere, (ctx) => candidatesFor(ctx, brother))).toEqual([]);
    expect(await cast.as(elsewhere, (ctx) => candidatesFor(ctx, { ...brother, nhsNumber: child.nhsNumber }))).toMatchObject([
      { personId: id, fields: [] },
    ]);
    await gone(id);
  });

  it('withholds where a location-shielded child lives, and no postcode typed can test it', async () => {
    const id = await standing(child, { shield: 'location' });
    await cast.as(desk, async (ctx) => (await import('./person.store.ts')).keepSearchKeys(ctx, id));
    expect((await search(elsewhere))[0]).toMatchObject({ personId: id, area: 'Address withheld' });
    const byPostcode = (postcode: string) =>
      search(elsewhere, { ...typed, dateOfBirth: null, postcodes: [postcode] } as unknown as typeof typed);
    expect(await byPostcode('HA1 2XY')).toEqual(await byPostcode('HA9 9ZZ'));
    const [candidate] = await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child));
    expect(candidate?.fields.find((row) => row.field === 'Address')).toMatchObject({ right: 'Address withheld', likeness: 'missing' });
    expect(candidate?.fields.map((row) => row.right).join()).not.toContain('Elm Road');
    await gone(id);
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
    await gone(id);
  });
});

describe('a shielded child', () => {
  it('is indistinguishable from none in search, candidates and counts', async () => {
    const before = { search: await search(elsewhere), candidates: await cast.as(elsewhere, (ctx) => candidatesFor(ctx, child)) };
    const id = await standing(child, { shield: 'hidden' });
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
    await gone(id);
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
          findPeople(
            ctx,
            { ...typed, names: [{ given: person.givenName, family: person.familyName }], dateOfBirth: person.dateOfBirth ?? '' },
            null,
            'why',
          ),
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
    expect(await search(elsewhere, { ...typed, names: [{ given: 'Zara', family: 'Yusuf' }] })).toEqual([]);
    expect(await cast.as(elsewhere, (ctx) => ctx.tx.selectFrom('shield_question').selectAll().execute())).toEqual([]);
    expect(
      await cast.as(desk, (ctx) => ctx.tx.selectFrom('shield_question').select(['person_id', 'shielded_id']).execute()),
    ).toContainEqual({ person_id: twin, shielded_id: shielded });
    expect(
      await cast.as(desk, (ctx) => ctx.tx.selectFrom('alert').select('record_id').where('kind', '=', 'shield-question').execute()),
    ).toContainEqual({ record_id: twin });
    await gone(shielded, twin, other);
  });

  it('is never opened by a look-up or by its id: hidden, in conflict and not there are one answer', async () => {
    const id = await standing(child, { shield: 'hidden' });
    const opening = (person: string) =>
      cast.as(elsewhere, (ctx) => sql`select search.may_open(${person}) as opening`.execute(ctx.tx).then((it) => JSON.stringify(it.rows)));
    expect(await opening(id)).toBe(await opening('00000000-0000-4000-8000-000000000000'));
    await gone(id);
  });
});
