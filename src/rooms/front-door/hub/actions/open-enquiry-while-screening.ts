import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { moved, screeningWaitsFor, type ContactState } from '../../contact.ts';
import { contactToChange, moveContact, namedIn } from '../../contact.store.ts';
import { calledOfRow } from '../../submitted.ts';
import type { NewEnquiry } from '../enquiry.store.ts';
import { openEnquiry } from './open-enquiry.ts';

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
