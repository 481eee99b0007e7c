import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { contactOf } from '../../contact.store.ts';
import { notificationsOfContact } from '../notification.store.ts';
import { insertQuestion } from '../question.store.ts';
import type { QuestionKind } from '../question.ts';

/** Asks the force that notified: most often who the children are. The clock runs on; the force answers on its own page. */
export async function askPolice(ctx: StaffCtx, contactId: string, it: { kind: QuestionKind; question: string }): Promise<void> {
  const contact = await contactOf(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const latest = found((await notificationsOfContact(ctx, contact.id))[0]);
  await insertQuestion(ctx, { contactId: contact.id, notificationId: latest.id, agencyId: latest.agency_id, ...it });
}
