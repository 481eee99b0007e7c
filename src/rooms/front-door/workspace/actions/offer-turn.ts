import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { insertSwap, turnOf } from '../duty.store.ts';

/** Asks a colleague to take one's turn. It stays with whoever has it until the colleague says yes. */
export async function offerTurn(ctx: StaffCtx, slotId: string, to: string, why: string | null): Promise<void> {
  const turn = await turnOf(ctx, slotId);
  if (turn.staffId !== ctx.who.staffId) throw refused('Only whose turn it is can ask somebody to take it.');
  if (turn.withdrawnAt || turn.endsAt <= ctx.now) throw refused('This turn is over or off the rota.');
  if (to === ctx.who.staffId) throw invalid([{ field: 'to', message: 'Choose somebody else' }]);
  if (turn.swap.some((one) => one.accepted === null)) throw refused('You have asked somebody already. Wait for their answer.');
  const id = await insertSwap(ctx, slotId, to, why);
  await ctx.tx
    .insertInto('alert')
    .values({ staff_id: to, kind: 'duty-swap', record_id: id, href: '/on-duty', raised_at: ctx.now })
    .execute();
  about(ctx, 'duty-slot', slotId);
}
