/** Asking for work, in the transaction of whoever asks: the work is there if and only if that transaction commits. */
import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';
import type { JobPayload } from './job.ts';

/** `key` refuses a second job with the same key, ever: one outward message each. */
export interface EnqueueChoice {
  runAt?: Date;
  key?: string;
  maxAttempts?: number;
}

/** Thrown when a payload holds what looks like narrative. */
export class NarrativeInPayload extends Error {
  override readonly name = 'NarrativeInPayload';
}

const LONGEST_VALUE = 200;

/**
 * Puts a job in the queue in the caller's transaction; workers are woken at its commit. Answers false when a job with
 * the same key was asked for before. Keys beginning "slot:" belong to scheduled jobs. Throws NarrativeInPayload.
 */
export async function enqueue(ctx: Ctx, kind: string, payload: JobPayload, choice: EnqueueChoice = {}): Promise<boolean> {
  for (const [name, value] of Object.entries(payload)) {
    const longest = Math.max(...[value].flat().map((one) => String(one).length), 0);
    if (longest > LONGEST_VALUE)
      throw new NarrativeInPayload(`"${name}" of ${kind} has ${longest} characters; a payload holds ids and dates`);
  }
  // No conflict target and nothing returned: whoever asks may add to the queue without being allowed to read it.
  const { numAffectedRows } = await sql`
    insert into job (kind, payload, unique_key, run_at, max_attempts)
    values (${kind}, ${JSON.stringify(payload)}::jsonb, ${choice.key ?? null}, coalesce(${choice.runAt ?? null}::timestamptz, now()), ${choice.maxAttempts ?? 8})
    on conflict do nothing`.execute(ctx.tx);
  return numAffectedRows === 1n;
}
