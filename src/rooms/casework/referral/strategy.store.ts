import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';

/** Writes a request for a strategy discussion. */
export async function insertStrategyRequest(
  ctx: StaffCtx,
  row: { id: string; childId: string; referralId: string | null; reason: string; teamId: string },
): Promise<void> {
  await ctx.tx
    .insertInto('strategy_request')
    .values({
      id: row.id,
      child_id: row.childId,
      referral_id: row.referralId,
      reason: row.reason,
      requested_by: ctx.who.staffId,
      requested_at: ctx.now,
      team_id: row.teamId,
      state: 'REQUESTED',
    })
    .execute();
}

/** Requests not yet held that the reader may open, oldest first. */
export async function strategyRequests(ctx: Ctx) {
  return ctx.tx
    .selectFrom('strategy_request as q')
    .innerJoin('person as p', 'p.id', 'q.child_id')
    .innerJoin('staff as s', 's.id', 'q.requested_by')
    .leftJoin('staff as a', 'a.id', 'q.accepted_by')
    .select([
      'q.id',
      'q.child_id',
      'q.reason',
      'q.state',
      'q.requested_at',
      'q.requested_by',
      'q.accepted_at',
      's.display_name as requested_by_name',
      'a.display_name as accepted_by_name',
      'p.given_name',
      'p.family_name',
      'p.preferred_name',
    ])
    .where('q.state', '<>', 'HELD')
    .orderBy('q.requested_at')
    .limit(200)
    .execute();
}

/** Takes a request for change; undefined when there is none the reader may change. */
export async function lockStrategyRequest(ctx: Ctx, id: string) {
  return ctx.tx.selectFrom('strategy_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Marks a request accepted. */
export async function writeStrategyAccepted(ctx: StaffCtx, id: string, plannedFor: Date | null): Promise<void> {
  await ctx.tx
    .updateTable('strategy_request')
    .set({ state: plannedFor ? 'SCHEDULED' : 'ACCEPTED', accepted_by: ctx.who.staffId, accepted_at: ctx.now, planned_for: plannedFor })
    .where('id', '=', id)
    .execute();
}

/** Marks a discussion held. */
export async function writeStrategyHeld(ctx: StaffCtx, id: string): Promise<void> {
  await ctx.tx.updateTable('strategy_request').set({ state: 'HELD' }).where('id', '=', id).execute();
}
