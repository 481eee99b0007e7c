import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, found } from '../../../../platform/access/refusal.ts';
import { unanswered, writeAnswer } from '../question.store.ts';

/** The force answers the front door. Whether something may be told on is answered with yes or no as well as in words. Gives the notification. */
export async function answerPoliceQuestion(ctx: StaffCtx, id: string, it: { answer: string; agreed: boolean | null }): Promise<string> {
  const question = found((await unanswered(ctx)).find((one) => one.id === id));
  if (question.kind === 'sharing' && it.agreed === null)
    throw invalid([{ field: 'agreed', message: 'Say whether you agree that it is told' }]);
  about(ctx, 'police-question', id);
  return writeAnswer(ctx, id, { answer: it.answer, agreed: question.kind === 'sharing' ? it.agreed : null });
}
