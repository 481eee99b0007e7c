import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { dropDraft, keepDraft } from '../../../../../platform/web/draft.store.ts';
import { seeOther, type Answer, type Asked, type Typed } from '../../../../../platform/web/route.ts';
import { requestMoved, type RequestState } from '../../../hub/enquiry.ts';
import { writeReturn } from '../../actions/write-return.ts';
import { requestAsked } from '../../asked.store.ts';
import { questionsFor } from '../../question-sets.codes.ts';
import { restNothing, textOf } from '../../read-return.ts';
import { answerDraft, placesOf } from '../../return.ts';

/** Whatever the question set asks: the fields follow from the set and the people, and `readItems` knows them. */
export const answerShape = z.record(z.string().max(100), z.union([z.string().max(20_000), z.array(z.string().max(20_000)).max(40)]));

/** Takes the answer form: keeps it for later, adds to it, fills what is left, or writes the agency's return to read it through. */
export async function takeAnswer(ctx: StaffCtx, typed: Typed, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const then = textOf(typed, 'then');
  if (then !== 'rest' && then !== 'more' && then !== 'later') {
    await writeReturn(ctx, id, typed);
    return seeOther(`/asked-of-us/${id}/check`);
  }
  const { request, people } = await requestAsked(ctx, id);
  requestMoved(request.state as RequestState, 'answer with information');
  const { then: _then, ...answers } = then === 'rest' ? restNothing(typed, placesOf(questionsFor(request.discipline), people)) : typed;
  await dropDraft(ctx, answerDraft, request.id);
  await keepDraft(ctx, answerDraft, request.id, answers);
  if (then === 'later') return seeOther(`/asked-of-us/${id}`, 'Kept. Only you can see it until you read it through');
  return seeOther(
    `/asked-of-us/${id}/answer${then === 'more' ? '#main-content' : ''}`,
    then === 'rest' ? 'Every question left is answered with nothing known' : undefined,
  );
}
