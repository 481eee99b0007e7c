import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';

/** Requests that wait for a second officer: references, nobody's name. */
export async function sealedWaiting(
  ctx: StaffCtx,
): Promise<{ reference: string; askedBy: string; askedAt: Date; because: string; mine: boolean }[]> {
  const { rows } = await sql<{ reference: string; askedBy: string; askedAt: Date; because: string; mine: boolean }>`
    select reference, asked_by as "askedBy", asked_at as "askedAt", because, mine from sealed.waiting()`.execute(ctx.tx);
  return rows;
}
