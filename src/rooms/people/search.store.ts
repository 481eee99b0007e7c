import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { actingAs, type StaffCtx } from '../../platform/access/ctx.ts';
import type { PlainDate } from '../../platform/time/calendar-day.ts';
import type { IndexPerson } from './match.ts';
import type { WrittenName } from './person.ts';
import { askedKeys, heardOf, keyWeights, type KeyFacts, type KeyKind } from './search-keys.ts';

/** Someone a search returned: the least that lets a practitioner choose. For a restricted record only the name and whom to ask. */
export interface Found {
  personId: string;
  givenName: string | null;
  familyName: string | null;
  preferredName: string | null;
  otherNames: string[];
  dateOfBirth: PlainDate | null;
  expectedOn: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  area: string | null;
  matched: KeyKind[];
  involvementCount: number | null;
  twin: boolean;
  contactInstead: string | null;
}

/** A candidate as the search role hands it over. */
export interface HandedOver extends Omit<IndexPerson, 'parents' | 'household'> {
  id: string;
  preferred?: string | null;
  parents: string[];
  involvementCount: number;
  notTheSameAs: string[];
  decided?: { decision: string; by: string; at: string } | null;
  contactInstead?: string;
  household: { id: string; given: string | null; name: string; dateOfBirth: PlainDate | null; part: string }[];
  names: WrittenName[];
}

/** What was typed is kept in the audit as a hash alone: enough to show that two searches asked the same, not what they asked. */
const fingerprint = (facts: KeyFacts, outward: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([facts, outward]))
    .digest('hex');

function asked(ctx: StaffCtx, facts: KeyFacts, outward: string | null) {
  const keys = askedKeys(facts, outward);
  const as = actingAs(ctx.who);
  return {
    keys: keys.map((it) => it.key),
    kinds: keys.map((it) => it.kind),
    weights: keys.map((it) => keyWeights[it.kind]),
    heard: heardOf(facts.names),
    fingerprint: fingerprint(facts, outward),
    role: as?.role ?? null,
    agencyId: as?.agencyId ?? null,
  };
}

/** Searches the index through its one audited door: at most 20 people, most alike first. `outward` is half a postcode.
 *  The audit event, with who was returned, is written by the function itself. */
export async function findPeople(ctx: StaffCtx, facts: KeyFacts, outward: string | null, reason: string): Promise<Found[]> {
  const it = asked(ctx, facts, outward);
  const narrowed = Boolean(facts.dateOfBirth || outward) || facts.postcodes.length + facts.wards.length + facts.identifiers.length > 0;
  const { rows } =
    await sql<Found>`select person_id as "personId", given_name as "givenName", family_name as "familyName", preferred_name as "preferredName",
      other_names as "otherNames", date_of_birth as "dateOfBirth", expected_on as "expectedOn", sex, area, matched, involvement_count as "involvementCount", twin,
      contact_instead as "contactInstead"
    from search.find_people(${it.keys}::bigint[], ${it.kinds}::text[], ${it.weights}::integer[], ${it.heard}::text[], ${narrowed}, ${reason}, ${it.fingerprint},
      ${it.role}, ${it.agencyId}::uuid, ${ctx.request.id})`.execute(ctx.tx);
  return rows;
}

/** People who may be the person described, with what is needed to compare; the same door, guard and audit as a search. */
export async function handedOver(
  ctx: StaffCtx,
  facts: KeyFacts,
  from: { sourceKind: string; sourceId: string } | null,
  reason: string,
): Promise<HandedOver[]> {
  const it = asked(ctx, facts, null);
  const { rows } = await sql<{
    candidates: HandedOver[];
  }>`select search.candidates_for(${it.keys}::bigint[], ${it.kinds}::text[], ${it.weights}::integer[], ${it.heard}::text[],
      ${[...facts.identifiers]}::text[], ${from?.sourceKind ?? null}, ${from?.sourceId ?? null}::uuid, ${reason}, ${it.fingerprint}, ${it.role},
      ${it.agencyId}::uuid, ${ctx.request.id}) as candidates`.execute(ctx.tx);
  return rows[0]?.candidates ?? [];
}
