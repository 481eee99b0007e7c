/** The worker: claims due jobs, runs a few at a time, arms scheduled ones, gives back what lost workers held. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { actingFor } from '../access/transaction.ts';
import { listenTo } from '../db/listen.ts';
import type { DB } from '../db/schema.ts';
import { type Alarm, newAlarm } from './alarm.ts';
import type { Job } from './job.ts';
import { type ClaimedJob, armSlot, claimJobs, returnLostJobs } from './job.store.ts';
import { type JobEvent, type Workplace, nameOfError, runClaimed, systemFor } from './run-claimed.ts';
import { slotKey, slotOf } from './schedule.ts';

/** Times in milliseconds. Any number of workers may run side by side, in one process or many. */
export interface WorkerChoice {
  db: Kysely<DB>;
  jobs: readonly Job[];
  /** Aborted to stop: nothing more is claimed and what runs is finished. */
  stop: AbortSignal;
  /** The pool behind `db`, to be woken by commits at once (it holds one connection); without it the worker only polls. */
  listenOn?: Pool;
  /** Jobs at a time; each takes a connection, and one more for a moment at each heartbeat. Default 4. */
  concurrency?: number;
  /** How long a silent worker keeps a job. Default 30,000. */
  leaseMs?: number;
  /** How often to look without being woken. Default 1,000. */
  pollMs?: number;
  /** How long to wait for running jobs when stopping. Default 25,000; what is left then returns by its lease. */
  drainMs?: number;
  now?: () => Date;
  log?: (event: JobEvent) => void;
}

interface Worker extends Workplace {
  name: string;
  jobs: ReadonlyMap<string, Job>;
  concurrency: number;
  pollMs: number;
  alarm: Alarm;
  running: Set<Promise<void>>;
  /** The slot last armed by this worker, by kind, so that each costs one statement. */
  armed: Map<string, string>;
  lookedAfterAt: number;
}

/** Works until `stop` is aborted and the running jobs have ended. Never throws: errors are told to `log` and tried again. */
export async function runWorker(choice: WorkerChoice): Promise<void> {
  const worker = newWorker(choice);
  choice.stop.addEventListener('abort', worker.alarm.ring, { once: true });
  const listening = choice.listenOn ? listenTo(choice.listenOn, 'goldthread_job', worker.alarm.ring, choice.stop) : Promise.resolve();
  while (!choice.stop.aborted) {
    const claimed = await oneRound(worker).catch((error: unknown) => {
      worker.log({ event: 'worker error', error: nameOfError(error) });
      return 0;
    });
    if (claimed === 0 || worker.running.size >= worker.concurrency) await worker.alarm.sleep(worker.pollMs);
  }
  await Promise.race([Promise.all(worker.running), drained(choice.drainMs ?? 25_000)]);
  await listening;
}

function newWorker(choice: WorkerChoice): Worker {
  const jobs = new Map(choice.jobs.map((job) => [job.kind, job]));
  if (jobs.size !== choice.jobs.length) throw new RangeError('Two jobs have the same kind');
  return {
    db: choice.db,
    jobs,
    name: `${process.pid}-${randomBytes(4).toString('hex')}`,
    leaseMs: choice.leaseMs ?? 30_000,
    pollMs: choice.pollMs ?? 1_000,
    concurrency: choice.concurrency ?? 4,
    now: choice.now ?? (() => new Date()),
    log: choice.log ?? (() => undefined),
    alarm: newAlarm(),
    running: new Set(),
    armed: new Map(),
    lookedAfterAt: 0,
  };
}

/** Looks after the queue when it is time, claims what there is room for, starts it. Answers how many were started. */
async function oneRound(worker: Worker): Promise<number> {
  const limit = worker.concurrency - worker.running.size;
  const isTime = performance.now() - worker.lookedAfterAt >= worker.pollMs;
  if (limit <= 0 && !isTime) return 0;
  const slots = isTime ? dueSlots(worker) : [];
  const claims = await actingFor(worker.db, systemFor('worker'), worker.now(), 'job.claim', async (ctx) => {
    if (isTime) await returnLostJobs(ctx);
    for (const slot of slots) await armSlot(ctx, slot);
    return limit <= 0 ? [] : claimJobs(ctx, { worker: worker.name, kinds: [...worker.jobs.keys()], limit, leaseMs: worker.leaseMs });
  });
  if (isTime) worker.lookedAfterAt = performance.now();
  for (const slot of slots) worker.armed.set(slot.kind, slot.key);
  for (const claim of claims) start(worker, claim);
  return claims.length;
}

function dueSlots(worker: Worker): Parameters<typeof armSlot>[1][] {
  const slots = [];
  for (const { kind, every, at, maxAttempts } of worker.jobs.values()) {
    if (every === null) continue;
    const startsAt = slotOf(every, at, worker.now());
    const key = slotKey(kind, startsAt);
    if (worker.armed.get(kind) !== key) slots.push({ kind, key, startsAt, maxAttempts });
  }
  return slots;
}

function start(worker: Worker, claim: ClaimedJob): void {
  const job = worker.jobs.get(claim.kind);
  if (!job) return;
  const run = runClaimed(worker, job, claim).finally(() => {
    worker.running.delete(run);
    worker.alarm.ring();
  });
  worker.running.add(run);
}

function drained(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
