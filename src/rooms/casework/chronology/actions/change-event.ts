import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { mayPromote } from '../chronology.ts';
import { lockEvent, writeEventChange } from '../chronology.store.ts';

export type EventVerb = 'hide' | 'show' | 'promote' | 'take out';

/** Hides an event from anything the family is given (or shows it again), judges a proposed one significant, or takes out one that is wrong; the row stays. */
export async function changeEvent(
  ctx: StaffCtx,
  personId: string,
  eventId: string,
  verb: EventVerb,
  because: string | null,
): Promise<void> {
  const event = found(await lockEvent(ctx, eventId));
  if (event.person_id !== personId) found(null);
  saw(ctx, personId);
  if (verb === 'promote') {
    mayPromote({ automatic: event.automatic, promotedAt: event.promoted_at });
    return writeEventChange(ctx, eventId, { promoted_by: ctx.who.staffId, promoted_at: ctx.now });
  }
  if (verb === 'take out') {
    if (!because) throw invalid([{ field: 'because', message: 'Say why it is wrong' }]);
    return writeEventChange(ctx, eventId, { removed_at: ctx.now, removed_because: because });
  }
  return writeEventChange(ctx, eventId, { hidden_from_family: verb === 'hide' });
}
