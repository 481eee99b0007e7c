import { may, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import type { StandingClock } from '../../../platform/time/clock.store.ts';
import { runningClocks } from '../clocks.ts';
import { stateWords, type ReferralState } from './referral.ts';

/** A child with an open referral that a worker or their team has accepted. */
export interface ChildOpen {
  referralId: string;
  reference: string;
  childId: string;
  child: string;
  stateWords: string;
  worker: string | null;
  workerId: string | null;
  clock: StandingClock | null;
}

/** Children whose referral is allocated to the person; for those who accept referrals, all their teams have accepted. Oldest first, at most 200. */
export async function childrenOpen(ctx: StaffCtx): Promise<ChildOpen[]> {
  if (!may(ctx, 'referral.inbox')) return [];
  const teams = may(ctx, 'referral.accept') ? ctx.who.memberships.flatMap((held) => held.teamId ?? []) : [];
  const rows = await ctx.tx
    .selectFrom('referral as r')
    .innerJoin('person as p', 'p.id', 'r.child_id')
    .leftJoin('staff as a', 'a.id', 'r.allocated_to')
    .select([
      'r.id',
      'r.reference',
      'r.state',
      'r.allocated_to',
      'a.display_name',
      'p.id as child_id',
      'p.given_name',
      'p.preferred_name',
      'p.family_name',
    ])
    .where('r.state', 'in', ['DECISION_PENDING', 'ACCEPTED'])
    .where((eb) => eb.or([eb('r.allocated_to', '=', ctx.who.staffId), ...(teams.length > 0 ? [eb('r.team_id', 'in', teams)] : [])]))
    .orderBy('r.received_at')
    .limit(200)
    .execute();
  const clocks = await runningClocks(
    ctx,
    'referral',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.map((row) => row.child_id));
  return rows.map((row) => ({
    referralId: row.id,
    reference: row.reference,
    childId: row.child_id,
    child: [row.preferred_name ?? row.given_name, row.family_name].filter(Boolean).join(' ') || 'Name not known',
    stateWords: stateWords[row.state as ReferralState],
    worker: row.display_name,
    workerId: row.allocated_to,
    clock: clocks.get(row.id)?.[0] ?? null,
  }));
}
