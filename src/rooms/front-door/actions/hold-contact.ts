import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { contactToChange } from '../contact.store.ts';

/** Takes one contact in hand, or lets it go for a colleague. */
export async function holdContact(ctx: StaffCtx, contactId: string, hold: boolean): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  await ctx.tx
    .updateTable('contact')
    .set({ held_by: hold ? ctx.who.staffId : null, held_since: hold ? ctx.now : null })
    .where('id', '=', contact.id)
    .execute();
  about(ctx, 'contact', contact.id);
}
