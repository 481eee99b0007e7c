import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found, notFound } from '../../../platform/access/refusal.ts';
import { moved, type ContactState } from '../contact.ts';
import { contactToChange, moveContact } from '../contact.store.ts';

/** The referrer's answer to the front door's question; the contact goes back to screening. */
export async function answerQuestion(ctx: StaffCtx, contactId: string, answer: string): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  // Only whoever raised it answers: an answer is the referrer's word.
  if (contact.referrer_staff_id !== ctx.who.staffId) throw notFound();
  about(ctx, 'contact', contact.id);
  const open = found(
    await ctx.tx
      .selectFrom('contact_question')
      .select('id')
      .where('contact_id', '=', contact.id)
      .where('answered_at', 'is', null)
      .orderBy('asked_at', 'desc')
      .executeTakeFirst(),
  );
  await ctx.tx.updateTable('contact_question').set({ answer, answered_at: ctx.now }).where('id', '=', open.id).execute();
  await moveContact(ctx, contact, moved(contact.state as ContactState, 'take the answer'));
}
