import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { mustManage } from '../access.ts';
import { bothTexts } from '../disagreements.ts';
import { mustBeOpen } from '../episode.ts';
import { noteChange, today } from '../episode.store.ts';
import { openPlan } from '../open-plan.store.ts';
import { goalFaults } from '../plan.ts';
import { beginPlan, goalsOf, insertGoal, outcomesToCite, planOf, writeGoal, type GoalText } from '../plan.store.ts';

export type GoalToSave = GoalText & { state: 'working' | 'achieved' | 'dropped'; endedBecause: string | null };

/** Adds a goal (no id) or changes one. Each cites an outcome that stands today; the family's words, a scale and how we will know. */
export async function saveGoal(
  ctx: StaffCtx,
  episodeId: string,
  goalId: string | null,
  goal: GoalToSave,
  seenVersion: number,
): Promise<string> {
  const opened = await openPlan(ctx, episodeId);
  mustManage(opened.standing);
  mustBeOpen(opened.episode.state);
  const before = goalId ? found(opened.goals.find((one) => one.id === goalId)) : null;
  const faults = goalFaults(goal);
  const citable =
    (await outcomesToCite(ctx, today(ctx))).some((outcome) => outcome.id === goal.outcomeId) || before?.outcome_id === goal.outcomeId;
  if (!citable) faults.push({ field: 'outcomeId', message: 'Select the outcome this goal leads to' });
  if (goal.forPersonId && !opened.family.members.some((member) => member.personId === goal.forPersonId))
    faults.push({ field: 'forPersonId', message: 'Select someone of this family' });
  if (goal.state === 'dropped' && !goal.endedBecause) faults.push({ field: 'endedBecause', message: 'Say why this goal is dropped' });
  if (faults.length > 0) throw invalid(faults);
  if (!before) {
    if (!opened.plan) await beginPlan(ctx, episodeId);
    const id = await insertGoal(ctx, opened.plan ?? found(await planOf(ctx, episodeId)), goal, opened.goals.length + 1);
    await noteChange(ctx, episodeId, 'goal-added', null, id);
    return id;
  }
  if (!(await writeGoal(ctx, before.id, episodeId, goal, seenVersion))) {
    const now = found((await goalsOf(ctx, episodeId)).find((one) => one.id === goalId));
    throw bothTexts({
      theirName: now.changed_by_name,
      theirAt: now.changed_at,
      fields: [
        { what: 'What will be different', yours: goal.familyWords, theirs: now.family_words },
        { what: 'How we will know', yours: goal.howWeWillKnow, theirs: now.how_we_will_know },
        { what: 'Outcome', yours: goal.outcomeId, theirs: now.outcome_id },
        { what: 'Where it should be', yours: goal.target, theirs: now.target },
      ],
    });
  }
  await noteChange(ctx, episodeId, 'goal-changed', null, before.id);
  return before.id;
}
