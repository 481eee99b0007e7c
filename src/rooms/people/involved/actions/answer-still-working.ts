import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { answerForMany, keptByMe, putQuestionAway } from '../keep.store.ts';

/** "Still working with these children?": confirms and ends many of one's own involvements at once, and puts the monthly question away once
 *  nothing is unconfirmed. Throws invalid when nothing was answered or both answers were given for one child. */
export async function answerStillWorking(
  ctx: StaffCtx,
  answer: { still: readonly string[]; ended: readonly string[]; all: boolean },
): Promise<{ still: number; ended: number }> {
  if (answer.still.some((id) => answer.ended.includes(id)))
    throw invalid([{ field: 'still', message: 'Choose either still or ended for each child, not both' }]);
  const still = answer.all ? (await keptByMe(ctx)).map((one) => one.id).filter((id) => !answer.ended.includes(id)) : answer.still;
  if (still.length + answer.ended.length === 0) throw invalid([{ field: 'still', message: 'Tick at least one child' }]);
  const done = await answerForMany(ctx, still, answer.ended);
  if ((await keptByMe(ctx)).every((one) => one.freshness.state === 'confirmed recently')) await putQuestionAway(ctx);
  about(ctx, 'staff', ctx.who.staffId);
  return done;
}
