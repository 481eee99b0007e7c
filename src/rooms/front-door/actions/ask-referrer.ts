import { randomUUID } from 'node:crypto';
import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { moved, type ContactState } from '../contact.ts';
import { contactToChange, moveContact } from '../contact.store.ts';

/** Asks the referrer something, only when it is safe to wait; the screening clock runs on (3.3). */
export async function askReferrer(ctx: StaffCtx, asked: { contactId: string; question: string; safeBecause: string }): Promise<void> {
  const contact = await contactToChange(ctx, asked.contactId);
  about(ctx, 'contact', contact.id);
  if (!contact.referrer_staff_id) throw refused('This referrer has no page here. Call them, and write what they said as a note.');
  const state = moved(contact.state as ContactState, 'ask the referrer');
  await ctx.tx
    .insertInto('contact_question')
    .values({
      id: randomUUID(),
      contact_id: contact.id,
      question: asked.question,
      safe_because: asked.safeBecause,
      asked_by: ctx.who.staffId,
      asked_at: ctx.now,
    })
    .execute();
  await moveContact(ctx, contact, state);
  const words = { reference: contact.reference, link: `/my-concerns/${contact.id}` };
  const to = { staffId: contact.referrer_staff_id };
  await notify(ctx, { template: 'question-waits', to, words, about: { kind: 'contact', id: contact.id } });
}
