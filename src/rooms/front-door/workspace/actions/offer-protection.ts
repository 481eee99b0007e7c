import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { requestStrategyDiscussion } from '../../../casework/index.ts';
import { insertProtection, protectionTeam } from '../protection.store.ts';

export interface OfferProtection {
  contactId: string;
  decisionId: string;
  personId: string;
  referralId: string;
  reason: string;
}

/** Hands a child over to child protection for a strategy discussion (S-005): asked of the team in the same transaction as the decision, and
 *  not sent until a named person there accepts it. Gives the id of the request. */
export async function offerProtection(ctx: StaffCtx, it: OfferProtection): Promise<string> {
  const teamId = await protectionTeam(ctx);
  if (!teamId) throw refused('There is no child protection team to hand over to. Telephone the duty social worker now.');
  const strategyId = await requestStrategyDiscussion(ctx, {
    childId: it.personId,
    referralId: it.referralId,
    reason: it.reason,
    teamId,
  });
  await insertProtection(ctx, { ...it, strategyId, teamId });
  saw(ctx, it.personId);
  return strategyId;
}
