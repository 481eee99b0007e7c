import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { conflict, invalid, refused } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import type { Typed } from '../../../../platform/web/route.ts';
import { requestMoved, type RequestState } from '../../hub/enquiry.ts';
import { questionsFor } from '../question-sets.codes.ts';
import { requestAsked } from '../asked.store.ts';
import { readItems, textOf } from '../read-return.ts';
import { answerDraft, placesOf, type Item } from '../return.ts';
import { putReturn, returnsOf, type AgencyReturn } from '../return.store.ts';

/** Keeps what was typed as the agency's unreleased return, where its colleagues find it and nobody else. A further return says why it corrects
 *  the one before. Throws invalid with every field's message, and conflict where a colleague wrote meanwhile. */
export async function writeReturn(ctx: StaffCtx, requestId: string, typed: Typed): Promise<void> {
  const { request, people } = await requestAsked(ctx, requestId, true);
  requestMoved(request.state as RequestState, 'answer with information');
  const places = placesOf(questionsFor(request.discipline), people);
  const items = readItems(typed, { places, people, today: londonDate(ctx.now) });
  if (items.length === 0)
    throw refused('Nothing is answered yet. Answer a question, or use "We know nothing of them" on the page of the request.');
  const returns = await returnsOf(ctx, request.id);
  nobodyWroteMeanwhile(ctx, returns, items, Number(textOf(typed, '_version') || 0));
  const reason = textOf(typed, 'correction').slice(0, 1000);
  const corrects = returns.some((one) => one.releasedAt);
  if (corrects && !reason) throw invalid([{ field: 'correction', message: 'Enter why you send a further return' }]);
  await putReturn(ctx, request, { items, correctionReason: corrects ? reason : null });
  await dropDraft(ctx, answerDraft, request.id);
}

function nobodyWroteMeanwhile(ctx: StaffCtx, returns: readonly AgencyReturn[], mine: readonly Item[], seen: number): void {
  const open = returns.find((one) => !one.releasedAt);
  if (!open || open.version === seen || open.writtenById === ctx.who.staffId) return;
  const text = (items: readonly Item[]): string => items.map((item) => item.words).join('\n');
  throw conflict([{ what: 'The return', yours: text(mine), theirs: text(open.items), theirName: open.writtenBy, theirAt: open.writtenAt }]);
}
