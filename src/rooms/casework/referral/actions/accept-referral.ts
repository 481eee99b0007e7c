import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, notAllowed } from '../../../../platform/access/refusal.ts';
import { accept, type ReferralState } from '../referral.ts';
import { lockReferral, writeAccepted } from '../referral.store.ts';

/** Takes a referral from the team's inbox, so that it is sent; the worker may be named at once. */
export async function acceptReferral(ctx: StaffCtx, id: string, allocatedTo: string | null): Promise<void> {
  if (!may(ctx, 'referral.accept')) throw notAllowed();
  const referral = found(await lockReferral(ctx, id));
  const state = accept({ state: referral.state as ReferralState, primaryNeed: referral.primary_need, acceptedAt: referral.accepted_at });
  await writeAccepted(ctx, id, state, allocatedTo);
  saw(ctx, referral.child_id);
  about(ctx, 'referral', id);
}
