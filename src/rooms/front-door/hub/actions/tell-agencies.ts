import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { isAnswered, isOwed } from '../enquiry.ts';
import { changeEnquiry, enquiryToChange } from '../enquiry.store.ts';
import { changeRequest, requestsOf, requestToChange } from '../request.store.ts';
import { stopAsking } from './stop-asking.ts';

/** What an agency that never answered reads when the enquiry closes. */
const decidedWithoutYou = 'The hub decided without this answer. If you know something that matters, raise it as a concern.';

/** Tells every agency that answered what became of it, in words chosen for each, and closes the enquiry; whoever still owes an answer is no longer asked. */
export async function tellAgencies(ctx: StaffCtx, it: { enquiryId: string; told: ReadonlyMap<string, string> }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  if (!enquiry.decided_at) throw refused('Decide for every child before telling the agencies.');
  if (enquiry.closed_at) throw refused('The agencies are told already.');
  for (const one of await requestsOf(ctx, enquiry.id)) {
    if (!isAnswered(one.state) && !isOwed(one.state)) continue;
    const request = await requestToChange(ctx, enquiry.id, one.id);
    if (isOwed(one.state)) await stopAsking(ctx, request, decidedWithoutYou);
    else await changeRequest(ctx, request, { told_outcome: it.told.get(one.id) ?? '', told_outcome_at: ctx.now });
  }
  await changeEnquiry(ctx, enquiry, { closed_at: ctx.now });
}
