import { sql } from 'kysely';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { keepAfter, lockQuestion } from '../question.store.ts';
import { noteAnswer, requestsOf } from '../request.store.ts';

/** Notes what the agency said; earlier answers stop counting, for they were given without it, and the question may be read by anyone again. */
export async function noteAgencyAnswer(ctx: StaffCtx, questionId: string, answer: string): Promise<void> {
  const question = await lockQuestion(ctx, questionId);
  saw(ctx, question.personId, question.otherPersonId);
  about(ctx, 'link-question', questionId);
  if (question.settledAt) throw refused('This question has been settled.');
  const request = found((await requestsOf(ctx, question)).find((one) => one.answeredAt === null));
  await noteAnswer(ctx, request.id, answer);
  await sql`select search.start_afresh(${questionId})`.execute(ctx.tx);
  await keepAfter(ctx, question, { settled_as: null, waits_for: 'reader', needs_second_reader: question.needsSecondReader });
}
