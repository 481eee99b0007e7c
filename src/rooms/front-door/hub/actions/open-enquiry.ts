import { randomUUID } from 'node:crypto';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { moved, screeningWaitsFor, type ContactState } from '../../contact.ts';
import { contactToChange, moveContact, namedIn } from '../../contact.store.ts';
import { calledOfRow } from '../../submitted.ts';
import { ragFacts } from '../enquiry.ts';
import { openEnquiryAbout, writeEnquiry, type NewEnquiry } from '../enquiry.store.ts';

/** Opens the hub's enquiry about a contact and starts the decision clock of its colour (C03 to C05); one that is open already is joined.
 *  Refuses while the agencies of a decided one are still to be told. */
export async function openEnquiry(ctx: StaffCtx, it: Omit<NewEnquiry, 'id'>): Promise<string> {
  const open = await openEnquiryAbout(ctx, it.contactId);
  if (open?.decided_at)
    throw refused('The last enquiry is decided but its agencies are not told yet. Tell them first; then another can be opened.');
  if (open) return open.id;
  const id = randomUUID();
  await writeEnquiry(ctx, { id, ...it });
  await startClock(ctx, { rule: ragFacts[it.rag].decision, subjectKind: 'hub-enquiry', subjectId: id, startedAt: ctx.now });
  return id;
}

/** Opens an enquiry about a contact in screening, whose children are all recognised; the contact waits for the picture. */
export async function openEnquiryWhileScreening(ctx: StaffCtx, it: Omit<NewEnquiry, 'id'>): Promise<string> {
  const contact = await contactToChange(ctx, it.contactId);
  about(ctx, 'contact', contact.id);
  const named = await namedIn(ctx, contact.id);
  const children = named.filter((one) => one.part !== 'adult').map((one) => ({ name: calledOfRow(one), personId: one.person_id }));
  const waits = screeningWaitsFor(children);
  if (waits) throw refused(`${waits}: agencies are asked about people, not names.`);
  saw(ctx, ...named.map((one) => one.person_id));
  const state = moved(contact.state as ContactState, 'ask for the hub picture');
  const id = await openEnquiry(ctx, it);
  await moveContact(ctx, contact, state);
  return id;
}
