/** What an administrator sees of the queue: how much waits, and what was given up and why. */
import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';

/** A job that was given up. Ids and codes only, as its payload is. */
export interface DeadJob {
  id: number;
  kind: string;
  payload: unknown;
  attempt: number;
  lastError: string | null;
  enqueuedAt: Date;
  finishedAt: Date;
}

/** The dead jobs, latest first. The worker and administrators see them; anyone else gets none (policy). */
export async function deadJobs(ctx: Ctx, limit = 100): Promise<DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select id, kind, payload, attempt, last_error as "lastError", enqueued_at as "enqueuedAt", finished_at as "finishedAt"
    from job where state = 'dead' order by finished_at desc limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Makes a dead job ready again with its attempts forgiven; false when it is not dead or not to be seen. */
export async function reviveJob(ctx: Ctx, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update job set state = 'ready', attempt = 0, run_at = now(), finished_at = null where id = ${id} and state = 'dead'`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

/** How many jobs wait, run and are dead, and how long the oldest due one has waited, in seconds. For /ready and administrators. */
export async function queueState(ctx: Ctx): Promise<{ ready: number; running: number; dead: number; oldestDueSeconds: number }> {
  const { rows } = await sql<{ ready: number; running: number; dead: number; oldestDueSeconds: number }>`
    select count(*) filter (where state = 'ready') as ready, count(*) filter (where state = 'running') as running, count(*) filter (where state = 'dead') as dead,
      coalesce(extract(epoch from now() - min(run_at) filter (where state = 'ready' and run_at <= now())), 0)::float8 as "oldestDueSeconds"
    from job where state in ('ready', 'running', 'dead')`.execute(ctx.tx);
  return rows[0] ?? { ready: 0, running: 0, dead: 0, oldestDueSeconds: 0 };
}
