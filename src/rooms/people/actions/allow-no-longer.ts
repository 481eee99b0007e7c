import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { endedAlready } from '../ended.store.ts';

/** Takes one person off the list, at once; the list is held meanwhile, so that two people cannot empty it together.
 *  Throws refused for the last one: a record nobody may open could be lifted by nobody. */
export async function allowNoLonger(ctx: StaffCtx, personId: string, staffId: string): Promise<void> {
  const standing = await ctx.tx
    .selectFrom('restriction_allow')
    .select('staff_id')
    .where('person_id', '=', personId)
    .where((it) => it.or([it('valid_to', 'is', null), it('valid_to', '>', endedAlready)]))
    .orderBy('staff_id')
    .forUpdate()
    .execute();
  const others = standing.some((one) => one.staff_id !== staffId);
  if (!others) throw refused('Name someone else who may open this record first, or lift the restriction.');
  await ctx.tx
    .updateTable('restriction_allow')
    .set({ valid_to: endedAlready })
    .where('person_id', '=', personId)
    .where('staff_id', '=', staffId)
    .execute();
  saw(ctx, personId);
}
