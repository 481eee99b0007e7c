import { randomUUID } from 'node:crypto';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { Rag } from './early-help.codes.ts';
import type { ReviewFacts } from './review.ts';

/** Writes a review and its scores; returns its id. */
export async function insertReview(
  ctx: StaffCtx,
  episodeId: string,
  review: ReviewFacts & { newInformation: string | null; meetingId: string | null },
): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('review')
    .values({
      id,
      episode_id: episodeId,
      meeting_id: review.meetingId,
      held_on: review.heldOn,
      child_views: review.childViews,
      child_views_missing: review.childViewsMissing,
      parent_views: review.parentViews,
      parent_views_missing: review.parentViewsMissing,
      new_information: review.newInformation,
      decision: review.decision,
      next_on: review.nextOn,
      recorded_by: ctx.who.staffId,
      recorded_at: ctx.now,
    })
    .execute();
  if (review.scores.length > 0) {
    await ctx.tx
      .insertInto('goal_score')
      .values(
        review.scores.map((score) => ({
          review_id: id,
          goal_id: score.goalId,
          episode_id: episodeId,
          score_then: score.then,
          score_now: score.now,
          rag: score.rag,
          comment: score.comment,
        })),
      )
      .execute();
  }
  return id;
}

/** Marks goals achieved. */
export async function markAchieved(ctx: StaffCtx, goalIds: readonly string[]): Promise<void> {
  if (goalIds.length === 0) return;
  await ctx.tx
    .updateTable('plan_goal')
    .set((eb) => ({ state: 'achieved', changed_by: ctx.who.staffId, changed_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', 'in', [...goalIds])
    .where('state', '=', 'working')
    .execute();
}

/** Reviews of an episode, latest first, with their scores. */
export async function reviewsOf(ctx: Ctx, episodeId: string) {
  const reviews = await ctx.tx
    .selectFrom('review as r')
    .innerJoin('staff as s', 's.id', 'r.recorded_by')
    .selectAll('r')
    .select('s.display_name as by_name')
    .where('r.episode_id', '=', episodeId)
    .orderBy('r.held_on', 'desc')
    .orderBy('r.recorded_at', 'desc')
    .execute();
  const scores = await ctx.tx.selectFrom('goal_score').selectAll().where('episode_id', '=', episodeId).execute();
  return reviews.map((review) => ({
    ...review,
    scores: scores.filter((score) => score.review_id === review.id).map((score) => ({ ...score, rag: score.rag as Rag })),
  }));
}
