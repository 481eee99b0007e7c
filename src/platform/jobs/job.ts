/** What a job is: a kind, the shape of its payload, and what to do. Rooms list theirs in `jobs.ts`. */
import type { ZodType } from 'zod';
import type { Ctx } from '../access/ctx.ts';
import type { Every } from './schedule.ts';

/** Ids, dates, counts and codes. Never narrative: a payload is not protected as a record is. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What the handler may know about this run. `key` is the idempotency key for an outward message. */
export interface JobRun {
  id: number;
  /** 1 the first time; higher when an earlier run failed or its worker was lost. */
  attempt: number;
  key: string | null;
  /** Aborted when the lease is lost: the work will be rolled back, so there is no use going on. */
  signal: AbortSignal;
}

/** How a kind of job is run. Times in milliseconds. */
export interface JobChoice {
  /** A scheduled job runs once per slot, whichever process gets there first. */
  every?: Every;
  /** London wall-clock time of a job that runs every day, "HH:MM"; default 02:00. */
  at?: string;
  /** How often it is begun before it is given up as dead. Default 8; scheduled jobs 3. */
  maxAttempts?: number;
  /** How long to wait after a failed attempt. Default: 2 s doubled each time, at most an hour. */
  retryAfter?: (attempt: number) => number;
}

/** A registered job. `run` checks the payload's shape and hands it over. */
export interface Job {
  kind: string;
  every: Every | null;
  at: string;
  maxAttempts: number;
  retryAfter: (attempt: number) => number;
  run: (ctx: Ctx, payload: unknown, run: JobRun) => Promise<void>;
}

/** Thrown by a handler, or for a payload of the wrong shape, when trying again cannot help: the job is dead at once. */
export class GiveUp extends Error {
  override readonly name: string = 'GiveUp';
}

const HOUR = 3_600_000;

/** 2 s, 4 s, 8 s … at most an hour, spread by a fifth either way so that many failures do not come back together. */
export function exponentialBackoff(attempt: number): number {
  return Math.min(1_000 * 2 ** attempt, HOUR) * (0.8 + Math.random() * 0.4);
}

/**
 * Registers a job: `kind` as "room.verb-thing", the schema of its payload, and the handler. The handler's effects and
 * the job's completion commit together in `ctx.tx`; anything the handler does elsewhere may happen twice.
 */
export function registerJob<T>(
  kind: string,
  schema: ZodType<T>,
  handler: (ctx: Ctx, payload: T, run: JobRun) => Promise<void>,
  choice: JobChoice = {},
): Job {
  return {
    kind,
    every: choice.every ?? null,
    at: choice.at ?? '02:00',
    maxAttempts: choice.maxAttempts ?? (choice.every ? 3 : 8),
    retryAfter: choice.retryAfter ?? exponentialBackoff,
    run: async (ctx, payload, run) => {
      const read = schema.safeParse(payload);
      if (!read.success) throw new GiveUp(`The payload of ${kind} has the wrong shape`);
      await handler(ctx, read.data, run);
    },
  };
}
