import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { anyOf, oneOf, optionalId, optionalText, requiredText, version, wholeNumber } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { saveGoal } from '../../actions/save-goal.ts';
import { needCodes } from '../../early-help.codes.ts';

export const goalShape = z.object({
  familyWords: requiredText('Write what will be different', 500),
  outcomeId: requiredText('Select the outcome this goal leads to', 20),
  forPersonId: optionalId(),
  baseline: wholeNumber(0, 10, 'Select where things stand now'),
  target: wholeNumber(0, 10, 'Select where they should be'),
  howWeWillKnow: requiredText('Say how we will know', 1000),
  needs: anyOf(needCodes),
  state: oneOf(['working', 'achieved', 'dropped'], 'Select where this goal is'),
  endedBecause: optionalText(500),
  _version: version,
});

/** Takes a goal, new or changed. */
export async function takeGoal(ctx: StaffCtx, data: z.output<typeof goalShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await saveGoal(ctx, episodeId, asked.params['goalId'] ?? null, data, data._version);
  return seeOther(`/early-help/${episodeId}/plan`, 'Goal saved.');
}
