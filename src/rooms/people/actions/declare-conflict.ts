import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import type { conflictNatures } from '../conflict-of-interest.ts';
import { personRow } from '../person.store.ts';

/** Declares that the person asking must not see someone's record: from this moment it is closed to them everywhere, search included
 *  (domain 2.6). Nobody lifts their own. Throws notFound for someone they may not see. */
export async function declareConflict(ctx: StaffCtx, personId: string, nature: (typeof conflictNatures)[number]): Promise<void> {
  await personRow(ctx, personId);
  await ctx.tx
    .insertInto('conflict_of_interest')
    .values({ staff_id: ctx.who.staffId, person_id: personId, nature, declared_by: ctx.who.staffId })
    .execute();
  saw(ctx, personId);
}
