import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { requestMoved, type RequestState } from '../../hub/enquiry.ts';
import { changeAsked, requestAsked } from '../asked.store.ts';

/** Says to the hub that this person has the request. It is no answer: the clock goes on. */
export async function acknowledge(ctx: StaffCtx, requestId: string): Promise<void> {
  const { request } = await requestAsked(ctx, requestId, true);
  const state = requestMoved(request.state as RequestState, 'acknowledge');
  await changeAsked(ctx, request, { state, acknowledged_by: ctx.who.staffId, acknowledged_at: ctx.now });
}
