import { randomUUID } from 'node:crypto';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { ragFacts, type Rag } from '../enquiry.ts';
import { openEnquiryAbout, writeEnquiry } from '../enquiry.store.ts';

/** Opens the hub's enquiry about a contact and starts the decision clock of its colour (C03 to C05); one that is open already is joined. */
export async function openEnquiry(ctx: StaffCtx, it: { contactId: string; rag: Rag; purpose: string }): Promise<string> {
  const open = await openEnquiryAbout(ctx, it.contactId);
  if (open) return open.id;
  const id = randomUUID();
  await writeEnquiry(ctx, { id, ...it });
  await startClock(ctx, { rule: ragFacts[it.rag].decision, subjectKind: 'hub-enquiry', subjectId: id, startedAt: ctx.now });
  return id;
}
