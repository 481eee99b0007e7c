import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { requestMoved, type RequestState } from '../../hub/enquiry.ts';
import { answered, requestAsked } from '../asked.store.ts';
import { answerDraft, beingWritten, standingReturn } from '../return.ts';
import { releaseReturn, returnsOf } from '../return.store.ts';

/** Releases the written return to the hub: from this moment the hub reads it, and it does not change any more. `version` is the one that was read
 *  through. A further return replaces the one before, and whoever it was passed on to hears of it. */
export async function release(ctx: StaffCtx, requestId: string, version: number): Promise<void> {
  const { request } = await requestAsked(ctx, requestId, true);
  const returns = await returnsOf(ctx, request.id);
  const written = beingWritten(returns);
  if (!written) throw refused('Nothing is written for this request yet.');
  const before = standingReturn(returns);
  const nil = !written.known && !before;
  const move = nil && isOwedNow(request.state) ? 'say nothing is known' : 'answer with information';
  const state = requestMoved(request.state as RequestState, move);
  await releaseReturn(ctx, request, { id: written.id, version });
  await answered(ctx, request, state);
  await dropDraft(ctx, answerDraft, request.id);
  if (!before) return;
  const further = { requestId: request.id, returnId: written.id, byStaffId: ctx.who.staffId };
  await enqueue(ctx, 'front-door.correct-passed-on', further, { key: `corrects:${written.id}` });
}

const isOwedNow = (state: string): boolean => state === 'SENT' || state === 'ACKNOWLEDGED';
