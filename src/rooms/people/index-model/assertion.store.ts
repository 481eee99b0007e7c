import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { personRow } from '../person.store.ts';
import type { Assertion, NewFact, RelationshipFacts } from './assertion.ts';

/** Adds facts after the person's last place, as said by the member of staff. The person is locked by the caller. */
export async function append(ctx: StaffCtx, personId: string, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((one, at) => ({
    place: at + 1,
    kind: one.kind,
    facts: one.facts,
    why: one.why,
    record: one.sourceRecordId ?? null,
    agency: one.agencyId ?? ctx.who.memberships[0]?.agencyId ?? null,
  }));
  await sql`insert into assertion (person_id, place, kind, facts, why, source_record_id, agency_id, made_by, is_manual)
    select ${personId}::uuid, fold.next_place(${personId}) - 1 + (r ->> 'place')::integer, r ->> 'kind', r -> 'facts',
      r ->> 'why', (r ->> 'record')::uuid, (r ->> 'agency')::uuid, ${ctx.who.staffId}::uuid, true
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`.execute(ctx.tx);
}

/** Asserts once what stands of a person, before anything is added; locks them. */
export async function begin(ctx: Ctx, personId: string): Promise<void> {
  await sql`select fold.begin(${personId})`.execute(ctx.tx);
}

/** Adds that a person is KIND of another, under both, with the id of the row in relationship. */
export async function appendRelationship(
  ctx: StaffCtx,
  id: string,
  personId: string,
  otherId: string,
  facts: RelationshipFacts,
): Promise<void> {
  const agency = ctx.who.memberships[0]?.agencyId ?? null;
  const [own, other] = [JSON.stringify(facts), JSON.stringify({ ...facts, way: 'of' })];
  await sql`insert into assertion (person_id, place, id, kind, other_person_id, facts, agency_id, made_by, is_manual, why)
    select x.person_id, fold.next_place(x.person_id), ${id}::uuid, 'relationship', x.other_id, x.facts, ${agency}::uuid,
      ${ctx.who.staffId}::uuid, true, ${`Told by ${facts.source ?? 'someone'}`}
    from (values (${personId}::uuid, ${otherId}::uuid, ${own}::jsonb), (${otherId}::uuid, ${personId}::uuid, ${other}::jsonb)) x(person_id, other_id, facts)`.execute(
    ctx.tx,
  );
}

/** Where an old id leads, for whoever may see the person there; null for an id that leads nowhere they may know. */
export async function leadsTo(ctx: Ctx, personId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select fold.leads_to(${personId}) as id`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

/** Makes the person's rows in person, person_name and its sisters what the fold says. Safe to repeat: what is right already is not touched. */
export async function project(ctx: Ctx, personId: string): Promise<void> {
  await sql`select fold.project(${personId})`.execute(ctx.tx);
}

/** An assertion with who made it, for the page. */
export type ToldAssertion = Assertion & { madeByName: string | null; modelVersion: string | null };

/** Every assertion about a person and those joined to them, as the reader may see them, oldest first. Throws notFound. */
export async function assertionsOf(ctx: Ctx, personId: string): Promise<ToldAssertion[]> {
  await personRow(ctx, personId);
  const { rows } = await sql<ToldAssertion>`
    select a.person_id as "personId", a.place, a.id, a.kind, a.retracts, a.source_record_id as "sourceRecordId", a.other_person_id as "otherPersonId", a.facts,
      a.agency_id as "agencyId", g.agency_type as "agencyType", a.is_manual as "isManual", a.why, to_char(a.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
      s.display_name as "madeByName", a.model_version as "modelVersion"
    from fold.assertions_of(${personId}) a left join agency g on g.id = a.agency_id left join staff s on s.id = a.made_by
    order by a.made_at, a.person_id, a.place`.execute(ctx.tx);
  return rows;
}
