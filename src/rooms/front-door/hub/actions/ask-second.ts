import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { changeEnquiry, enquiryToChange } from '../enquiry.store.ts';

const nobodyYet = { second_by: null, second_at: null, second_reason: null, second_agreed: null } as const;

/** Asks for a second manager for a red enquiry that is to end without further action: what is proposed and why. Asked anew, an earlier answer is gone. */
export async function askSecond(ctx: StaffCtx, it: { enquiryId: string; proposal: string }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  if (enquiry.decided_at) throw refused('This enquiry is decided already.');
  if (enquiry.rag !== 'RED') throw refused('Only a red enquiry needs a second manager.');
  await changeEnquiry(ctx, enquiry, {
    second_asked_by: ctx.who.staffId,
    second_asked_at: ctx.now,
    second_proposal: it.proposal,
    ...nobodyYet,
  });
}
