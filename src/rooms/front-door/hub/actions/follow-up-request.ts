import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { cancelClock } from '../../../../platform/time/clock.store.ts';
import { isOwed, ragFacts, requestMoved, type Rag, type RequestState } from '../enquiry.ts';
import { enquiryToChange } from '../enquiry.store.ts';
import { changeRequest, requestToChange, writeChase, type RequestRow } from '../request.store.ts';

/** Notes that an agency was reminded of a request it still owes; the clock goes on. */
export async function chaseAgency(
  ctx: StaffCtx,
  it: { enquiryId: string; requestId: string; how: string; spokeTo: string | null; note: string | null },
): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  const request = await requestToChange(ctx, enquiry.id, it.requestId);
  if (!isOwed(request.state as RequestState)) throw refused('This request is answered or no longer asked, so there is nothing to chase.');
  await writeChase(ctx, it);
}

/** No longer asks an agency, with the reason it will read; its clock is cancelled. Not an answer of nothing known. */
export async function cancelRequest(ctx: StaffCtx, it: { enquiryId: string; requestId: string; reason: string }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  await stopAsking(ctx, await requestToChange(ctx, enquiry.id, it.requestId), it.reason);
}

/** Cancels one request and its clock. */
export async function stopAsking(ctx: StaffCtx, request: RequestRow, reason: string): Promise<void> {
  await changeRequest(ctx, request, { state: requestMoved(request.state as RequestState, 'cancel'), cancel_reason: reason });
  await cancelClock(ctx, { rule: ragFacts[request.rag as Rag].returns, subjectKind: 'information-request', subjectId: request.id });
}
