import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { beginClock, stopClock } from '../../clocks.ts';
import { mustManage } from '../access.ts';
import { after } from '../episode.ts';
import { lockEpisode, today, writeEpisode } from '../episode.store.ts';
import { openPlan } from '../open-plan.store.ts';
import { reached, reviewFaults, type ReviewFacts } from '../review.ts';
import { insertReview, markAchieved } from '../review.store.ts';

/** Records a review: scores, views, decision. Stops the running review clock (C33) and starts the next when help goes on. */
export async function recordReview(
  ctx: StaffCtx,
  episodeId: string,
  review: ReviewFacts & { newInformation: string | null; meetingId: string | null },
): Promise<string> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing, goals } = await openPlan(ctx, episodeId);
  mustManage(standing);
  const state = after(episode.state, 'review');
  const working = goals.filter((goal) => goal.state === 'working');
  const faults = reviewFaults(
    review,
    working.map((goal) => goal.id),
    today(ctx),
  );
  if (faults.length > 0) throw invalid(faults);
  const scores = review.scores.filter((score) => working.some((goal) => goal.id === score.goalId));
  const id = await insertReview(ctx, episodeId, { ...review, scores });
  await markAchieved(ctx, reached(scores, new Map(working.map((goal) => [goal.id, goal.target]))));
  await writeEpisode(ctx, episodeId, 'reviewed', { next_review_on: review.nextOn }, state, id);
  await stopClock(ctx, 'C33', 'early-help', episodeId, review.heldOn);
  if (review.decision === 'continue') await beginClock(ctx, 'C33', 'early-help', episodeId, review.heldOn);
  await dropDraft(ctx, 'plan-review', episodeId);
  return id;
}
