import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { beginMove, endDisagreement } from '../moving.ts';

/** The other side agrees: it is settled as proposed. */
export async function agreeSettlement(ctx: StaffCtx, id: string): Promise<void> {
  const { row } = await beginMove(ctx, id, 'agree');
  const settled = { outcome: row.proposed_outcome, outcome_words: found(row.proposed_words), learning: row.proposed_learning ?? '' };
  await endDisagreement(ctx, row, { state: 'SETTLED', ...settled });
}
