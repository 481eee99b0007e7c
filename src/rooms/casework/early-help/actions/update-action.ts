import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { mustContribute, mustManage } from '../access.ts';
import { bothTexts } from '../disagreements.ts';
import { mustBeOpen } from '../episode.ts';
import { noteChange, today } from '../episode.store.ts';
import { openPlan } from '../open-plan.store.ts';
import { progressFaults } from '../plan.ts';
import { actionsOf, writeProgress, type ActionProgress } from '../plan.store.ts';

/** Updates how an action goes. Its owner may, and whoever manages the plan. Both texts when someone else saved first. */
export async function updateAction(
  ctx: StaffCtx,
  episodeId: string,
  actionId: string,
  progress: ActionProgress,
  seenVersion: number,
): Promise<void> {
  const { standing, actions, episode } = await openPlan(ctx, episodeId);
  const action = found(actions.find((one) => one.id === actionId));
  if (action.owner_staff_id === ctx.who.staffId) mustContribute(standing);
  else mustManage(standing);
  mustBeOpen(episode.state);
  const faults = progressFaults(progress, today(ctx));
  if (faults.length > 0) throw invalid(faults);
  if (!(await writeProgress(ctx, actionId, progress, seenVersion))) {
    const now = found((await actionsOf(ctx, episodeId)).find((one) => one.id === actionId));
    throw bothTexts({
      theirName: now.changed_by_name,
      theirAt: now.changed_at,
      fields: [
        { what: 'How far it is', yours: progress.progress, theirs: now.progress },
        { what: 'How we know', yours: progress.evidence, theirs: now.evidence },
        { what: 'State', yours: progress.state, theirs: now.state },
      ],
    });
  }
  await noteChange(ctx, episodeId, 'action-changed', null, actionId);
}
