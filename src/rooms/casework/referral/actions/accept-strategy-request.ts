import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, notAllowed } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { acceptStrategy, type StrategyState } from '../referral.ts';
import { lockStrategyRequest, writeStrategyAccepted } from '../strategy.store.ts';

/** Accepts a request for a strategy discussion for the team: from now on it counts as sent. Never by whoever asked. */
export async function acceptStrategyRequest(ctx: StaffCtx, id: string, plannedFor: Date | null): Promise<void> {
  if (!may(ctx, 'referral.accept')) throw notAllowed();
  const request = found(await lockStrategyRequest(ctx, id));
  acceptStrategy({ state: request.state as StrategyState, requestedBy: request.requested_by }, ctx.who.staffId);
  await writeStrategyAccepted(ctx, id, plannedFor);
  await enqueue(ctx, 'casework.strategy-accepted', { requestId: id, byStaffId: ctx.who.staffId, at: ctx.now.toISOString() });
  saw(ctx, request.child_id);
  about(ctx, 'strategy-request', id);
}
