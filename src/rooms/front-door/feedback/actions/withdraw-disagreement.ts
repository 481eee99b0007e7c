import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { beginMove, endDisagreement } from '../moving.ts';

/** Whoever raised it takes it back, with a reason. */
export async function withdrawDisagreement(ctx: StaffCtx, id: string, why: string): Promise<void> {
  const { row } = await beginMove(ctx, id, 'withdraw');
  await endDisagreement(ctx, row, { state: 'WITHDRAWN', outcome: null, outcome_words: why, learning: null });
}
