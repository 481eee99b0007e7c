import type { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { answerQuestion } from '../../actions/answer-question.ts';
import { noteAgencyAnswer } from '../../actions/note-agency-answer.ts';
import { takeBackAnswer } from '../../actions/take-back-answer.ts';
import { takeQuestion } from '../../actions/take-question.ts';
import { waitsWords } from '../../question.ts';
import { letGo, questionById } from '../../question.store.ts';
import type { After } from '../../reading.ts';
import type { agencyAnswerShape, answerShape } from './form.ts';

const idOf = (asked: Asked): string => asked.params['id'] ?? '';

/** Takes the next question, or says that there is none. */
export async function takeNextPage(ctx: StaffCtx): Promise<Answer> {
  const next = await takeQuestion(ctx, null);
  return next ? seeOther(`/index/review/${next.id}`) : seeOther('/index/review', 'There is no question left that is yours to read');
}

export async function takeOnePage(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await takeQuestion(ctx, idOf(asked));
  return seeOther(`/index/review/${idOf(asked)}`);
}

const told = (after: After): string =>
  'settled' in after
    ? `Settled: ${after.settled}`
    : `Your answer is kept. The question waits for ${waitsWords[after.waitsFor].toLowerCase()}`;

export async function takeAnswer(ctx: StaffCtx, data: z.output<typeof answerShape>, asked: Asked): Promise<Answer> {
  const after = await answerQuestion(ctx, idOf(asked), data);
  if (data.then === 'stop') return seeOther('/index/review', told(after));
  const next = await takeQuestion(ctx, null);
  return next
    ? seeOther(`/index/review/${next.id}`, told(after))
    : seeOther('/index/review', `${told(after)}. No other question is yours to read`);
}

export async function takeTakingBack(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await takeBackAnswer(ctx, idOf(asked));
  return seeOther(`/index/review/${idOf(asked)}`, 'Your answer is taken back. The question is open again');
}

export async function takeRelease(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await questionById(ctx, idOf(asked));
  await letGo(ctx, idOf(asked));
  return seeOther('/index/review', 'The question is back in the queue');
}

export async function takeAgencyAnswer(ctx: StaffCtx, data: z.output<typeof agencyAnswerShape>, asked: Asked): Promise<Answer> {
  await noteAgencyAnswer(ctx, idOf(asked), data.answer);
  return seeOther('/index/review', 'The answer is noted, and the question may be read again');
}
