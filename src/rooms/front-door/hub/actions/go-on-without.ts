import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { isAnswered, waitedFor } from '../enquiry.ts';
import { changeEnquiry, enquiryToChange } from '../enquiry.store.ts';
import { requestsOf } from '../request.store.ts';

/** Says why the hub decides without every answer (domain 3.4). The reason names who is missing; a request made after it is waited for again. */
export async function goOnWithout(ctx: StaffCtx, it: { enquiryId: string; reason: string }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  if (enquiry.decided_at) throw refused('This enquiry is decided already.');
  const requests = await requestsOf(ctx, enquiry.id);
  const missing = waitedFor(requests, enquiry.proceeded_at);
  if (missing.length === 0 && requests.some((one) => isAnswered(one.state)))
    throw refused('Nothing is missing, so there is nothing to go on without.');
  const who = missing.length === 0 ? 'Nobody was asked' : `Without ${missing.map((one) => one.agency).join(', ')}`;
  await changeEnquiry(ctx, enquiry, {
    proceeded_without: `${who}: ${it.reason}`,
    proceeded_by: ctx.who.staffId,
    proceeded_at: ctx.now,
  });
}
