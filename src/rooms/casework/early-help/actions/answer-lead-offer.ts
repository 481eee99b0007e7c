import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { noteChange } from '../episode.store.ts';
import { anotherLeadWasFaster, answer } from '../lead.ts';
import { lockOffer, peopleBehind, writeAnswer } from '../lead.store.ts';
import { joinTeamAsLead } from '../taf.store.ts';

/** The person asked accepts or declines. Accepting makes them lead at once, ends the lead before, and puts them in the team around the family. */
export async function answerLeadOffer(ctx: StaffCtx, offerId: string, given: { accept: boolean; reason: string | null }): Promise<string> {
  const offer = found(await lockOffer(ctx, offerId));
  const state = answer({ staffId: offer.staff_id, state: offer.state }, ctx.who.staffId, given);
  saw(ctx, ...(await peopleBehind(ctx, offer.episode_id)).map((person) => person.personId));
  about(ctx, 'early-help', offer.episode_id);
  await writeAnswer(ctx, offerId, state, given.accept ? null : given.reason).catch((error: unknown) => {
    throw anotherLeadWasFaster(error) ? refused('Someone else has just become lead professional.') : error;
  });
  if (state === 'active') await joinTeamAsLead(ctx, offer.episode_id, { staffId: offer.staff_id, agencyId: offer.agency_id });
  await noteChange(ctx, offer.episode_id, state === 'active' ? 'lead-accepted' : 'lead-declined', null, offerId);
  await ctx.tx
    .insertInto('alert')
    .values({
      staff_id: offer.offered_by,
      kind: `lead-${state}`,
      record_id: offer.episode_id,
      href: `/early-help/${offer.episode_id}/lead`,
      raised_at: ctx.now,
    })
    .execute();
  return offer.episode_id;
}
