import type { StaffCtx } from '../../../access/ctx.ts';

export interface OpenAlert {
  id: string;
  kind: string;
  href: string;
  raisedAt: Date;
}

/** Alerts for the person, their teams and their roles that nobody has dealt with; the latest 200. The policy decides whose they are. */
export async function openAlerts(ctx: StaffCtx): Promise<OpenAlert[]> {
  return ctx.tx
    .selectFrom('alert')
    .select(['id', 'kind', 'href', 'raised_at as raisedAt'])
    .where('seen_at', 'is', null)
    .orderBy('raised_at', 'desc')
    .limit(200)
    .execute();
}

/** Marks an alert as dealt with by this person; false when it was already, or is not theirs. */
export async function dealtWith(ctx: StaffCtx, id: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('alert')
    .set({ seen_at: ctx.now, seen_by: ctx.who.staffId })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
