import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { oneOf, optionalId, optionalText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { dateOf, optionalDateOf, withDates } from '../../../typed-date.ts';
import { recordReview } from '../../actions/record-review.ts';
import { ragCodes, type Rag } from '../../early-help.codes.ts';
import { openPlan } from '../../open-plan.store.ts';
import type { Goal } from '../../plan.store.ts';
import { reviewDecisions, type Score } from '../../review.ts';

export const reviewShape = withDates(
  ['heldOn', 'nextOn'],
  z.looseObject({
    heldOn: dateOf({ label: 'Day of the review' }),
    meetingId: optionalId(),
    childViews: optionalText(),
    childViewsMissing: optionalText(500),
    parentViews: optionalText(),
    parentViewsMissing: optionalText(500),
    newInformation: optionalText(),
    decision: oneOf(reviewDecisions, 'Select what is next'),
    nextOn: optionalDateOf({ label: 'Day of the next review' }),
  }),
);
type Data = z.output<typeof reviewShape>;

/** Takes a review: a score and a word for each goal being worked on. */
export async function takeReview(ctx: StaffCtx, data: Data, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  const { goals, path } = await openPlan(ctx, episodeId);
  const scores = goals.filter((goal) => goal.state === 'working').flatMap((goal) => scoreFrom(data, goal));
  await recordReview(ctx, episodeId, { ...data, scores });
  if (data.decision === 'close') return seeOther(`${path}/close`, 'Review saved. Now ask to close.');
  if (data.decision === 'step up') return seeOther(`${path}/step-up`, 'Review saved. Now send the worry to the front door.');
  return seeOther(path, 'Review saved.');
}

function scoreFrom(data: Data, goal: Goal): Score[] {
  const typed = data as Record<string, unknown>;
  const [now, rag, comment] = [typed[`now-${goal.id}`], typed[`rag-${goal.id}`], typed[`comment-${goal.id}`]];
  if (typeof now !== 'string' || !/^(10|[0-9])$/.test(now)) return [];
  if (!(ragCodes as readonly unknown[]).includes(rag)) throw invalid([{ field: `rag-${goal.id}`, message: 'Select how each goal goes' }]);
  return [
    {
      goalId: goal.id,
      then: goal.latest ?? goal.baseline,
      now: Number(now),
      rag: rag as Rag,
      comment: typeof comment === 'string' && comment.trim() ? comment.trim().slice(0, 500) : null,
    },
  ];
}
