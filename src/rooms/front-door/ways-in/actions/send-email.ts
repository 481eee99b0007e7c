import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { draftOf, dropDraft } from '../../../../platform/web/draft.store.ts';
import { raiseConcern, type Raised } from '../../actions/raise-concern.ts';
import type { Concern } from '../../concern.ts';
import { emailDraft } from '../email.ts';

/** Makes the contact of the message in the draft, with who it is about as the officer said. */
export async function sendEmail(ctx: StaffCtx, concern: Concern): Promise<Raised> {
  const draft = found(await draftOf(ctx, emailDraft));
  const text = (name: string): string | null => String(draft.answers[name] ?? '') || null;
  const sha256 = text('sha256');
  if (!sha256) throw invalid([{ field: 'whatHappened', message: 'Upload the email first' }]);
  const raised = await raiseConcern(ctx, concern, 'EMAIL', draft.id);
  const sentAt = text('sentAt');
  await ctx.tx
    .insertInto('email_capture')
    .values({
      contact_id: raised.id,
      message_id: text('messageId'),
      from_name: text('fromName'),
      from_address: text('fromAddress'),
      subject: text('subject'),
      sent_at: sentAt ? new Date(sentAt) : null,
      sha256,
      captured_by: ctx.who.staffId,
      captured_at: ctx.now,
    })
    .execute();
  await dropDraft(ctx, emailDraft);
  return raised;
}
