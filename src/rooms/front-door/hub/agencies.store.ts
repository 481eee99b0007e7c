import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { setsFor } from '../returns/question-sets.codes.ts';

/** An agency the hub may ask: with which question sets, whether it works with the family already, and whether anybody there would see the request. */
export interface Askable {
  id: string;
  name: string;
  sets: readonly { key: string; name: string }[];
  involved: readonly string[];
  /** People who answer the hub there. */
  answering: number;
  /** How many of them may know everyone given. */
  mayRead: number;
  /** People of those given whom nobody there may know. */
  closed: readonly string[];
}

/** Agencies that may be asked about these people, those already involved first. One statement. A sensitive service is not told here
 *  unless its involvement is open to the reader. */
export async function askableAgencies(ctx: Ctx, personIds: readonly string[]): Promise<Askable[]> {
  const ids = [...personIds];
  const { rows } = await sql<Omit<Askable, 'sets'> & { type: string }>`
    select a.id, a.name, a.agency_type as type, coalesce(i.roles, '{}') as involved, coalesce(w.answering, 0) as answering, coalesce(w.may_read, 0) as "mayRead", coalesce(w.closed, '{}') as closed
    from agency a left join access.answering_agencies(${ids}::uuid[]) w on w.agency_id = a.id
    left join lateral (select array_agg(distinct v.role) as roles from involvement v where v.agency_id = a.id and v.person_id = any(${ids}::uuid[]) and v.ended_on is null) i on true
    where a.suspended_at is null and a.live_from <= current_date order by a.name`.execute(ctx.tx);
  return rows
    .map(({ type, ...row }) => ({ ...row, sets: setsFor(type).map(({ key, name }) => ({ key, name })) }))
    .filter((one) => one.sets.length > 0)
    .toSorted((a, b) => Number(b.involved.length > 0) - Number(a.involved.length > 0));
}

/** Whether where these people live must not be told: one of them is shielded or restricted, or an address of theirs is. Told of all together,
 *  for they were named together and may live together. */
export async function addressWithheld(ctx: Ctx, personIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ withheld: boolean }>`select access.address_withheld(${[...personIds]}::uuid[]) as withheld`.execute(ctx.tx);
  return rows[0]?.withheld ?? true;
}
