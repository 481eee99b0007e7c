import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { isOwed, type RequestState } from '../enquiry.ts';
import { enquiryToChange } from '../enquiry.store.ts';
import { requestToChange, writeChase } from '../request.store.ts';

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
