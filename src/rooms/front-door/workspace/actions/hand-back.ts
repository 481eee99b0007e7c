import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { contactToChange } from '../../contact.store.ts';
import { sayWhy } from '../hold.store.ts';

/** Gives a contact back to the queue and says what the next person should know. Only whoever holds it. */
export async function handBack(ctx: StaffCtx, contactId: string, why: string): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  about(ctx, 'contact', contact.id);
  if (contact.held_by !== ctx.who.staffId) throw refused('You do not hold this contact, so you cannot hand it back.');
  await ctx.tx.updateTable('contact').set({ held_by: null, held_since: null }).where('id', '=', contact.id).execute();
  await sayWhy(ctx, contact.id, why);
}
