import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { lockInvolvement, markConfirmed } from '../involvement.store.ts';

/** Says today that a practitioner is still involved. Throws refused for one that has ended. */
export async function confirmInvolvement(ctx: StaffCtx, involvementId: string): Promise<string> {
  const it = await lockInvolvement(ctx, involvementId);
  if (it.ended_on) throw refused('This involvement has ended. Record it anew if they work together again.');
  await markConfirmed(ctx, involvementId, `${ctx.who.name}, confirmed`);
  about(ctx, 'involvement', involvementId);
  saw(ctx, it.person_id);
  return it.person_id;
}
