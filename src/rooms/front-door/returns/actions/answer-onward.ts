import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { tellAsker } from '../asked.store.ts';
import { onwardAsk, writeOnwardAnswer } from '../onward.store.ts';

/** The owner's answer whether one item may go to one recipient for one purpose (hub rule, domain 2.5). A no says why; a yes may carry a condition. */
export async function answerOnward(ctx: StaffCtx, id: string, it: { agreed: boolean; reason: string | null }): Promise<void> {
  const ask = await onwardAsk(ctx, id);
  if (!it.agreed && !it.reason) throw invalid([{ field: 'reason', message: 'Enter why it may not go' }]);
  if (!(await writeOnwardAnswer(ctx, id, it))) throw refused('A colleague has answered this already.');
  await tellAsker(ctx, { staffId: ask.askedById, kind: 'onward-answered', recordId: ask.requestId, enquiryId: ask.enquiryId });
}
