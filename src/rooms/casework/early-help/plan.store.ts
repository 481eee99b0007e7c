import { randomUUID } from 'node:crypto';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { Rag } from './early-help.codes.ts';
import type { PlanState, Progress } from './plan.ts';
import { outcomesFor } from '../../outcomes/index.ts';

/** The episode's plan; undefined when none was begun. */
export async function planOf(ctx: Ctx, episodeId: string) {
  return ctx.tx
    .selectFrom('plan as p')
    .innerJoin('staff as s', 's.id', 'p.changed_by')
    .selectAll('p')
    .select('s.display_name as changed_by_name')
    .where('p.episode_id', '=', episodeId)
    .executeTakeFirst();
}
export type Plan = NonNullable<Awaited<ReturnType<typeof planOf>>>;

/** The plan's goals with the outcome each cites and where each stands. */
export async function goalsOf(ctx: Ctx, episodeId: string) {
  const goals = await ctx.tx
    .selectFrom('plan_goal as g')
    .innerJoin('outcome as o', 'o.id', 'g.outcome_id')
    .innerJoin('published_goal_progress as p', 'p.goal_id', 'g.id')
    .innerJoin('staff as s', 's.id', 'g.changed_by')
    .selectAll('g')
    .select(['o.label as outcome_label', 'o.plain_words as outcome_plain', 'p.latest', 'p.scored_on', 's.display_name as changed_by_name'])
    .where('g.episode_id', '=', episodeId)
    .orderBy('g.position')
    .orderBy('g.created_at')
    .execute();
  const needs = await ctx.tx.selectFrom('plan_goal_need').select(['goal_id', 'need_code']).where('episode_id', '=', episodeId).execute();
  return goals.map((goal) => ({ ...goal, needs: needs.filter((need) => need.goal_id === goal.id).map((need) => need.need_code) }));
}
export type Goal = Awaited<ReturnType<typeof goalsOf>>[number];

/** The plan's actions with the name of a practitioner who owns them. */
export async function actionsOf(ctx: Ctx, episodeId: string) {
  return ctx.tx
    .selectFrom('plan_action as a')
    .leftJoin('staff as s', 's.id', 'a.owner_staff_id')
    .innerJoin('staff as c', 'c.id', 'a.changed_by')
    .selectAll('a')
    .select(['s.display_name as owner_staff_name', 'c.display_name as changed_by_name'])
    .where('a.episode_id', '=', episodeId)
    .orderBy('a.due_on')
    .execute();
}
export type Action = Awaited<ReturnType<typeof actionsOf>>[number];

export interface PlanText {
  worriedAbout: string | null;
  goingWell: string | null;
  contingency: string | null;
  whoToCall: string | null;
  copyGivenOn: string | null;
}

