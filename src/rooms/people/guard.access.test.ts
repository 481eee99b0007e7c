import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, type Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';
import { addAddress } from './actions/add-address.ts';
import { breakGlass } from './actions/break-glass.ts';
import { correctPerson } from './actions/correct-person.ts';
import { decideShieldQuestion } from './actions/decide-shield-question.ts';
import { decideMatch } from './actions/decide-match.ts';
import { recordPerson } from './actions/record-person.ts';
import { candidatesFor } from './candidate.store.ts';
import { familyOf, familyWith } from './family.store.ts';
import { identityOf } from './identity.store.ts';
import { endInvolvement, openInvolvement, whoIsInvolved } from './involved/involvement.store.ts';
import type { NewPerson } from './person.ts';

let cast: Cast;
let council: string;
let earlyHelp: string;
let officer: StaffActor;
let lead: StaffActor;
let social: StaffActor;
let desk: StaffActor;
let child: NewPerson;

beforeAll(async () => {
  cast = await makeCast();
  council = await cast.agency();
  earlyHelp = await cast.team(council, 'early-help');
  officer = await cast.staff('CO', { agencyId: council, teamId: await cast.team(council, 'front-door') });
  lead = await cast.staff('LP', { agencyId: council, teamId: earlyHelp });
  social = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'social-work') });
  desk = await cast.staff('SHIELD', { agencyId: council, teamId: await cast.team(council, 'shield-desk') });
  child = { givenName: 'Nadia', familyName: 'Rahman', dateOfBirth: '2016-06-15', sex: 'F', source: 'test', nhsNumber: '9990000018' };
});
afterAll(() => cast.end());

const record = (person: NewPerson, who = officer): Promise<string> => cast.as(who, (ctx) => recordPerson(ctx, person));
const shielded = async (person: NewPerson): Promise<string> => {
  const id = await record(person);
  await cast.behind.updateTable('person').set({ created_by: null, shield: 'hidden', shield_pending: false }).where('id', '=', id).execute();
  for (const table of ['index_look', 'shield_allow'] as const) await cast.behind.deleteFrom(table).where('person_id', '=', id).execute();
  return id;
};
const shieldOf = (id: string) =>
  cast.behind.selectFrom('person').select(['shield', 'shield_pending']).where('id', '=', id).executeTakeFirst();
const sees = (who: StaffActor, id: string) =>
  cast.as(who, (ctx) =>
    ctx.tx
      .selectFrom('person')
      .select('id')
      .where('id', '=', id)
      .execute()
      .then((rows) => rows.length === 1),
  );
const waits = { shield: 'hidden', shield_pending: true };

