import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid, notAllowed } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { addEvent } from '../../chronology/actions/add-event.ts';
import { stopClock } from '../../clocks.ts';
import { strategyOutcomes, type StrategyOutcome } from '../referral.codes.ts';
import { hold, type StrategyState } from '../referral.ts';
import { lockStrategyRequest, writeStrategyHeld } from '../strategy.store.ts';

/** Records that a strategy discussion was held, on which day and with which outcome; stops its clock (C08). The outcome stands in the child's chronology, for social care alone. */
export async function recordStrategyHeld(ctx: StaffCtx, id: string, held: { on: string; outcome: StrategyOutcome }): Promise<void> {
  if (!may(ctx, 'referral.accept')) throw notAllowed();
  const request = found(await lockStrategyRequest(ctx, id));
  hold(request.state as StrategyState);
  if (held.on > londonDate(ctx.now)) throw invalid([{ field: 'heldOn', message: 'Day of the discussion must be today or in the past' }]);
  if (held.on < londonDate(request.requested_at))
    throw invalid([{ field: 'heldOn', message: 'It cannot have been held before it was asked for' }]);
  await writeStrategyHeld(ctx, id);
  await stopClock(ctx, 'C08', 'strategy-request', id, held.on);
  await stopClock(ctx, 'C08-immediate', 'strategy-request', id, held.on);
  await addEvent(ctx, {
    personId: request.child_id,
    occurredOn: held.on,
    category: 'significant event',
    description: `Strategy discussion held: ${strategyOutcomes[held.outcome].toLowerCase()}`,
    source: 'Social care',
    isAutomatic: true,
    openTo: 'social care',
    linkedKind: 'strategy-request',
    linkedId: id,
  });
  saw(ctx, request.child_id);
  about(ctx, 'strategy-request', id);
}
