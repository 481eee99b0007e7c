import { randomUUID } from 'node:crypto';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { stageClock } from '../disagreement.ts';
import { nextReference, otherAgencies, subjectsOf } from '../disagreement.store.ts';
import { tellThoseWhoAnswer } from '../disagreement-news.ts';

/** A dispute as it is raised (domain 2.8). */
export interface Raised {
  contactId: string | null;
  child: string;
  againstAgencyId: string;
  decisionDisputed: string;
  concern: string;
  wanted: string;
  atRisk: boolean;
  protection: string;
}

/** Raises a disagreement at stage 1 for the signed-in person's agency, starts its clock and tells those who answer for the other. Gives its id. */
export async function raiseDisagreement(ctx: StaffCtx, raised: Raised): Promise<string> {
  const agencies = await otherAgencies(ctx);
  if (!agencies.some((one) => one.id === raised.againstAgencyId))
    throw invalid([{ field: 'againstAgencyId', message: 'Select the agency whose decision it is; it cannot be your own' }]);
  if (raised.contactId !== null) {
    found(await ctx.tx.selectFrom('contact').select('id').where('id', '=', raised.contactId).executeTakeFirst());
    saw(ctx, ...(await subjectsOf(ctx, [raised.contactId])));
  }
  const id = randomUUID();
  const reference = await nextReference(ctx);
  about(ctx, 'disagreement', id);
  await ctx.tx
    .insertInto('disagreement')
    .values({
      id,
      reference,
      contact_id: raised.contactId,
      child: raised.child,
      raised_by: ctx.who.staffId,
      raised_agency_id: found(ctx.who.memberships[0]).agencyId,
      against_agency_id: raised.againstAgencyId,
      decision_disputed: raised.decisionDisputed,
      concern: raised.concern,
      wanted: raised.wanted,
      at_risk: raised.atRisk,
      protection: raised.protection,
      raised_at: ctx.now,
    })
    .execute();
  const by = ctx.who.staffId;
  await ctx.tx
    .insertInto('disagreement_party')
    .values({ disagreement_id: id, staff_id: by, side: 'raised', from_stage: 1, named_by: by, named_at: ctx.now })
    .execute();
  const stage = { id: randomUUID(), stage: 1 };
  await ctx.tx
    .insertInto('disagreement_stage')
    .values({ ...stage, disagreement_id: id, began_at: ctx.now, began_by: by, because: 'Raised' })
    .execute();
  const clock = await startClock(ctx, { ...stageClock(stage, raised.atRisk), startedAt: ctx.now });
  await tellThoseWhoAnswer(ctx, { id, reference, agencyIds: [raised.againstAgencyId], stage: 1, dueOn: clock.reading.dueOn });
  return id;
}
