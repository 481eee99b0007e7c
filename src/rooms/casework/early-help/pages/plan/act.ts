import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { dateOf, withDates } from '../../../typed-date.ts';
import { agreePlan } from '../../actions/agree-plan.ts';

export const agreeShape = withDates(
  ['agreedOn', 'nextReviewOn'],
  z.object({ agreedOn: dateOf({ label: 'Day of agreement' }), nextReviewOn: dateOf({ label: 'Day of the next review' }) }),
);

/** Takes the family's agreement to the plan. */
export async function takeAgree(ctx: StaffCtx, data: z.output<typeof agreeShape>, asked: Asked): Promise<Answer> {
  const today = londonDate(ctx.now);
  const faults = [
    ...(data.agreedOn > today ? [{ field: 'agreedOn', message: 'Day of agreement must be today or in the past' }] : []),
    ...(data.nextReviewOn <= data.agreedOn
      ? [{ field: 'nextReviewOn', message: 'The next review must be after the day of agreement' }]
      : []),
  ];
  if (faults.length > 0) throw invalid(faults);
  const episodeId = asked.params['id'] ?? '';
  await agreePlan(ctx, episodeId, data.agreedOn, data.nextReviewOn);
  return seeOther(`/early-help/${episodeId}/plan`, 'The plan is agreed.');
}
