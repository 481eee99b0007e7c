import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { notFound, refused } from '../../../../platform/access/refusal.ts';
import { answerSwap, insertTurn, lockSwap, turnOf, withdrawTurn } from '../duty.store.ts';

/** Answers a colleague's request to take their turn. With a yes the turn changes hands in the same moment: it is never nobody's. */
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
