import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';

/** A goal that cites an outcome, of a family whose help the reader may open. */
export interface GoalCiting {
  goalId: string;
  words: string;
  state: string;
  baseline: number;
  latest: number;
  target: number;
  family: string;
  familyId: string;
  href: string;
  lead: string | null;
  createdAt: Date;
}

/** Goals that cite an outcome in the families whose help the reader may open: working first, then by family. At most 200. */
export async function goalsCiting(ctx: StaffCtx, outcomeId: string): Promise<GoalCiting[]> {
  const rows = await ctx.tx
    .selectFrom('plan_goal as g')
    .innerJoin('published_goal_progress as p', 'p.goal_id', 'g.id')
    .innerJoin('early_help_episode as e', 'e.id', 'g.episode_id')
    .innerJoin('family as f', 'f.id', 'e.family_id')
    .leftJoin('lead_professional as l', (join) => join.onRef('l.episode_id', '=', 'e.id').on('l.state', '=', 'active'))
    .leftJoin('staff as s', 's.id', 'l.staff_id')
    .select([
      'g.id',
      'g.family_words',
      'g.state',
      'g.baseline',
      'p.latest',
      'g.target',
      'g.created_at',
      'e.id as episode_id',
      'f.id as family_id',
      'f.name',
      's.display_name',
    ])
    .where('g.outcome_id', '=', outcomeId)
    .orderBy((eb) => eb('g.state', '=', 'working'), 'desc')
    .orderBy('f.name')
    .orderBy('g.position')
    .limit(200)
    .execute();
  const families = [...new Set(rows.map((row) => row.family_id))];
  const members =
    families.length === 0
      ? []
      : await ctx.tx
          .selectFrom('family_member')
          .select('person_id')
          .where('family_id', 'in', families)
          .where('valid_to', 'is', null)
          .execute();
  saw(ctx, ...members.map((row) => row.person_id));
  return rows.map((row) => ({
    goalId: row.id,
    words: row.family_words,
    state: row.state,
    baseline: row.baseline,
    latest: row.latest ?? row.baseline,
    target: row.target,
    family: row.name,
    familyId: row.family_id,
    href: `/early-help/${row.episode_id}/plan`,
    lead: row.display_name,
    createdAt: row.created_at,
  }));
}
