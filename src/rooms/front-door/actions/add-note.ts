import { randomUUID } from 'node:crypto';
import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { contactOf } from '../contact.store.ts';
import { touchHold } from '../workspace/hold.store.ts';

/** Adds what was found or said while screening. */
export async function addNote(ctx: StaffCtx, contactId: string, note: string): Promise<void> {
  const contact = await contactOf(ctx, contactId);
  about(ctx, 'contact', contact.id);
  await touchHold(ctx, contact);
  await ctx.tx
    .insertInto('contact_note')
    .values({ id: randomUUID(), contact_id: contact.id, note, written_by: ctx.who.staffId, written_at: ctx.now })
    .execute();
}
