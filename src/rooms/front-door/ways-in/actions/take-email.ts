import PostalMime from 'postal-mime';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid, Refusal } from '../../../../platform/access/refusal.ts';
import type { UploadedFile } from '../../../../platform/web/route.ts';
import { draftOf, dropDraft, keepDraft } from '../../../../platform/web/draft.store.ts';
import { keepFile, keepMessage } from '../../file.store.ts';
import { emailDraft, emailFrom, type ReadEmail } from '../email.ts';
import { emailAlready } from '../email.store.ts';

/** Reads an uploaded message into the officer's draft: its words, its sender, its attachments (each scanned). Refuses what is no email and
 *  one that was captured before; an attachment of a type we do not take is left out and named, and the whole message is kept beside. */
export async function takeEmail(ctx: StaffCtx, file: UploadedFile | undefined): Promise<void> {
  if (!file || file.content.length === 0) throw invalid([{ field: 'file', message: 'Choose the email, saved as an .eml file' }]);
  const parsed = await PostalMime.parse(file.content, { attachmentEncoding: 'arraybuffer' }).catch(() => null);
  const email = parsed && emailFrom(parsed, file.content);
  if (!email) throw invalid([{ field: 'file', message: 'This is not an email. Save the message as an .eml file and choose that.' }]);
  const before = await emailAlready(ctx, email);
  if (before) throw invalid([{ field: 'file', message: `This email is contact ${before} already` }]);
  await dropDraft(ctx, emailDraft);
  await keepDraft(ctx, emailDraft, null, {});
  const { id } = found(await draftOf(ctx, emailDraft));
  await keepMessage(ctx, id, { name: `${(email.subject ?? 'message').slice(0, 80)}.eml`, content: file.content });
  const leftOut: string[] = [];
  for (const one of email.attachments) if (!(await kept(ctx, id, one))) leftOut.push(one.name);
  await keepDraft(ctx, emailDraft, null, answersOf(email, leftOut));
}

/** An attachment we take; false for one we do not. */
async function kept(ctx: StaffCtx, draftId: string, one: ReadEmail['attachments'][number]): Promise<boolean> {
  if (one.content.length === 0) return false;
  try {
    await keepFile(ctx, draftId, { field: 'file', ...one });
    return true;
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid') return false;
    throw refusal;
  }
}

const answersOf = (email: ReadEmail, leftOut: readonly string[]) => ({
  messageId: email.messageId ?? '',
  fromName: email.fromName ?? '',
  fromAddress: email.fromAddress ?? '',
  subject: email.subject ?? '',
  sentAt: email.sentAt?.toISOString() ?? '',
  sha256: email.sha256,
  leftOut: [...leftOut],
  yourName: email.fromName ?? '',
  yourEmail: email.fromAddress ?? '',
  whatHappened: [email.subject, email.text].filter(Boolean).join('\n\n'),
});
