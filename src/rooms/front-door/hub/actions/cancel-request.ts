import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { enquiryToChange } from '../enquiry.store.ts';
import { requestToChange } from '../request.store.ts';
import { stopAsking } from './stop-asking.ts';

/** No longer asks an agency, with the reason it will read; its clock is cancelled. Not an answer of nothing known. */
export async function cancelRequest(ctx: StaffCtx, it: { enquiryId: string; requestId: string; reason: string }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  await stopAsking(ctx, await requestToChange(ctx, enquiry.id, it.requestId), it.reason);
}