/** Begins a plan, empty; the one there is stays. */
export async function beginPlan(ctx: StaffCtx, episodeId: string): Promise<void> {
  await ctx.tx
    .insertInto('plan')
    .values({ id: randomUUID(), episode_id: episodeId, changed_by: ctx.who.staffId, changed_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** Writes the plan's text when its version is still the one the writer saw; false when someone else saved first. */
export async function writePlan(ctx: StaffCtx, planId: string, text: PlanText, seenVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('plan')
    .set({
      worried_about: text.worriedAbout,
      going_well: text.goingWell,
      contingency: text.contingency,
      who_to_call: text.whoToCall,
      copy_given_on: text.copyGivenOn,
      changed_by: ctx.who.staffId,
      changed_at: ctx.now,
      version: seenVersion + 1,
    })
    .where('id', '=', planId)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Marks a plan agreed, or closed with the help. */
export async function writePlanState(ctx: Ctx, episodeId: string, state: PlanState, agreedOn?: string): Promise<void> {
  await ctx.tx
    .updateTable('plan')
    .set((eb) => ({ state, ...(agreedOn ? { agreed_on: agreedOn } : {}), version: eb('version', '+', 1) }))
    .where('episode_id', '=', episodeId)
    .execute();
}

export interface GoalText {
  outcomeId: string;
  forPersonId: string | null;
  familyWords: string;
  howWeWillKnow: string;
  baseline: number;
  target: number;
  needs: readonly string[];
}

/** Writes a goal. The outcome is a foreign key: a goal without one cannot be stored. */
export async function insertGoal(ctx: StaffCtx, plan: Plan, goal: GoalText, position: number): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('plan_goal')
    .values({
      id,
      plan_id: plan.id,
      episode_id: plan.episode_id,
      outcome_id: goal.outcomeId,
      for_person_id: goal.forPersonId,
      family_words: goal.familyWords,
      how_we_will_know: goal.howWeWillKnow,
      baseline: goal.baseline,
      target: goal.target,
      position,
      created_by: ctx.who.staffId,
      created_at: ctx.now,
      changed_by: ctx.who.staffId,
      changed_at: ctx.now,
    })
    .execute();
  await writeGoalNeeds(ctx, id, plan.episode_id, goal.needs);
  return id;
}

/** Changes a goal when its version is still the one the writer saw; false when someone else saved first. */
export async function writeGoal(
  ctx: StaffCtx,
  goalId: string,
  episodeId: string,
  goal: GoalText & { state: string; endedBecause: string | null },
  seenVersion: number,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('plan_goal')
    .set({
      outcome_id: goal.outcomeId,
      for_person_id: goal.forPersonId,
      family_words: goal.familyWords,
      how_we_will_know: goal.howWeWillKnow,
      baseline: goal.baseline,
      target: goal.target,
      state: goal.state,
      ended_because: goal.endedBecause,
      changed_by: ctx.who.staffId,
      changed_at: ctx.now,
      version: seenVersion + 1,
    })
    .where('id', '=', goalId)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await writeGoalNeeds(ctx, goalId, episodeId, goal.needs);
  return true;
}

async function writeGoalNeeds(ctx: StaffCtx, goalId: string, episodeId: string, needs: readonly string[]): Promise<void> {
  await ctx.tx.deleteFrom('plan_goal_need').where('goal_id', '=', goalId).execute();
  if (needs.length > 0)
    await ctx.tx
      .insertInto('plan_goal_need')
      .values(needs.map((need) => ({ goal_id: goalId, episode_id: episodeId, need_code: need })))
      .execute();
}

export interface ActionText {
  action: string;
  ownerStaffId: string | null;
  ownerPersonId: string | null;
  ownerName: string | null;
  dueOn: string;
}

/** Writes an action. An owner and a date are constraints: an action without them cannot be stored. */
export async function insertAction(ctx: StaffCtx, goalId: string, episodeId: string, text: ActionText): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('plan_action')
    .values({
      id,
      goal_id: goalId,
      episode_id: episodeId,
      action: text.action,
      owner_staff_id: text.ownerStaffId,
      owner_person_id: text.ownerPersonId,
      owner_name: text.ownerName,
      due_on: text.dueOn,
      created_by: ctx.who.staffId,
      created_at: ctx.now,
      changed_by: ctx.who.staffId,
      changed_at: ctx.now,
    })
    .execute();
  return id;
}

export interface ActionProgress {
  state: Progress;
  rag: Rag | null;
  progress: string | null;
  achievedOn: string | null;
  evidence: string | null;
  dueOn: string;
}

/** Writes an action's progress when its version is still the one the writer saw; false when someone else saved first. */
export async function writeProgress(ctx: StaffCtx, actionId: string, progress: ActionProgress, seenVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('plan_action')
    .set({
      state: progress.state,
      rag: progress.state === 'done' ? 'B' : progress.rag,
      progress: progress.progress,
      achieved_on: progress.state === 'done' ? progress.achievedOn : null,
      evidence: progress.evidence,
      due_on: progress.dueOn,
      changed_by: ctx.who.staffId,
      changed_at: ctx.now,
      version: seenVersion + 1,
    })
    .where('id', '=', actionId)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Outcomes a goal may cite on a day: those of the whole family first, then along the pathway. */
export async function outcomesToCite(
  ctx: Ctx,
  on: string,
): Promise<{ id: string; label: string; plain: string; stage: string; subject: string }[]> {
  const offered = await outcomesFor(ctx, 'family', on);
  return offered.map(({ id, label, plainWords, stage, subject }) => ({ id, label, plain: plainWords, stage, subject }));
}
