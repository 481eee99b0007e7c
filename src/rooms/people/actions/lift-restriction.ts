import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { endedAlready } from '../ended.store.ts';

/** Opens a record to its ordinary readers again; the list is kept as history. */
export async function liftRestriction(ctx: StaffCtx, personId: string): Promise<void> {
  await ctx.tx
    .updateTable('restriction_allow')
    .set({ valid_to: endedAlready })
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .execute();
  await sql`select search.set_restricted(${personId}, false)`.execute(ctx.tx);
  saw(ctx, personId);
}
