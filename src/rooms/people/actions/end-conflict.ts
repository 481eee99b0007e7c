import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found, refused } from '../../../platform/access/refusal.ts';
import { endedAlready } from '../ended.store.ts';

/** Ends a declared conflict of interest from today. Throws refused for one's own, notFound for one that is not running. */
export async function endConflict(ctx: StaffCtx, staffId: string, personId: string): Promise<void> {
  if (staffId === ctx.who.staffId) throw refused('Somebody else ends a conflict of interest that is yours');
  const ended = await ctx.tx
    .updateTable('conflict_of_interest')
    .set({ valid_to: endedAlready })
    .where('staff_id', '=', staffId)
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  saw(ctx, found(ended).person_id);
}
