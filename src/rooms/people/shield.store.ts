import type { Ctx } from '../../platform/access/ctx.ts';
import { found } from '../../platform/access/refusal.ts';
import { entryFacts } from './index-entry.store.ts';
import type { IndexPerson } from './match.ts';
import { nameOf, type SubmittedPerson } from './person.ts';
import { householdOf, personRow } from './person.store.ts';
import { endedAlready } from './ended.store.ts';

export interface ShieldQuestion {
  id: string;
  personId: string;
  name: string;
  shieldedId: string;
  shieldedName: string;
  raisedAt: Date;
  decidedAt: Date | null;
  decision: string | null;
  reason: string | null;
}

/** Questions for the shield desk, oldest first; row-level security shows none to anyone else. */
export async function shieldQuestions(ctx: Ctx): Promise<ShieldQuestion[]> {
  const rows = await ctx.tx
    .selectFrom('shield_question as q')
    .innerJoin('person as p', 'p.id', 'q.person_id')
    .innerJoin('person as s', 's.id', 'q.shielded_id')
    .select([
      'q.id',
      'q.person_id',
      'q.shielded_id',
      'q.raised_at',
      'q.decided_at',
      'q.decision',
      'q.decision_reason',
      'p.given_name',
      'p.family_name',
      's.given_name as their_given',
      's.family_name as their_family',
    ])
    .orderBy('q.decided_at', (it) => it.desc().nullsFirst())
    .orderBy('q.raised_at')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: nameOf({ ...row }),
    shieldedId: row.shielded_id,
    shieldedName: nameOf({ given_name: row.their_given, family_name: row.their_family }),
    raisedAt: row.raised_at,
    decidedAt: row.decided_at,
    decision: row.decision,
    reason: row.decision_reason,
  }));
}

/** One question. Throws notFound. */
export async function shieldQuestion(ctx: Ctx, id: string): Promise<ShieldQuestion> {
  return found((await shieldQuestions(ctx)).find((one) => one.id === id));
}

export interface ShieldedPerson {
  personId: string;
  name: string;
  shield: string;
  pending: boolean;
  allowed: number;
}

/** Everyone who is shielded, for the shield desk. */
export async function shieldedPeople(ctx: Ctx): Promise<ShieldedPerson[]> {
  const rows = await ctx.tx
    .selectFrom('person as p')
    .where('p.shield', '<>', 'none')
    .where('p.became_id', 'is', null)
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.preferred_name', 'p.shield', 'p.shield_pending'])
    .select((it) =>
      it
        .selectFrom('shield_allow as a')
        .select(it.fn.countAll<number>().as('count'))
        .whereRef('a.person_id', '=', 'p.id')
        .where((or) => or.or([or('a.valid_to', 'is', null), or('a.valid_to', '>', endedAlready)]))
        .as('allowed'),
    )
    .orderBy('p.family_name')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: nameOf(row),
    shield: row.shield,
    pending: row.shield_pending,
    allowed: row.allowed ?? 0,
  }));
}

export interface Leave {
  id: string;
  who: string;
  reason: string;
  validTo: string | null;
}

/** Who may know a shielded person today. */
export async function leavesFor(ctx: Ctx, personId: string): Promise<Leave[]> {
  const rows = await ctx.tx
    .selectFrom('shield_allow as a')
    .leftJoin('staff as s', 's.id', 'a.staff_id')
    .leftJoin('team as t', 't.id', 'a.team_id')
    .where('a.person_id', '=', personId)
    .where((it) => it.or([it('a.valid_to', 'is', null), it('a.valid_to', '>', endedAlready)]))
    .select(['a.id', 'a.reason', 'a.valid_to', 's.display_name', 't.name as team'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    who: row.display_name ?? (row.team ? `Everyone in ${row.team}` : 'Nobody'),
    reason: row.reason,
    validTo: row.valid_to,
  }));
}

/** A record as the matcher compares it, read by the shield desk for a question. */
export async function asIndexPerson(ctx: Ctx, personId: string): Promise<IndexPerson & SubmittedPerson> {
  const person = await personRow(ctx, personId);
  const [facts, household] = [await entryFacts(ctx, personId), await householdOf(ctx, personId)];
  const addresses = await ctx.tx
    .selectFrom('person_address')
    .select(['line1', 'postcode', 'valid_to'])
    .where('person_id', '=', personId)
    .execute();
  const number = (kind: string): string | null => facts.identifiers.find((it) => it.kind === kind)?.value ?? null;
  const names = await ctx.tx
    .selectFrom('person_name')
    .select(['given_name as given', 'family_name as family'])
    .where('person_id', '=', personId)
    .execute();
  const parents = household
    .filter((one) => ['mother', 'father', 'parent', 'carer', 'step-parent'].includes(one.relation ?? ''))
    .map((one) => one.name);
  return {
    names: [{ given: person.given_name, family: person.family_name }, ...names],
    givenName: person.given_name,
    familyName: person.family_name,
    dateOfBirth: person.date_of_birth,
    dateOfBirthIs: person.date_of_birth_is,
    expectedOn: person.expected_on,
    sex: person.sex as 'F' | 'M' | 'U',
    addresses: addresses.map((it) => ({ line1: it.line1, postcode: it.postcode, current: it.valid_to === null })),
    area: facts.address ?? 'Area not known',
    address: addresses.find((it) => it.valid_to === null) ?? null,
    identifiers: {},
    nhsNumber: number('nhs-number'),
    upn: number('upn'),
    parents,
    parentNames: parents,
    household: household.map((one) => ({ name: one.name, given: one.name.split(' ')[0] ?? null, dateOfBirth: one.dateOfBirth })),
    twin: false,
  };
}
