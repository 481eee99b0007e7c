import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, notFound } from '../../../../platform/access/refusal.ts';
import { colleaguesOf, giveTo, heldBy } from '../leaver.store.ts';

/**
 * Gives involvements of a colleague who leaves to someone of the same agency. What stands alone goes over today; what belongs to a piece
 * of work is covered until that work changes hands. Throws notFound for a colleague the reader does not look after or who does not leave.
 */
export async function handOver(
  ctx: StaffCtx,
  it: { fromId: string; involvementIds: readonly string[]; toId: string },
): Promise<{ over: number; covered: number; closed: number }> {
  const held = await heldBy(ctx, it.fromId);
  if (held.length === 0) throw notFound();
  const chosen = it.involvementIds.filter((id) => held.some((one) => one.involvementId === id));
  if (chosen.length === 0) throw invalid([{ field: 'involvementIds', message: 'Choose at least one child' }]);
  if (!(await colleaguesOf(ctx, it.fromId)).some((one) => one.value === it.toId))
    throw invalid([{ field: 'toId', message: 'Choose who takes them on' }]);
  about(ctx, 'staff', it.fromId);
  return giveTo(ctx, it.fromId, chosen, it.toId);
}
