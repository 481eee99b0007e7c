import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { mustManage } from '../access.ts';
import { bothTexts } from '../disagreements.ts';
import { isAgreed, mustBeOpen } from '../episode.ts';
import { noteChange } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { beginPlan, planOf, writePlan, type PlanText } from '../plan.store.ts';

/** Saves the plan's text, beginning the plan when there is none. When someone else saved first, refuses with both texts. */
export async function savePlan(ctx: StaffCtx, episodeId: string, text: PlanText, seenVersion: number): Promise<void> {
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  mustBeOpen(episode.state);
  if (!isAgreed(episode.state)) throw refused('Record the family’s agreement before writing a plan.');
  if (seenVersion === 0) await beginPlan(ctx, episodeId);
  const plan = found(await planOf(ctx, episodeId));
  if (!(await writePlan(ctx, plan.id, text, seenVersion === 0 ? 1 : seenVersion))) {
    throw bothTexts({
      theirName: plan.changed_by_name,
      theirAt: plan.changed_at,
      fields: [
        { what: 'What we are worried about', yours: text.worriedAbout, theirs: plan.worried_about },
        { what: 'What is going well', yours: text.goingWell, theirs: plan.going_well },
        { what: 'If things get worse', yours: text.contingency, theirs: plan.contingency },
        { what: 'Who to call', yours: text.whoToCall, theirs: plan.who_to_call },
      ],
    });
  }
  await dropDraft(ctx, 'family-plan', episodeId);
  await noteChange(ctx, episodeId, 'plan-changed', null, plan.id);
}
