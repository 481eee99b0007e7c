import { refused } from '../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { keepWording, lockOutcome, writeOutcome } from '../change-outcome.store.ts';

/** Takes the last day away again, with the reason kept. Throws when the outcome is not retired. */
export async function bringBackOutcome(ctx: StaffCtx, outcomeId: string, reason: string): Promise<void> {
  const before = await lockOutcome(ctx, outcomeId);
  if (before.valid_to === null) throw refused('This outcome is in use.');
  await keepWording(ctx, before, `Brought back: ${reason}`);
  await writeOutcome(ctx, outcomeId, { valid_to: null });
}
