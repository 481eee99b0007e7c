import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { endedAlready } from '../ended.store.ts';

/** Ends one leave to know a shielded person from today. */
export async function knowNoLonger(ctx: StaffCtx, allowId: string): Promise<void> {
  const row = await ctx.tx
    .updateTable('shield_allow')
    .set({ valid_to: endedAlready })
    .where('id', '=', allowId)
    .returning('person_id')
    .executeTakeFirst();
  saw(ctx, row?.person_id);
}
