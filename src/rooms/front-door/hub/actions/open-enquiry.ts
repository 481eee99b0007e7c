import { randomUUID } from 'node:crypto';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { isMoreUrgent, ragFacts, type Rag } from '../enquiry.ts';
import { openEnquiryAbout, writeEnquiry, type NewEnquiry } from '../enquiry.store.ts';
import { rateEnquiry } from './rate-enquiry.ts';

/** Opens the hub's enquiry about a contact and starts the decision clock of its colour (C03 to C05); one that is open already is joined, and rated anew
 *  where this is more urgent.
 *  Refuses while the agencies of a decided one are still to be told. */
export async function openEnquiry(ctx: StaffCtx, it: Omit<NewEnquiry, 'id'>): Promise<string> {
  const open = await openEnquiryAbout(ctx, it.contactId);
  if (open?.decided_at)
    throw refused('The last enquiry is decided but its agencies are not told yet. Tell them first; then another can be opened.');
  if (open && isMoreUrgent(it.rag, open.rag as Rag))
    await rateEnquiry(ctx, { enquiryId: open.id, rag: it.rag, reason: it.reason ?? it.purpose });
  if (open) return open.id;
  const id = randomUUID();
  await writeEnquiry(ctx, { id, ...it });
  await startClock(ctx, { rule: ragFacts[it.rag].decision, subjectKind: 'hub-enquiry', subjectId: id, startedAt: ctx.now });
  return id;
}
