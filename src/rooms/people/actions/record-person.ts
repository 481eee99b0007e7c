import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { normalised } from '../new-person.ts';
import type { NewPerson } from '../person.ts';
import { begin } from '../index-model/assertion.store.ts';
import { insertPerson } from '../person.store.ts';
import { londonDay } from '../today.ts';
import { lookUp } from './look-up.ts';

/** Records a new person with names, address, identifiers and search keys, and returns their id; whoever records someone may work with
 *  their identity for 12 hours. `from` is the submitted person they came from: whoever that was decided not to be, they certainly are not.
 *  Throws invalid (field messages) for an impossible date, NHS number, UPN or postcode. */
export async function recordPerson(ctx: StaffCtx, person: NewPerson, from?: { sourceKind: string; sourceId: string }): Promise<string> {
  const personId = await insertPerson(ctx, normalised(person, londonDay(ctx)));
  await begin(ctx, personId);
  await lookUp(ctx, personId, `Recorded this person: ${person.source}`);
  if (from) await sql`select search.set_apart(${from.sourceKind}, ${from.sourceId}, ${personId})`.execute(ctx.tx);
  saw(ctx, personId);
  return personId;
}
