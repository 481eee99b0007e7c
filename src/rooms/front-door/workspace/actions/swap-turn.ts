import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, notFound, refused } from '../../../../platform/access/refusal.ts';
import { answerSwap, insertSwap, insertTurn, lockSwap, turnOf, withdrawTurn } from '../duty.store.ts';

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

/** Answers such a request. With a yes the turn changes hands in the same moment: it is never nobody's. */
export async function answerOffer(ctx: StaffCtx, id: string, yes: boolean): Promise<void> {
  const swap = await lockSwap(ctx, id);
  if (swap.asked_of !== ctx.who.staffId) throw notFound();
  if (swap.accepted !== null) throw refused('This has been answered already.');
  const turn = await turnOf(ctx, swap.slot_id);
  if (turn.withdrawnAt || turn.endsAt <= ctx.now) throw refused('The turn is over or off the rota.');
  await answerSwap(ctx, id, yes);
  await ctx.tx
    .insertInto('alert')
    .values({
      staff_id: swap.asked_by,
      kind: yes ? 'duty-swap-taken' : 'duty-swap-declined',
      record_id: id,
      href: '/on-duty',
      raised_at: ctx.now,
    })
    .execute();
  await ctx.tx
    .updateTable('alert')
    .set({ seen_at: ctx.now, seen_by: ctx.who.staffId })
    .where('kind', '=', 'duty-swap')
    .where('record_id', '=', id)
    .execute();
  about(ctx, 'duty-slot', swap.slot_id);
  if (!yes) return;
  await withdrawTurn(ctx, turn.id, 'swapped');
  const given = await insertTurn(ctx, {
    discipline: turn.discipline,
    staffId: ctx.who.staffId,
    startsAt: turn.startsAt,
    endsAt: turn.endsAt,
    standsInFor: turn.id,
  });
  if (!given) throw refused('You are on duty then already, so nobody would have this turn.');
}
