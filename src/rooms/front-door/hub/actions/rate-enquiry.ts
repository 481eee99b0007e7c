import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { cancelClock, startClock } from '../../../../platform/time/clock.store.ts';
import { clockMoves, isOwed, ragFacts, type Rag } from '../enquiry.ts';
import { changeEnquiry, enquiryToChange, writeRating } from '../enquiry.store.ts';
import { requestsOf, changeRequest, requestToChange } from '../request.store.ts';

/** Rates an enquiry anew, with the reason. The old colour's clocks are cancelled and stay to be read; the new colour's begin where the old did:
 *  the decision at the opening, each request that is still owed when it was asked. */
export async function rateEnquiry(ctx: StaffCtx, it: { enquiryId: string; rag: Rag; reason: string }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  const from = enquiry.rag as Rag;
  if (enquiry.decided_at) throw refused('This enquiry is decided, so its rating stands.');
  if (from === it.rag) throw refused(`It is rated ${ragFacts[from].words.toLowerCase()} already.`);
  await writeRating(ctx, { enquiryId: enquiry.id, rag: it.rag, reason: it.reason, suggestedBy: null });
  await changeEnquiry(ctx, enquiry, { rag: it.rag });
  const owed = (await requestsOf(ctx, enquiry.id)).filter((one) => isOwed(one.state));
  for (const { of, stop, start } of clockMoves(from, it.rag)) {
    const on =
      of === 'decision'
        ? [{ subjectKind: 'hub-enquiry', subjectId: enquiry.id, startedAt: enquiry.opened_at }]
        : owed.map((one) => ({ subjectKind: 'information-request', subjectId: one.id, startedAt: one.askedAt }));
    for (const { startedAt, ...subject } of on) {
      if (stop) await cancelClock(ctx, { rule: stop, ...subject });
      await startClock(ctx, { rule: start, ...subject, startedAt });
    }
  }
  for (const { id } of owed) await changeRequest(ctx, await requestToChange(ctx, enquiry.id, id), { rag: it.rag });
}
