import { refused } from '../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { keepWording, lockOutcome, writeOutcome } from '../change-outcome.store.ts';

/** Gives an outcome its last day: from the day after, no new goal may cite it; goals that do keep it. Throws when the day is past or it is
 *  retired already. Nothing is removed (domain 0.3). */
export async function retireOutcome(ctx: StaffCtx, outcomeId: string, it: { lastDay: string; reason: string }): Promise<void> {
  const before = await lockOutcome(ctx, outcomeId);
  if (before.valid_to !== null) throw refused('This outcome has a last day already. Bring it back first to change it.');
  if (it.lastDay < londonDate(ctx.now)) throw refused('The last day must be today or later: goals may have cited it until now.');
  await keepWording(ctx, before, `Retired: ${it.reason}`);
  await writeOutcome(ctx, outcomeId, { valid_to: it.lastDay });
}
