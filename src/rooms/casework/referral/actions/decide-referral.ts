import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, notAllowed } from '../../../../platform/access/refusal.ts';
import { beginClock, stopClock } from '../../clocks.ts';
import { addEvent } from '../../chronology/actions/add-event.ts';
import type { ReferralDecision } from '../referral.codes.ts';
import { decide, type ReferralState } from '../referral.ts';
import { lockReferral, writeReferralDecision } from '../referral.store.ts';
import { requestStrategyDiscussion } from './request-strategy-discussion.ts';

export interface ReferralAnswer {
  decision: ReferralDecision;
  reason: string;
  primaryNeed: string;
  allocatedTo: string | null;
}

/** Decides what response a referral gets, stops C01, and starts what the decision opens: the 45-working-day assessment clock (C06, from
 *  the referral) or a request for a strategy discussion. */
export async function decideReferral(ctx: StaffCtx, id: string, answer: ReferralAnswer): Promise<void> {
  if (!may(ctx, 'referral.accept')) throw notAllowed();
  const referral = found(await lockReferral(ctx, id));
  const state = decide(
    { state: referral.state as ReferralState, primaryNeed: answer.primaryNeed, acceptedAt: referral.accepted_at },
    answer.decision,
  );
  await writeReferralDecision(ctx, id, state, answer.decision, answer);
  await stopClock(ctx, 'C01', 'referral', id, ctx.now);
  if (answer.decision === 'ASSESSMENT') await beginClock(ctx, 'C06', 'referral', id, referral.received_at);
  if (answer.decision === 'STRATEGY_S47')
    await requestStrategyDiscussion(ctx, { childId: referral.child_id, referralId: id, reason: answer.reason, teamId: referral.team_id });
  await addEvent(ctx, {
    personId: referral.child_id,
    category: 'significant event',
    description: `Referral ${referral.reference} decided: ${answer.decision}`,
    source: 'Social care',
    isAutomatic: true,
    openTo: 'social care',
    linkedKind: 'referral',
    linkedId: id,
  });
  saw(ctx, referral.child_id);
  about(ctx, 'referral', id);
}
