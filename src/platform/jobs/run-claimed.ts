/** One claimed job from its first heartbeat to its end: the effect and the completion are one transaction. */
import type { Kysely } from 'kysely';
import type { Ctx, SystemActor } from '../access/ctx.ts';
import { actingFor } from '../access/transaction.ts';
import { appendAudit } from '../audit/append.ts';
import type { DB } from '../db/schema.ts';
import { GiveUp, type Job } from './job.ts';
import { type ClaimedJob, completeJob, failJob, renewLease } from './job.store.ts';

/** What a run needs of its worker. */
export interface Workplace {
  db: Kysely<DB>;
  leaseMs: number;
  now: () => Date;
  /** Told what happened, in ids and codes only. */
  log: (event: JobEvent) => void;
}

export interface JobEvent {
  event: 'job done' | 'job failed' | 'job dead' | 'job lost' | 'worker error';
  kind?: string;
  id?: number;
  attempt?: number;
  error?: string;
}

/** The lease has passed to another worker; the transaction of the effect is rolled back. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Runs one job. Never throws: a failure is noted on the job, a lost lease leaves it to its new holder. */
export async function runClaimed(place: Workplace, job: Job, claim: ClaimedJob): Promise<void> {
  const lost = new AbortController();
  const stopHeartbeat = keepLease(place, claim, lost);
  const told = { kind: claim.kind, id: claim.id, attempt: claim.attempt };
  try {
    await actingFor(place.db, systemFor(claim.kind), place.now(), `job.${claim.kind}`, (ctx) =>
      effectAndCompletion(ctx, job, claim, lost.signal),
    );
    place.log({ event: 'job done', ...told });
  } catch (error) {
    if (error instanceof LeaseLost) place.log({ event: 'job lost', ...told });
    else await noteFailure(place, job, claim, error);
  } finally {
    stopHeartbeat();
  }
}

async function effectAndCompletion(ctx: Ctx, job: Job, claim: ClaimedJob, signal: AbortSignal): Promise<void> {
  await job.run(ctx, claim.payload, { id: claim.id, attempt: claim.attempt, key: claim.key, signal });
  if (ctx.note.subjects.size > 0 || ctx.note.record !== null) await appendAudit(ctx);
  if (!(await completeJob(ctx, claim))) throw new LeaseLost(`Job ${claim.id} is no longer held`);
}

async function noteFailure(place: Workplace, job: Job, claim: ClaimedJob, cause: unknown): Promise<void> {
  const error = nameOfError(cause);
  const isLast = cause instanceof GiveUp || claim.attempt >= claim.maxAttempts;
  const retryMs = isLast ? null : job.retryAfter(claim.attempt);
  place.log({ event: isLast ? 'job dead' : 'job failed', kind: claim.kind, id: claim.id, attempt: claim.attempt, error });
  await actingFor(place.db, systemFor('worker'), place.now(), 'job.failed', (ctx) => failJob(ctx, claim, { error, retryMs })).catch(
    (failure: unknown) => place.log({ event: 'worker error', error: nameOfError(failure) }),
  );
}

/** Renews the lease three times within its length; aborts `lost` when it is gone. A missed beat is tried again. */
function keepLease(place: Workplace, claim: ClaimedJob, lost: AbortController): () => void {
  const beat = setInterval(() => {
    actingFor(place.db, systemFor('worker'), place.now(), 'job.heartbeat', (ctx) => renewLease(ctx, claim, place.leaseMs))
      .then((held) => {
        if (!held) lost.abort();
      })
      .catch((failure: unknown) => place.log({ event: 'worker error', error: nameOfError(failure) }));
  }, place.leaseMs / 3);
  return () => clearInterval(beat);
}

/** The name of an error and the database's code and constraint: never its message, which may quote a record. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return [error.name, code, constraint].filter((part) => typeof part === 'string').join(' ');
}

/** The actor of the worker's own transactions. */
export function systemFor(job: string): SystemActor {
  return { kind: 'system', job };
}
