import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { lockPassedOn, writeAnswer } from '../broker.store.ts';

/** A service replies to a request that reached it, or puts it away in silence (`reply` null). Only a reply is told to whoever asked.
 *  Throws notFound for anyone else's request, refused for one answered already. */
export async function answerRequest(ctx: StaffCtx, deliveryId: string, reply: string | null): Promise<void> {
  const it = await lockPassedOn(ctx, deliveryId);
  if (it.answered_at) throw refused('A colleague has answered this already');
  await writeAnswer(ctx, { id: it.id, askedBy: it.asked_by, personId: it.person_id }, reply);
  about(ctx, 'broker-delivery', it.id);
  saw(ctx, it.person_id);
}
