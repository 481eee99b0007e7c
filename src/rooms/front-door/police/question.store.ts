import { randomUUID } from 'node:crypto';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { PoliceQuestion, QuestionKind } from './question.ts';

const every = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('police_question as q')
    .innerJoin('police_notification as n', 'n.id', 'q.notification_id')
    .leftJoin('staff as asker', 'asker.id', 'q.asked_by')
    .leftJoin('staff as answerer', 'answerer.id', 'q.answered_by')
    .select([
      'q.id',
      'q.contact_id as contactId',
      'q.notification_id as notificationId',
      'n.police_ref as policeRef',
      'q.kind',
      'q.question',
      'asker.display_name as askedBy',
      'q.asked_at as askedAt',
      'q.answer',
      'q.agreed',
      'answerer.display_name as answeredBy',
      'q.answered_at as answeredAt',
    ]);

const typed = (row: Awaited<ReturnType<ReturnType<typeof every>['execute']>>[number]): PoliceQuestion => ({
  ...row,
  kind: row.kind as QuestionKind,
  askedBy: row.askedBy ?? 'The front door',
});

/** Questions about one contact, latest first. */
export async function questionsAbout(ctx: StaffCtx, contactId: string): Promise<PoliceQuestion[]> {
  return (await every(ctx).where('q.contact_id', '=', contactId).orderBy('q.asked_at', 'desc').execute()).map(typed);
}

/** Questions the reader's force has not answered, oldest first. */
export async function unanswered(ctx: StaffCtx): Promise<PoliceQuestion[]> {
  return (await every(ctx).where('q.answer', 'is', null).orderBy('q.asked_at').limit(100).execute()).map(typed);
}

/** Questions about everything told under the reference of one notification, for the police. */
export async function questionsOnReference(ctx: StaffCtx, it: { agency_id: string; police_ref: string }): Promise<PoliceQuestion[]> {
  const rows = await every(ctx)
    .where('n.agency_id', '=', it.agency_id)
    .where('n.police_ref', '=', it.police_ref)
    .orderBy('q.asked_at', 'desc')
    .execute();
  return rows.map(typed);
}

/** Asks the police. */
export async function insertQuestion(
  ctx: StaffCtx,
  it: { contactId: string; notificationId: string; agencyId: string; kind: QuestionKind; question: string },
): Promise<void> {
  await ctx.tx
    .insertInto('police_question')
    .values({
      id: randomUUID(),
      contact_id: it.contactId,
      notification_id: it.notificationId,
      agency_id: it.agencyId,
      kind: it.kind,
      question: it.question,
      asked_by: ctx.who.staffId,
      asked_at: ctx.now,
    })
    .execute();
}

/** Keeps the police's answer; gives the notification it is about. Throws notFound when it is not theirs, or answered. */
export async function writeAnswer(ctx: StaffCtx, id: string, it: { answer: string; agreed: boolean | null }): Promise<string> {
  const row = await ctx.tx
    .updateTable('police_question')
    .set({ answer: it.answer, agreed: it.agreed, answered_by: ctx.who.staffId, answered_at: ctx.now })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('notification_id')
    .executeTakeFirst();
  return found(row).notification_id;
}
