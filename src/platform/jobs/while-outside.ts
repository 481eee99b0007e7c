import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';

/** How often the database hears that a transaction still stands. It cuts one that is silent for 15 seconds. */
const beatMs = 5_000;

/** Runs work that waits for an outside service, and lets the database know meanwhile that the transaction has not been forgotten. */
export async function whileOutside<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => {
    sql`select 1`.execute(ctx.tx).catch(() => undefined);
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
