import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';
import { londonDate, londonInstant } from '../../platform/time/london.ts';
import type { GoalCount } from './outcome-counts.ts';

/** Goals by outcome and state, written before today began, from casework's published view. No names and no words are in it. */
export async function goalCounts(ctx: StaffCtx): Promise<GoalCount[]> {
  const { rows } = await sql<GoalCount>`
    select outcome_id as "outcomeId", state, count(*)::int as count, sum(baseline)::int as baseline, sum(latest)::int as latest
    from published_goal_progress where created_at < ${startOfToday(ctx)} group by outcome_id, state`.execute(ctx.tx);
  return rows;
}

/** How many plans those goals stand in. */
export async function plansCounted(ctx: StaffCtx): Promise<number> {
  const { rows } = await sql<{
    plans: number;
  }>`select count(distinct episode_id)::int as plans from published_goal_progress where created_at < ${startOfToday(ctx)}`.execute(ctx.tx);
  return rows[0]?.plans ?? 0;
}

/** The moment today began in London: what is counted was written before it. */
export const startOfToday = (ctx: StaffCtx): Date => londonInstant(londonDate(ctx.now));
