import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { Rag } from './enquiry.ts';

/** Enquiries of the hub about a contact, oldest first; at most one is open. */
export async function enquiriesAbout(ctx: Ctx, contactId: string) {
  return ctx.tx.selectFrom('hub_enquiry').selectAll().where('contact_id', '=', contactId).orderBy('opened_at').execute();
}

/** The open enquiry about a contact, if there is one. */
export async function openEnquiryAbout(ctx: Ctx, contactId: string) {
  return ctx.tx.selectFrom('hub_enquiry').selectAll().where('contact_id', '=', contactId).where('closed_at', 'is', null).executeTakeFirst();
}

/** Writes a new enquiry with its first rating. */
export async function writeEnquiry(ctx: StaffCtx, it: { id: string; contactId: string; rag: Rag; purpose: string }): Promise<void> {
  await ctx.tx
    .insertInto('hub_enquiry')
    .values({ id: it.id, contact_id: it.contactId, rag: it.rag, purpose: it.purpose, opened_by: ctx.who.staffId, opened_at: ctx.now })
    .execute();
  await writeRating(ctx, { enquiryId: it.id, rag: it.rag, reason: it.purpose, suggestedBy: null });
}

/** Adds a rating to an enquiry's history. */
export async function writeRating(
  ctx: StaffCtx,
  it: { enquiryId: string; rag: Rag; reason: string; suggestedBy: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('hub_rag')
    .values({
      enquiry_id: it.enquiryId,
      rag: it.rag,
      reason: it.reason,
      suggested_by: it.suggestedBy,
      set_by: ctx.who.staffId,
      set_at: ctx.now,
    })
    .execute();
}
