import { about, saw, type Ctx } from '../../../platform/access/ctx.ts';
import { fullDate } from '../../../platform/time/plain-dates.ts';

/** What the front door needs to make a contact of a worry that was stepped up. */
export interface SteppedUp {
  episodeId: string;
  reference: string;
  familyId: string;
  familyName: string;
  /** The worry, in the words of whoever sent it. */
  reason: string;
  at: Date;
  /** The plan as text, attached to the contact: worries, what goes well, goals with their outcome and actions. Null when there is none. */
  planText: string | null;
  teamName: string | null;
  leadName: string | null;
  leadPhone: string | null;
}

/** A worry that was stepped up, with the plan attached, for the job that makes the contact of it (`casework.stepped-up`). Null when there is none to see. */
export async function stepUpOf(ctx: Ctx, episodeId: string): Promise<SteppedUp | null> {
  const row = await ctx.tx
    .selectFrom('early_help_episode as e')
    .leftJoin('family as f', 'f.id', 'e.family_id')
    .leftJoin('team as t', 't.id', 'e.team_id')
    .leftJoin('lead_professional as l', (join) => join.onRef('l.episode_id', '=', 'e.id').on('l.state', '=', 'active'))
    .leftJoin('staff as s', 's.id', 'l.staff_id')
    .select([
      'e.id',
      'e.reference',
      'e.family_id',
      'e.step_up_reason',
      'e.stepped_up_at',
      'f.name',
      't.name as team_name',
      's.display_name',
      's.phone',
    ])
    .where('e.id', '=', episodeId)
    .executeTakeFirst();
  if (!row?.stepped_up_at || !row.step_up_reason) return null;
  const members = await ctx.tx
    .selectFrom('family_member')
    .select('person_id')
    .where('family_id', '=', row.family_id)
    .where('valid_to', 'is', null)
    .execute();
  saw(ctx, ...members.map((member) => member.person_id));
  about(ctx, 'early-help', episodeId);
  return {
    episodeId,
    reference: row.reference,
    familyId: row.family_id,
    familyName: row.name ?? row.reference,
    reason: row.step_up_reason,
    at: row.stepped_up_at,
    planText: await planText(ctx, episodeId),
    teamName: row.team_name,
    leadName: row.display_name,
    leadPhone: row.phone,
  };
}

async function planText(ctx: Ctx, episodeId: string): Promise<string | null> {
  const plan = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'worried_about', 'going_well', 'contingency', 'agreed_on'])
    .where('episode_id', '=', episodeId)
    .executeTakeFirst();
  if (!plan) return null;
  const goals = await ctx.tx
    .selectFrom('plan_goal as g')
    .innerJoin('outcome as o', 'o.id', 'g.outcome_id')
    .select(['g.id', 'g.family_words', 'g.baseline', 'g.target', 'g.state', 'o.label'])
    .where('g.plan_id', '=', plan.id)
    .orderBy('g.position')
    .execute();
  const actions = await ctx.tx
    .selectFrom('plan_action')
    .select(['goal_id', 'action', 'due_on', 'state'])
    .where('episode_id', '=', episodeId)
    .orderBy('due_on')
    .execute();
  return [
    plan.agreed_on ? `Family plan, agreed ${fullDate(plan.agreed_on)}` : 'Family plan, not agreed yet',
    `What we are worried about: ${plan.worried_about ?? 'not recorded'}`,
    `What is going well: ${plan.going_well ?? 'not recorded'}`,
    ...goals.flatMap((goal) => [
      `Goal (${goal.state}): ${goal.family_words}. Outcome: ${goal.label}. From ${goal.baseline} to ${goal.target}.`,
      ...actions
        .filter((action) => action.goal_id === goal.id)
        .map((action) => `  ${action.state === 'done' ? 'Done' : 'To do'}: ${action.action}, by ${fullDate(action.due_on)}`),
    ]),
    `If things get worse: ${plan.contingency ?? 'not recorded'}`,
  ].join('\n');
}
