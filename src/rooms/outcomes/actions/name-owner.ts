import { invalid } from '../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { keepWording, lockOutcome, possibleOwners, writeOutcome, writePriorities } from '../change-outcome.store.ts';

/** Names the person who answers for an outcome (rule G1) and the priorities it serves. Throws invalid when the person may not own one. */
export async function nameOwner(
  ctx: StaffCtx,
  outcomeId: string,
  it: { staffId: string; board: string; priorityIds: readonly string[] },
): Promise<void> {
  const before = await lockOutcome(ctx, outcomeId);
  const owner = (await possibleOwners(ctx)).find((one) => one.id === it.staffId);
  if (!owner) throw invalid([{ field: 'owner', message: 'Select someone from the list' }]);
  await keepWording(ctx, before, `Owner named: ${owner.name}, for ${it.board}`);
  await writeOutcome(ctx, outcomeId, { owner_staff_id: it.staffId, owner_board: it.board });
  await writePriorities(ctx, outcomeId, it.priorityIds);
}
