import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { insertProtectionCall, protectionHandovers } from '../protection.store.ts';

/** Writes down a call made because a hand-over was not accepted. A call accepts nothing: somebody in the team still does that. */
export async function recordCall(ctx: StaffCtx, id: string, call: { spokeTo: string; said: string }): Promise<void> {
  const waiting = (await protectionHandovers(ctx, 'waiting')).find((one) => one.id === id);
  if (!waiting && (await protectionHandovers(ctx, 'sent')).some((one) => one.id === id))
    throw refused('It has been accepted meanwhile, so there is nobody to ring.');
  const it = found(waiting);
  about(ctx, 'protection-handover', id);
  saw(ctx, it.personId);
  await insertProtectionCall(ctx, id, call);
}
