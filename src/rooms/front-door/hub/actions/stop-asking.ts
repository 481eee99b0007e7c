import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { cancelClock } from '../../../../platform/time/clock.store.ts';
import { ragFacts, requestMoved, type Rag, type RequestState } from '../enquiry.ts';
import { changeRequest, type RequestRow } from '../request.store.ts';

/** Cancels one request and its clock. */
export async function stopAsking(ctx: StaffCtx, request: RequestRow, reason: string): Promise<void> {
  await changeRequest(ctx, request, { state: requestMoved(request.state as RequestState, 'cancel'), cancel_reason: reason });
  await cancelClock(ctx, { rule: ragFacts[request.rag as Rag].returns, subjectKind: 'information-request', subjectId: request.id });
}
