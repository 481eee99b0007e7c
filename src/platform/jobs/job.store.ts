/** All SQL of the queue that a worker needs. The database's own clock decides about leases, never the worker's. */
import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';

/** A job in a worker's hands. `fence` rises with every claim: an older holder's no longer fits. */
export interface ClaimedJob {
  id: number;
  kind: string;
  payload: unknown;
  key: string | null;
  attempt: number;
  maxAttempts: number;
  fence: number;
}

/** Claims up to `limit` due jobs of the given kinds, oldest first, skipping what other workers are claiming now. */
export async function claimJobs(
  ctx: Ctx,
  by: { worker: string; kinds: readonly string[]; limit: number; leaseMs: number },
): Promise<ClaimedJob[]> {
  const { rows } = await sql<ClaimedJob>`
    update job set state = 'running', attempt = attempt + 1, fence = fence + 1, leased_by = ${by.worker},
      leased_until = clock_timestamp() + ${by.leaseMs} * interval '1 millisecond'
    where id in (
      select id from job where state = 'ready' and run_at <= now() and kind = any(${by.kinds})
      order by run_at, id limit ${by.limit} for update skip locked)
    returning id, kind, payload, unique_key as key, attempt, max_attempts as "maxAttempts", fence`.execute(ctx.tx);
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Extends a lease; false when it is no longer this holder's. */
export async function renewLease(ctx: Ctx, claim: ClaimedJob, leaseMs: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update job set leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where id = ${claim.id} and fence = ${claim.fence} and state = 'running'`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

/** Marks a job done in the transaction of its effect; false when the lease has passed to someone else. */
export async function completeJob(ctx: Ctx, claim: ClaimedJob): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update job set state = 'done', finished_at = clock_timestamp(), leased_by = null, leased_until = null, last_error = null
    where id = ${claim.id} and fence = ${claim.fence} and state = 'running'`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

/** Notes a failure: ready again after `retryMs`, or dead when that is null. Does nothing for a holder whose fence is old. */
export async function failJob(ctx: Ctx, claim: ClaimedJob, failure: { error: string; retryMs: number | null }): Promise<void> {
  await sql`
    update job set leased_by = null, leased_until = null, last_error = ${failure.error},
      state = case when ${failure.retryMs === null} then 'dead' else 'ready' end,
      finished_at = case when ${failure.retryMs === null} then clock_timestamp() end,
      run_at = clock_timestamp() + ${failure.retryMs ?? 0} * interval '1 millisecond'
    where id = ${claim.id} and fence = ${claim.fence} and state = 'running'`.execute(ctx.tx);
}

/** Gives back the jobs whose worker has not been heard of within its lease; those out of attempts are dead. */
export async function returnLostJobs(ctx: Ctx): Promise<number> {
  const { numAffectedRows } = await sql`
    update job set leased_by = null, leased_until = null, last_error = 'LeaseLost', run_at = now(),
      state = case when attempt >= max_attempts then 'dead' else 'ready' end,
      finished_at = case when attempt >= max_attempts then now() end
    where id in (select id from job where state = 'running' and leased_until < now() order by id limit 100 for update skip locked)`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Puts a slot's job in the queue unless its key is there, or an earlier slot's is still waiting or running. */
export async function armSlot(ctx: Ctx, slot: { kind: string; key: string; startsAt: Date; maxAttempts: number }): Promise<void> {
  await sql`
    insert into job (kind, payload, unique_key, run_at, max_attempts)
    select ${slot.kind}, jsonb_build_object('slot', ${slot.startsAt.toISOString()}::text), ${slot.key}, least(${slot.startsAt}::timestamptz, now()), ${slot.maxAttempts}
    where not exists (select 1 from job where kind = ${slot.kind} and state in ('ready', 'running'))
    on conflict do nothing`.execute(ctx.tx);
}

/** Clears finished jobs older than a week, at most `limit` of them; jobs with a key of their own stay for ever (policy). */
export async function clearFinished(ctx: Ctx, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from job where id in (
      select id from job where state = 'done' and finished_at < now() - interval '7 days' and (unique_key is null or unique_key like 'slot:%')
      order by finished_at limit ${limit})`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0n);
}
