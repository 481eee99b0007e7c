import { sql } from 'kysely';
import { saw, type Ctx, type StaffCtx } from '../../platform/access/ctx.ts';
import { found } from '../../platform/access/refusal.ts';
import { fullDate } from '../../platform/time/plain-dates.ts';
import { nameOf, type NewPerson, type WrittenName } from './person.ts';
import { searchRow, type SearchRow } from './search-keys.ts';
import { londonDay } from './today.ts';

/** The person's row as the reader may see it. Throws notFound. */
export async function personRow(ctx: Ctx, personId: string) {
  return found(await ctx.tx.selectFrom('person').selectAll().where('id', '=', personId).where('became_id', 'is', null).executeTakeFirst());
}

/** The same, held until the transaction ends, for whoever changes it. Throws notFound. */
export async function lockPerson(ctx: Ctx, personId: string) {
  return found(
    await ctx.tx.selectFrom('person').selectAll().where('id', '=', personId).where('became_id', 'is', null).forUpdate().executeTakeFirst(),
  );
}

/** Writes a new person with everything that is known of them; values are already normalised. Returns the id. */
export async function insertPerson(ctx: StaffCtx, person: NewPerson): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('person')
    .values({
      given_name: person.givenName,
      family_name: person.familyName,
      preferred_name: person.preferredName ?? null,
      date_of_birth: person.dateOfBirth,
      date_of_birth_is: person.dateOfBirthIs ?? (person.dateOfBirth ? 'exact' : 'unknown'),
      expected_on: person.dateOfBirth ? null : (person.expectedOn ?? null),
      sex: person.sex ?? 'U',
      gender: person.gender ?? null,
      ethnicity: person.ethnicity ?? 'NOBT',
      first_language: person.firstLanguage ?? null,
      interpreter_needed: person.interpreterNeeded ?? null,
      religion: person.religion ?? null,
      disabilities: [...(person.disabilities ?? [])],
      created_at: ctx.now,
      created_by: ctx.who.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepNames(
    ctx,
    id,
    'as referred',
    (person.otherNames ?? []).map((text) => ({ given: text, family: null })),
    person.source,
  );
  if (person.address?.line1) await insertAddress(ctx, id, { ...person.address, line1: person.address.line1, source: person.source });
  if (person.nhsNumber) await insertIdentifier(ctx, id, 'nhs-number', person.nhsNumber, person.source);
  if (person.upn) await insertIdentifier(ctx, id, 'upn', person.upn, person.source);
  await keepContactPoints(ctx, id, person);
  await keepSearchKeys(ctx, id);
  return id;
}

async function keepContactPoints(ctx: Ctx, personId: string, person: NewPerson): Promise<void> {
  for (const [kind, value] of [
    ['phone', person.phone],
    ['email', person.email],
  ] as const) {
    if (value)
      await ctx.tx
        .insertInto('person_contact_point')
        .values({ person_id: personId, kind, value, safe_note: person.safeNote ?? null })
        .execute();
  }
}

/** Keeps names as written beside the one the person uses. */
export async function keepNames(ctx: Ctx, personId: string, kind: string, names: readonly WrittenName[], source: string): Promise<void> {
  if (names.length === 0) return;
  await ctx.tx
    .insertInto('person_name')
    .values(names.map((name) => ({ person_id: personId, kind, given_name: name.given, family_name: name.family, source })))
    .execute();
}

/** Adds an identifier someone else issued. */
export async function insertIdentifier(ctx: Ctx, personId: string, kind: string, value: string, source: string): Promise<void> {
  await ctx.tx.insertInto('identifier').values({ person_id: personId, kind, value, source }).execute();
}

export interface NewAddress {
  line1: string;
  line2?: string | null;
  town?: string | null;
  postcode: string | null;
  ward?: string | null;
  validFrom?: string | null;
  shielded?: boolean;
  source: string;
}

/** Adds an address; the ones before it end the day it starts. */
export async function insertAddress(ctx: Ctx, personId: string, address: NewAddress): Promise<void> {
  await ctx.tx
    .updateTable('person_address')
    .set({ valid_to: address.validFrom ?? londonDay(ctx) })
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('person_address')
    .values({
      person_id: personId,
      line1: address.line1,
      line2: address.line2 ?? null,
      town: address.town ?? null,
      postcode: address.postcode,
      ward: address.ward ?? null,
      valid_from: address.validFrom ?? null,
      shielded: address.shielded ?? false,
      source: address.source,
    })
    .execute();
}

/** Makes the person's search keys from what is now known, in the same transaction as the change, and then asks whether they may be
 *  a shielded person: they inherit the shield until the shield desk decides (the fault that stopped ContactPoint in 2009). */
export async function keepSearchKeys(ctx: Ctx, personId: string): Promise<void> {
  await writeSearchRow(ctx, personId, await searchRowOf(ctx, personId));
  await sql`select search.shield_if_possible(${personId})`.execute(ctx.tx);
  await writeSearchRow(ctx, personId, await searchRowOf(ctx, personId));
}

/** Makes the search keys of someone anew where who they are has not changed: a mother is known now by whose name they may be asked for. */
export async function keepFoundBy(ctx: Ctx, personId: string): Promise<void> {
  await writeSearchRow(ctx, personId, await searchRowOf(ctx, personId));
}

const parentKinds: readonly (string | null)[] = ['mother', 'father', 'parent', 'expecting'];

/** The search row from what stands in the record now. An address that is shielded is no way to find anyone, nor is the telephone of
 *  someone whose place is; a hidden person whose shield still waits is found by those who recorded them exactly as before, so that
 *  nothing tells them apart. */
async function searchRowOf(ctx: Ctx, personId: string): Promise<SearchRow> {
  const person = await personRow(ctx, personId);
  const open = person.shield === 'none' || (person.shield === 'hidden' && person.shield_pending);
  const names = await ctx.tx.selectFrom('person_name').select(['given_name', 'family_name']).where('person_id', '=', personId).execute();
  const identifiers = await ctx.tx.selectFrom('identifier').select('value').where('person_id', '=', personId).execute();
  const { addresses, phones } = await placesOf(ctx, personId);
  const parents = (await householdOf(ctx, personId)).filter((one) => parentKinds.includes(one.relation));
  return searchRow({
    names: [
      { given: person.given_name, family: person.family_name },
      { given: person.preferred_name, family: person.family_name },
      ...names.map((name) => ({ given: name.given_name, family: name.family_name })),
    ],
    dateOfBirth: person.date_of_birth,
    expectedOn: person.expected_on,
    postcodes: open ? addresses.flatMap((it) => it.postcode ?? []) : [],
    wards: open ? addresses.flatMap((it) => it.ward ?? []) : [],
    lines: open ? addresses.map((it) => it.line1) : [],
    phones: open ? phones.map((it) => it.value) : [],
    identifiers: identifiers.map((it) => it.value),
    parents: parents.map((one) => ({ given: one.name, family: null })),
  });
}

async function placesOf(ctx: Ctx, personId: string) {
  const addresses = await ctx.tx
    .selectFrom('person_address')
    .select(['line1', 'postcode', 'ward'])
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .where('shielded', '=', false)
    .execute();
  const phones = await ctx.tx
    .selectFrom('person_contact_point')
    .select('value')
    .where('person_id', '=', personId)
    .where('kind', '=', 'phone')
    .where('valid_to', 'is', null)
    .execute();
  return { addresses, phones };
}

async function writeSearchRow(ctx: Ctx, personId: string, row: SearchRow): Promise<void> {
  await ctx.tx
    .insertInto('person_search')
    .values({ person_id: personId, ...row })
    .onConflict((clash) => clash.column('person_id').doUpdateSet({ ...row }))
    .execute();
}

/** Someone in the family of a person whose identity the reader may see. */
export interface Relative {
  personId: string;
  name: string;
  dateOfBirth: string | null;
  part: string | null;
  relation: string | null;
  livesHere: boolean;
  parentalResponsibility: boolean | null;
}

/** Family of a person: names and how they are related; nobody hidden, restricted or in conflict with the reader. */
export async function householdOf(ctx: Ctx, personId: string): Promise<Relative[]> {
  const { rows } =
    await sql<Relative>`select person_id as "personId", name, date_of_birth as "dateOfBirth", part, relation, lives_here as "livesHere",
    parental_responsibility as "parentalResponsibility" from search.household_of(${personId})`.execute(ctx.tx);
  return rows;
}

/** People the reader has open besides one: the family and those they looked up, recorded or work with; for a list to choose from. */
export async function peopleToRelate(ctx: StaffCtx, personId: string): Promise<{ value: string; text: string }[]> {
  const rows = await ctx.tx
    .selectFrom('person as p')
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.preferred_name', 'p.date_of_birth'])
    .where('p.id', '<>', personId)
    .where('p.became_id', 'is', null)
    .where((it) =>
      it.or([
        it(
          'p.id',
          'in',
          it.selectFrom('index_look').select('person_id').where('staff_id', '=', ctx.who.staffId).where('runs_out_at', '>', ctx.now),
        ),
        it(
          'p.id',
          'in',
          it
            .selectFrom('family_member as m')
            .select('m.person_id')
            .where('m.family_id', 'in', it.selectFrom('family_member as o').select('o.family_id').where('o.person_id', '=', personId)),
        ),
      ]),
    )
    .orderBy('p.family_name')
    .limit(100)
    .execute();
  saw(ctx, ...rows.map((row) => row.id));
  return rows.map((row) => ({ value: row.id, text: `${nameOf(row)}${row.date_of_birth ? `, born ${fullDate(row.date_of_birth)}` : ''}` }));
}
