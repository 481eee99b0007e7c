import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { lockInvolvement, markEnded } from '../involvement.store.ts';
import { londonDay } from '../../today.ts';

/** Ends one involvement that was typed by hand or handed over. Those that come of work end with the work, those of a feed with the feed.
 *  Throws refused for these, invalid for an end before the start or after today. */
export async function endOneInvolvement(ctx: StaffCtx, involvementId: string, endedOn: string): Promise<string> {
  const it = await lockInvolvement(ctx, involvementId);
  if (it.ended_on) throw refused('This involvement has already ended');
  if (it.feed_id) throw refused('This comes from a feed and ends when the feed says so. Tell the agency if it is wrong.');
  if (it.opens !== 'nothing' && it.because_kind !== 'handed-over') throw refused('This belongs to a piece of work and ends with it');
  if (endedOn < it.started_on || endedOn > londonDay(ctx))
    throw invalid([{ field: 'endedOn', message: 'End date must be between the start date and today' }]);
  await markEnded(ctx, involvementId, endedOn);
  about(ctx, 'involvement', involvementId);
  saw(ctx, it.person_id);
  return it.person_id;
}
