import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { notFound } from '../../../platform/access/refusal.ts';
import { mayOpen } from '../opening.store.ts';
import { lookUp } from './look-up.ts';

export interface MatchDecision {
  /** Where the submitted person stands: contact-person. */
  sourceKind: string;
  sourceId: string;
  personId: string;
  decision: 'same person' | 'not the same person' | 'not sure';
  /** The comparison at the time and what the person wrote; kept as evidence. */
  reasons: unknown;
}

/** Remembers what a person decided about a submitted person and someone in the index. "Same person" opens that person's identity for 12
 *  hours unless the record is restricted; a "not the same" beside a "same" becomes certain. Throws notFound for someone who may not be known. */
export async function decideMatch(ctx: StaffCtx, decided: MatchDecision): Promise<void> {
  const opening = await mayOpen(ctx, decided.personId);
  if (opening.state === 'closed') throw notFound();
  await sql`select search.remember_match(${decided.sourceKind}, ${decided.sourceId}, ${decided.personId}, ${decided.decision}, ${JSON.stringify(decided.reasons ?? {})}::jsonb)`.execute(
    ctx.tx,
  );
  if (decided.decision === 'same person' && opening.state === 'open')
    await lookUp(ctx, decided.personId, 'Recognised as the person described in a contact');
  saw(ctx, decided.personId);
}
