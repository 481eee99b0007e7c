import { randomUUID } from 'node:crypto';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { beginClock } from '../../clocks.ts';
import { inboxTeam } from '../referral.store.ts';
import { insertStrategyRequest } from '../strategy.store.ts';

export interface NewStrategyRequest {
  childId: string;
  referralId?: string | null;
  reason: string;
  teamId?: string | null;
  immediate?: boolean;
}

/** Asks social work for a strategy discussion about one child and starts its clock (C08; the same day when immediate). It is not sent
 *  until someone in the team accepts it (domain 3.8). */
export async function requestStrategyDiscussion(ctx: StaffCtx, wanted: NewStrategyRequest): Promise<string> {
  const teamId = wanted.teamId ?? (await inboxTeam(ctx));
  if (!teamId) throw refused('There is no social work team to ask. Telephone the duty social worker now.');
  const id = randomUUID();
  await insertStrategyRequest(ctx, { id, childId: wanted.childId, referralId: wanted.referralId ?? null, reason: wanted.reason, teamId });
  await beginClock(ctx, wanted.immediate === false ? 'C08' : 'C08-immediate', 'strategy-request', id, ctx.now);
  await ctx.tx
    .insertInto('alert')
    .values({ team_id: teamId, kind: 'strategy-request', record_id: id, href: '/referrals/strategy', raised_at: ctx.now })
    .execute();
  saw(ctx, wanted.childId);
  about(ctx, 'strategy-request', id);
  return id;
}
