import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { tellSpeakers } from '../disagreement-news.ts';
import { changeDisagreement } from '../disagreement.store.ts';
import { beginMove, type Settlement } from '../moving.ts';

/** One side proposes how to settle. */
export async function proposeSettlement(ctx: StaffCtx, id: string, proposal: Settlement): Promise<void> {
  const { row, side } = await beginMove(ctx, id, 'propose');
  await changeDisagreement(ctx, row, {
    proposed_outcome: proposal.outcome,
    proposed_words: proposal.words,
    proposed_learning: proposal.learning,
    proposed_by: ctx.who.staffId,
    proposed_side: side,
    proposed_at: ctx.now,
  });
  await tellSpeakers(ctx, row);
}
