import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { tellSpeakers } from '../disagreement-news.ts';
import { changeDisagreement } from '../disagreement.store.ts';
import { beginMove, nothingProposed, writeWord } from '../moving.ts';

/** The other side does not agree, and says why; the proposal is put aside and stays readable as it was put. */
export async function refuseSettlement(ctx: StaffCtx, id: string, why: string): Promise<void> {
  const { row, side } = await beginMove(ctx, id, 'not agree');
  await writeWord(ctx, row, side, { kind: 'not agreed', words: `Proposed: ${row.proposed_words ?? ''}\nNot agreed: ${why}` });
  await changeDisagreement(ctx, row, nothingProposed);
  await tellSpeakers(ctx, row);
}
