import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { requestMoved, type RequestState } from '../../hub/enquiry.ts';
import { answered, requestAsked } from '../asked.store.ts';
import { answerDraft, beingWritten } from '../return.ts';
import { putReturn, releaseReturn, returnsOf } from '../return.store.ts';

/** Says to the hub, in one act, that the agency knows nothing of anyone it is asked about. Explicit: an unanswered request is never this. */
export async function sayNothingKnown(ctx: StaffCtx, requestId: string): Promise<void> {
  const { request } = await requestAsked(ctx, requestId, true);
  const state = requestMoved(request.state as RequestState, 'say nothing is known');
  if (beingWritten(await returnsOf(ctx, request.id)))
    throw refused('A return is being written for this request. Release it, or throw it away first.');
  const { id } = await putReturn(ctx, request, { items: [], correctionReason: null });
  await releaseReturn(ctx, request, { id, version: null });
  await answered(ctx, request, state);
  await dropDraft(ctx, answerDraft, request.id);
}
