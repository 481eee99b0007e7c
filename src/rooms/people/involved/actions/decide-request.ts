import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { lockRequest, writeDecision } from '../broker.store.ts';

/** The privacy officer passes a request on, or does not and says why. It goes to whatever service there is; the officer learns no more
 *  than the asker. Throws notFound; refused for their own request or one decided already. */
export async function decideRequest(
  ctx: StaffCtx,
  requestId: string,
  decision: 'passed on' | 'not passed on',
  note: string | null,
): Promise<void> {
  const request = await lockRequest(ctx, requestId);
  if (request.asked_by === ctx.who.staffId) throw refused('Nobody decides their own request');
  if (request.decided_at) throw refused('This request has been decided already');
  await writeDecision(ctx, requestId, decision, note);
  about(ctx, 'broker-request', requestId);
  saw(ctx, request.person_id);
}
