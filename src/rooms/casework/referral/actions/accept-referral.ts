import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, notAllowed } from '../../../../platform/access/refusal.ts';
import { acceptStepUp } from '../../early-help/actions/accept-step-up.ts';
import { accept, type ReferralState } from '../referral.ts';
import { lockReferral, writeAccepted } from '../referral.store.ts';

/** Takes a referral from the team's inbox, so that it is sent; the worker may be named at once. Early help that was stepped up ends with it. */
export async function acceptReferral(ctx: StaffCtx, id: string, allocatedTo: string | null): Promise<void> {
  if (!may(ctx, 'referral.accept')) throw notAllowed();
  const referral = found(await lockReferral(ctx, id));
  const state = accept({ state: referral.state as ReferralState, primaryNeed: referral.primary_need, acceptedAt: referral.accepted_at });
  await writeAccepted(ctx, id, state, allocatedTo);
  if (referral.stepped_up_from) await acceptStepUp(ctx, referral.stepped_up_from, 'STEPPED_UP_CIN');
  saw(ctx, referral.child_id);
  about(ctx, 'referral', id);
}
