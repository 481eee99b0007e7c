import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid, refused } from '../../../../platform/access/refusal.ts';
import { contactToChange } from '../../contact.store.ts';
import type { Rating } from '../lanes.codes.ts';
import { routingsOf } from '../routing.store.ts';

export interface RatingAnswer {
  contactId: string;
  answer: 'confirmed' | 'another rating' | 'no rating';
  given: Rating | null;
  reason: string;
}

/** A person's word on the rating a rule suggested: confirmed, another, or none, always with a reason. Nothing is rated without it.
 *  Refuses when no suggestion waits, and "another" that is the same or missing. */
export async function answerRating(ctx: StaffCtx, it: RatingAnswer): Promise<void> {
  const contact = await contactToChange(ctx, it.contactId);
  about(ctx, 'contact', contact.id);
  const waiting = found((await routingsOf(ctx, contact.id))[0]);
  if (!waiting.suggested_rag) throw refused('No rating is suggested for this contact.');
  if (waiting.rag_answer) throw refused(`${waiting.rag_by_name ?? 'A colleague'} has answered this suggestion already.`);
  if (it.answer === 'another rating' && (!it.given || it.given === waiting.suggested_rag))
    throw invalid([{ field: 'given', message: 'Say which other rating it is' }]);
  const given = it.answer === 'confirmed' ? waiting.suggested_rag : it.answer === 'another rating' ? it.given : null;
  await ctx.tx
    .updateTable('contact_routing')
    .set({ rag_answer: it.answer, rag_given: given, rag_reason: it.reason, rag_by: ctx.who.staffId, rag_at: ctx.now })
    .where('id', '=', waiting.id)
    .execute();
}
