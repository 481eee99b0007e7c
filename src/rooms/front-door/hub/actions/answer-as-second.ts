import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { changeEnquiry, enquiryToChange } from '../enquiry.store.ts';

/** The second manager's answer, with the reason: someone other than who asked. */
export async function answerAsSecond(ctx: StaffCtx, it: { enquiryId: string; agreed: boolean; reason: string }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  if (!enquiry.second_asked_by) throw refused('Nobody has asked for a second manager.');
  if (enquiry.decided_at) throw refused('This enquiry is decided already.');
  if (enquiry.second_asked_by === ctx.who.staffId) throw refused('You proposed this yourself. The second manager has to be somebody else.');
  await changeEnquiry(ctx, enquiry, {
    second_by: ctx.who.staffId,
    second_at: ctx.now,
    second_reason: it.reason,
    second_agreed: it.agreed,
  });
}
