import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';

/** Names more people who may open a restricted record. */
export async function allowMore(ctx: StaffCtx, personId: string, allowed: readonly string[], reason: string): Promise<void> {
  await ctx.tx
    .insertInto('restriction_allow')
    .values(allowed.map((staffId) => ({ person_id: personId, staff_id: staffId, reason, granted_by: ctx.who.staffId })))
    .onConflict((clash) => clash.columns(['person_id', 'staff_id']).doUpdateSet({ valid_to: null, reason, granted_by: ctx.who.staffId }))
    .execute();
  saw(ctx, personId);
}
