import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { openWorkFor } from '../../../casework/index.ts';
import { refuseSecondReferral } from '../health.ts';
import { addedTo } from '../health.store.ts';

/** Before a decision: a health concern opens no second referral, and says to which open work it went. Does nothing for other contacts. */
export async function heedOpenWork(
  ctx: StaffCtx,
  contact: { id: string; channel: string },
  personId: string,
  outcomeCode: string,
): Promise<void> {
  if (contact.channel !== 'HEALTH_TRIGGER') return;
  const open = await openWorkFor(ctx, [personId]);
  refuseSecondReferral(outcomeCode, open);
  if (outcomeCode === 'PASS_TO_ALLOCATED' && open[0]) await addedTo(ctx, contact.id, open[0].reference);
}
