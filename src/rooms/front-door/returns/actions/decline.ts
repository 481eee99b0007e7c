import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { requestMoved, type RequestState } from '../../hub/enquiry.ts';
import { answered, requestAsked } from '../asked.store.ts';
import { declineReasons, type DeclineReason } from '../return.ts';

/** Says no to a request, with the reason the hub reads. What was written and not released stays the agency's own. */
export async function decline(ctx: StaffCtx, requestId: string, it: { reason: DeclineReason; words: string }): Promise<void> {
  const { request } = await requestAsked(ctx, requestId, true);
  const state = requestMoved(request.state as RequestState, 'decline');
  await answered(ctx, request, state, `${declineReasons[it.reason]}. ${it.words}`);
}
