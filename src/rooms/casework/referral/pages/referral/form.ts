import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { oneOf, optionalId, requiredText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { acceptReferral } from '../../actions/accept-referral.ts';
import { decideReferral } from '../../actions/decide-referral.ts';
import { primaryNeeds, referralDecisionCodes } from '../../referral.codes.ts';
import { lockReferral, workersOf } from '../../referral.store.ts';

const needs = Object.keys(primaryNeeds) as [string, ...string[]];
export const acceptShape = z.object({ allocatedTo: optionalId() });
export const decideShape = z.object({
  decision: oneOf(referralDecisionCodes, 'Select what response'),
  primaryNeed: oneOf(needs, 'Select the primary need'),
  allocatedTo: optionalId(),
  reason: requiredText('Write why'),
});

/** Only someone of the team is given a referral. */
async function checkWorker(ctx: StaffCtx, referralId: string, staffId: string | null): Promise<void> {
  const referral = await lockReferral(ctx, referralId);
  if (staffId && referral && !(await workersOf(ctx, referral.team_id)).some((worker) => worker.id === staffId))
    throw invalid([{ field: 'allocatedTo', message: 'Select someone of the team' }]);
}

export async function takeAccept(ctx: StaffCtx, data: z.output<typeof acceptShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await checkWorker(ctx, id, data.allocatedTo);
  await acceptReferral(ctx, id, data.allocatedTo);
  return seeOther(`/referrals/${id}`, 'Accepted for the team. Now decide what response it gets.');
}

export async function takeDecision(ctx: StaffCtx, data: z.output<typeof decideShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await checkWorker(ctx, id, data.allocatedTo);
  await decideReferral(ctx, id, data);
  return seeOther('/referrals', 'Decided.');
}
