import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { endedAlready } from '../today.ts';

/** Restricts a record to those named: its name may still be found, its content by nobody else (domain 2.6). Whoever restricts it is
 *  not on the list unless they name themselves. Throws invalid without anybody named or a reason. */
export async function restrictRecord(ctx: StaffCtx, personId: string, allowed: readonly string[], reason: string): Promise<void> {
  if (allowed.length === 0) throw invalid([{ field: 'allowed', message: 'Name at least one person who may open the record' }]);
  await allowMore(ctx, personId, allowed, reason);
  await sql`select search.set_restricted(${personId}, true)`.execute(ctx.tx);
  saw(ctx, personId);
}

/** Names more people who may open a restricted record. */
export async function allowMore(ctx: StaffCtx, personId: string, allowed: readonly string[], reason: string): Promise<void> {
  await ctx.tx.insertInto('restriction_allow').values(allowed.map((staffId) => ({ person_id: personId, staff_id: staffId, reason, granted_by: ctx.who.staffId })))
    .onConflict((clash) => clash.columns(['person_id', 'staff_id']).doUpdateSet({ valid_to: null, reason, granted_by: ctx.who.staffId })).execute();
  saw(ctx, personId);
}

/** Takes one person off the list from today. */
export async function allowNoLonger(ctx: StaffCtx, personId: string, staffId: string): Promise<void> {
  await ctx.tx.updateTable('restriction_allow').set({ valid_to: endedAlready }).where('person_id', '=', personId).where('staff_id', '=', staffId).execute();
  saw(ctx, personId);
}

/** Opens a record to its ordinary readers again; the list is kept as history. */
export async function liftRestriction(ctx: StaffCtx, personId: string): Promise<void> {
  await ctx.tx.updateTable('restriction_allow').set({ valid_to: endedAlready }).where('person_id', '=', personId).where('valid_to', 'is', null).execute();
  await sql`select search.set_restricted(${personId}, false)`.execute(ctx.tx);
  saw(ctx, personId);
}
