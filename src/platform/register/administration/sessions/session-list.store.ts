import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import { idleMinutes } from '../../../access/transaction.ts';

/** A session that is open now. `reference` is the hash of its id: it names the session and opens nothing. */
export interface LiveSession {
  reference: string;
  staffId: string;
  name: string;
  startedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  provider: string | null;
  here: boolean;
}

const live = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('session as s')
    .innerJoin('staff as w', 'w.id', 's.staff_id')
    .leftJoin('identity_provider as p', 'p.issuer', 's.issuer')
    .select([
      's.id_hash as reference',
      's.staff_id as staffId',
      'w.display_name as name',
      's.started_at as startedAt',
      's.last_used_at as lastUsedAt',
      's.expires_at as expiresAt',
      's.user_agent as userAgent',
      'p.name as provider',
      sql<boolean>`s.csrf = ${ctx.who.csrf}`.as('here'),
    ])
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', ctx.now)
    .where('s.last_used_at', '>', new Date(ctx.now.getTime() - idleMinutes * 60_000))
    .orderBy('s.last_used_at', 'desc');

/** Where one person is signed in now, last used first. */
export async function liveSessionsOf(ctx: StaffCtx, staffId: string): Promise<LiveSession[]> {
  return live(ctx).where('s.staff_id', '=', staffId).execute();
}

/** Everyone's open sessions, last used first; the latest 500. */
export async function liveSessions(ctx: StaffCtx): Promise<LiveSession[]> {
  return live(ctx).limit(500).execute();
}
