import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { beginMove, endDisagreement, type Settlement } from '../moving.ts';

/** The scrutineer judges, at stage 5. */
export async function judgeDisagreement(ctx: StaffCtx, id: string, { outcome, words, learning }: Settlement): Promise<void> {
  const { row } = await beginMove(ctx, id, 'judge');
  await endDisagreement(ctx, row, { state: 'SETTLED', outcome, outcome_words: words, learning });
}
