import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { openEpisode, type Opened } from './open-episode.store.ts';
import { actionsOf, goalsOf, planOf, type Action, type Goal, type Plan } from './plan.store.ts';

export interface OpenedPlan extends Opened {
  plan: Plan | null;
  goals: Goal[];
  actions: Action[];
}

/** Opens an episode with its plan, goals and actions; the plan is null until someone begins it. */
export async function openPlan(ctx: StaffCtx, episodeId: string): Promise<OpenedPlan> {
  const opened = await openEpisode(ctx, episodeId);
  const plan = (await planOf(ctx, episodeId)) ?? null;
  return { ...opened, plan, goals: plan ? await goalsOf(ctx, episodeId) : [], actions: plan ? await actionsOf(ctx, episodeId) : [] };
}
