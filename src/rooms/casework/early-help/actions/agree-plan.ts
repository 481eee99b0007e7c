import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { mustManage } from '../access.ts';
import { after } from '../episode.ts';
import { lockEpisode, writeEpisode } from '../episode.store.ts';
import { openPlan } from '../open-plan.store.ts';
import { mayAgree } from '../plan.ts';
import { writePlanState } from '../plan.store.ts';
import { planFacts } from '../facts-of.ts';

/** The plan is agreed with the family: it is whole, each goal cites an outcome, each has an action with owner and date. */
export async function agreePlan(ctx: StaffCtx, episodeId: string, agreedOn: string, nextReviewOn: string): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing, plan, goals, actions } = await openPlan(ctx, episodeId);
  mustManage(standing);
  const state = after(episode.state, 'agree plan');
  mayAgree(planFacts(found(plan), goals, actions));
  await writePlanState(ctx, episodeId, 'active', agreedOn);
  await writeEpisode(ctx, episodeId, 'plan-agreed', { plan_agreed_on: agreedOn, next_review_on: nextReviewOn }, state, plan?.id ?? null);
}
