import type { Ctx, StaffCtx } from '../../../../platform/access/ctx.ts';

/** The leave that stands for the NHS to be asked about someone; the shield desk alone sees any. */
export async function leaveOf(ctx: Ctx, personId: string) {
  const row = await ctx.tx
    .selectFrom('nhs_leave as l')
    .leftJoin('staff as s', 's.id', 'l.granted_by')
    .select(['l.reason', 'l.granted_at as grantedAt', 's.display_name as grantedBy'])
    .where('l.person_id', '=', personId)
    .where('l.ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Gives leave, or gives it again. */
export async function insertLeave(ctx: StaffCtx, personId: string, reason: string): Promise<void> {
  const row = { reason, granted_by: ctx.who.staffId, granted_at: ctx.now, ended_at: null };
  await ctx.tx
    .insertInto('nhs_leave')
    .values({ person_id: personId, ...row })
    .onConflict((clash) => clash.column('person_id').doUpdateSet(row))
    .execute();
}

/** Ends leave; false where none stood. */
export async function endLeave(ctx: StaffCtx, personId: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('nhs_leave')
    .set({ ended_at: ctx.now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
