import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { endedAlready } from '../ended.store.ts';

/** Takes one person off the list from today. */
export async function allowNoLonger(ctx: StaffCtx, personId: string, staffId: string): Promise<void> {
  await ctx.tx
    .updateTable('restriction_allow')
    .set({ valid_to: endedAlready })
    .where('person_id', '=', personId)
    .where('staff_id', '=', staffId)
    .execute();
  saw(ctx, personId);
}
