import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { insertTurn, turnOf, withdrawTurn } from '../duty.store.ts';

/** Takes a turn off the rota, or gives it to whoever covers it. What was is kept: the turn is withdrawn and a new one names it. */
export async function takeTurnOff(ctx: StaffCtx, id: string, change: { why: string; coverId: string | null }): Promise<void> {
  const turn = await turnOf(ctx, id);
  if (turn.withdrawnAt) throw refused('This turn is off the rota already.');
  if (turn.endsAt <= ctx.now) throw refused('This turn is over. What happened stays as it was.');
  if (change.coverId === turn.staffId) throw invalid([{ field: 'coverId', message: 'Choose somebody else' }]);
  await withdrawTurn(ctx, id, change.why);
  if (!change.coverId) return;
  const given = await insertTurn(ctx, {
    discipline: turn.discipline,
    staffId: change.coverId,
    startsAt: turn.startsAt,
    endsAt: turn.endsAt,
    standsInFor: id,
  });
  if (!given) throw invalid([{ field: 'coverId', message: 'They are on duty then already' }]);
}