describe('the shield is sticky', () => {
  it.each<[string, Partial<NewPerson>]>([
    ['the same name and date', {}],
    ['another family name', { familyName: 'Begum' }],
    ['day and month swapped', { dateOfBirth: '2016-05-16', givenName: 'Nadiya' }],
    ['one year out', { dateOfBirth: '2015-06-15' }],
    ['no date at all', { dateOfBirth: null }],
    ['the number alone', { givenName: 'Other', familyName: 'Name', dateOfBirth: '2009-01-01', nhsNumber: '9990000018' }],
  ])('follows %s', async (_, facts) => {
    await cast.behind.updateTable('person').set({ shield: 'none', shield_pending: false }).execute();
    await shielded(child);
    expect(await shieldOf(await record({ ...child, nhsNumber: null, ...facts }))).toEqual(waits);
  });

  it('follows a correction that makes someone look like a shielded person', async () => {
    const id = await record({ ...child, givenName: 'Petra', familyName: 'Novak', dateOfBirth: '2008-11-02', nhsNumber: null });
    expect(await shieldOf(id)).toMatchObject({ shield: 'none' });
    await cast.as(officer, (ctx) =>
      correctPerson(ctx, id, {
        givenName: 'Nadia',
        familyName: 'Rahman',
        preferredName: null,
        dateOfBirth: '2016-06-15',
        sex: 'F',
        firstLanguage: null,
        interpreterNeeded: null,
        version: 1,
        source: 'mother',
      }),
    );
    expect(await shieldOf(id)).toEqual(waits);
    expect((await cast.as(officer, (ctx) => identityOf(ctx, id))).bar.statuses).toEqual([]);
  });

  it('goes with the work: whoever is given it may know the child, a stranger may not, and it ends with the work', async () => {
    const id = await record({ ...child, nhsNumber: null });
    const because = { becauseKind: 'contact', becauseId: id };
    await cast.as(officer, (ctx) =>
      openInvolvement(ctx, {
        personId: id,
        agencyId: council,
        teamId: earlyHelp,
        role: 'early help',
        opens: 'work',
        source: 'test',
        ...because,
      }),
    );
    expect([await sees(lead, id), await sees(social, id)]).toEqual([true, false]);
    expect(await cast.as(officer, (ctx) => endInvolvement(ctx, because))).toBe(1);
    expect(await sees(lead, id)).toBe(false);
  });

  it('keeps those at work with a child when a correction brings the shield, and once it stays, them alone', async () => {
    const id = await record({ ...child, givenName: 'Lena', familyName: 'Vogt', dateOfBirth: '2007-01-30', nhsNumber: null });
    const because = { becauseKind: 'early-help', becauseId: id };
    await cast.as(officer, (ctx) =>
      openInvolvement(ctx, {
        personId: id,
        agencyId: council,
        teamId: earlyHelp,
        role: 'early help',
        opens: 'work',
        source: 'test',
        ...because,
      }),
    );
    await cast.as(officer, (ctx) =>
      correctPerson(ctx, id, {
        givenName: 'Nadia',
        familyName: 'Rahman',
        preferredName: null,
        dateOfBirth: '2016-06-15',
        sex: 'F',
        firstLanguage: null,
        interpreterNeeded: null,
        version: 1,
        source: 'school',
      }),
    );
    expect([await shieldOf(id), await sees(lead, id), await sees(officer, id), await sees(social, id)]).toEqual([waits, true, true, false]);
    const questions = await cast.behind.selectFrom('shield_question').select('id').where('person_id', '=', id).execute();
    expect(questions.length).toBeGreaterThan(0);
    for (const one of questions) await cast.as(desk, (ctx) => decideShieldQuestion(ctx, one.id, 'same person', 'seen by the school'));
    expect(await shieldOf(id)).toEqual({ shield: 'hidden', shield_pending: false });
    await cast.behind.updateTable('person').set({ created_by: null }).where('id', '=', id).execute();
    expect([await sees(lead, id), await sees(officer, id), await sees(desk, id)]).toEqual([true, false, true]);
  });

  it('is opened by no emergency and no decision about a match', async () => {
    const id = await shielded(child);
    await expect(cast.as(social, (ctx) => breakGlass(ctx, id, 'A child is in danger at this moment'))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await cast.behind
      .insertInto('break_glass')
      .values({ staff_id: social.staffId, person_id: id, reason: 'x', runs_out_at: new Date(Date.now() + 3_600_000) })
      .execute();
    expect(await sees(social, id)).toBe(false);
    const decision = { sourceKind: 'contact-person', sourceId: id, personId: id, decision: 'same person', reasons: {} } as const;
    await expect(cast.as(officer, (ctx) => decideMatch(ctx, decision))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is set and lifted by the shield desk alone', async () => {
    const id = await record({ ...child, givenName: 'Olu', familyName: 'Adeyemi', dateOfBirth: '2012-02-12', nhsNumber: null });
    const set = (who: StaffActor) => cast.as(who, (ctx) => sql`select search.set_shield(${id}, 'hidden', false)`.execute(ctx.tx));
    await expect(set(officer)).rejects.toMatchObject({ code: '42501' });
    await expect(
      cast.as(officer, (ctx) => sql`update person set shield = 'hidden' where id = ${id}`.execute(ctx.tx)),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      cast.as(officer, (ctx) => sql`update person set restricted = true where id = ${id}`.execute(ctx.tx)),
    ).rejects.toMatchObject({ code: '42501' });
    await set(desk);
    expect(await sees(officer, id)).toBe(false);
  });
});

describe('an address that must be kept', () => {
  it('is read by nobody off the list and finds nobody', async () => {
    const id = await record({ ...child, givenName: 'Ines', familyName: 'Duarte', dateOfBirth: '2011-09-09', nhsNumber: null });
    await cast.as(officer, (ctx) => addAddress(ctx, id, { line1: '1 Refuge Lane', postcode: 'HA3 7XX', shielded: true, source: 'mother' }));
    const lines = await cast.as(officer, (ctx) =>
      ctx.tx.selectFrom('person_address').select('line1').where('person_id', '=', id).execute(),
    );
    expect(lines).toEqual([]);
    const [candidate] = await cast.as(social, (ctx) =>
      candidatesFor(ctx, {
        givenName: 'Ines',
        familyName: 'Duarte',
        dateOfBirth: '2011-09-09',
        address: { line1: '1 Refuge Lane', postcode: 'HA3 7XX' },
      }),
    );
    expect(candidate).toMatchObject({ area: 'Address withheld' });
    expect(candidate?.fields.find((row) => row.field === 'Address')).toMatchObject({ right: 'Address withheld' });
  });
});

describe('a decision about a match', () => {
  it('is remembered; a no beside a yes is certain for good; a restricted record opens to nobody by it', async () => {
    const [one, other] = [
      await record({ ...child, givenName: 'Ravi', familyName: 'Patel', nhsNumber: null }),
      await record({ ...child, givenName: 'Rahul', familyName: 'Patel', nhsNumber: null }),
    ];
    await cast.behind
      .updateTable('person')
      .set({ shield: 'none', shield_pending: false, created_by: null })
      .where('id', 'in', [one, other])
      .execute();
    await cast.behind.deleteFrom('index_look').where('person_id', 'in', [one, other]).execute();
    const about = { sourceKind: 'contact-person', sourceId: one, reasons: { why: 'seen by the school' } };
    await cast.as(social, (ctx) => decideMatch(ctx, { ...about, personId: other, decision: 'not the same person' }));
    expect(await sees(social, other)).toBe(false);
    await cast.as(social, (ctx) => decideMatch(ctx, { ...about, personId: one, decision: 'same person' }));
    expect(await sees(social, one)).toBe(true);
    const [lower, higher] = [one, other].toSorted();
    expect(await cast.behind.selectFrom('certainly_not').select(['person_a', 'person_b']).execute()).toContainEqual({
      person_a: lower,
      person_b: higher,
    });
    const candidates = await cast.as(social, (ctx) =>
      candidatesFor(ctx, { givenName: 'Ravi', familyName: 'Patel', dateOfBirth: '2016-06-15' }),
    );
    const asked = { givenName: 'Rahul', familyName: 'Patel', dateOfBirth: '2016-06-15' };
    const again = await cast.as(officer, (ctx) => candidatesFor(ctx, asked, { sourceKind: 'contact-person', sourceId: one }));
    expect(again.map((it) => it.decided)).toEqual([
      expect.stringMatching(/^same person, by Test SW/),
      expect.stringMatching(/^not the same person, by Test SW/),
    ]);
    expect(again.at(-1)).toMatchObject({ personId: other, grade: 'certain' });
    expect(candidates.find((it) => it.personId === one)?.warnings.join()).toContain('certainly not the same person as Rahul Patel');
  });
});

describe('work with a restricted record', () => {
  it('is refused with whom to ask, and with someone hidden is not found', async () => {
    const [restricted, hidden] = [
      await record({ ...child, givenName: 'Vera', familyName: 'Klein', dateOfBirth: '2010-10-10', nhsNumber: null }),
      await shielded({ ...child, givenName: 'Yan', familyName: 'Li', dateOfBirth: '2017-07-07', nhsNumber: null }),
    ];
    await cast.behind.updateTable('person').set({ restricted: true, created_by: null }).where('id', '=', restricted).execute();
    const open = (personId: string) =>
      cast.as(social, (ctx) =>
        openInvolvement(ctx, {
          personId,
          agencyId: council,
          role: 'social worker',
          opens: 'work',
          becauseKind: 'contact',
          becauseId: personId,
          source: 'test',
        }),
      );
    await expect(open(restricted)).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('privacy officer') });
    await expect(open(hidden)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('families and those who work with them', () => {
  it('keeps people in one family, and shows a reader only those they may see', async () => {
    const [mother, son] = [
      await record({ ...child, givenName: 'Farah', familyName: 'Aziz', dateOfBirth: '1990-04-04', nhsNumber: null }),
      await record({ ...child, givenName: 'Sami', familyName: 'Aziz', dateOfBirth: '2019-04-08', nhsNumber: null }),
    ];
    const family = await cast.as(officer, (ctx) => familyWith(ctx, [son, { personId: mother, part: 'parent' }]));
    expect(await cast.as(officer, (ctx) => familyWith(ctx, [mother]))).toBe(family);
    expect((await cast.as(officer, (ctx) => familyOf(ctx, family))).members.map((one) => one.name)).toEqual(['Farah Aziz', 'Sami Aziz']);
    await expect(cast.as(lead, (ctx) => familyOf(ctx, family))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(cast.as(lead, (ctx) => whoIsInvolved(ctx, son))).rejects.toMatchObject({ kind: 'not-found' });
    expect((await cast.as(officer, (ctx) => identityOf(ctx, son))).livesWith).toBe('Farah Aziz (parent)');
  });
});

describe('the function that looks past the policy', () => {
  it('knows exactly whom the policy knows, for every kind of reader', async () => {
    const people = await cast.behind.selectFrom('person').select('id').execute();
    for (const who of [officer, lead, social, desk]) {
      const { rows } = await cast.as(who, (ctx) => sql<{ id: string }>`select id from person order by id`.execute(ctx.tx));
      const past = await cast.behind.transaction().execute(async (tx) => {
        await sql`select set_config('app.actor', 'staff', true), set_config('app.staff', ${who.staffId}, true)`.execute(tx);
        return (
          await sql<{
            id: string;
          }>`select id from unnest(${people.map((one) => one.id)}::uuid[]) id where search.i_may_see(id) order by id`.execute(tx)
        ).rows;
      });
      expect(past).toEqual(rows);
    }
  });
});
