import { randomBytes } from 'node:crypto';
import type { Ctx } from '../access/ctx.ts';
import { sha256 } from '../web/csrf.ts';

/** Absolute limit of a session: 12 hours, whatever happens in it (ASVS 7.3.2). The idle limit is in access/transaction.ts. */
export const absoluteHours = 12;

export type EndedBecause = 'signed out' | 'revoked' | 'rotated';

/** A session as its owner or an administrator may see it; `reference` is the hash of its id, which opens nothing. */
export interface SessionRow {
  reference: string;
  staffId: string;
  name: string;
  startedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  endedBecause: string | null;
  userAgent: string | null;
  csrf: string;
}

/** Begins a session and returns the id the browser carries (256 random bits); the database keeps its sha-256. */
export async function beginSession(
  ctx: Ctx,
  about: { staffId: string; issuer: string; userAgent: string | null },
): Promise<{ id: string; csrf: string }> {
  const id = randomBytes(32).toString('base64url');
  const csrf = randomBytes(32).toString('base64url');
  const before = await ctx.tx
    .selectFrom('session')
    .select((pick) => pick.fn.max('last_used_at').as('at'))
    .where('staff_id', '=', about.staffId)
    .executeTakeFirst();
  await ctx.tx
    .insertInto('session')
    .values({
      id_hash: sha256(id),
      staff_id: about.staffId,
      csrf,
      issuer: about.issuer,
      user_agent: about.userAgent?.slice(0, 300) ?? null,
      started_at: ctx.now,
      last_used_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + absoluteHours * 3_600_000),
      previous_visit_at: before?.at ?? null,
    })
    .execute();
  return { id, csrf };
}

/** Ends one live session; false when there was none to end. */
export async function endSession(ctx: Ctx, idHash: string, why: EndedBecause): Promise<boolean> {
  const ended = await ctx.tx
    .updateTable('session')
    .set({ ended_at: ctx.now, ended_because: why })
    .where('id_hash', '=', idHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Ends every live session of one person; returns how many there were. */
export async function endSessionsOf(ctx: Ctx, staffId: string, why: EndedBecause): Promise<number> {
  const ended = await ctx.tx
    .updateTable('session')
    .set({ ended_at: ctx.now, ended_because: why })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
