import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { noteChange } from '../episode.store.ts';
import { anotherLeadWasFaster, mayOffer, type Chooser } from '../lead.ts';
import { insertOffer, leadsOf, practitioner } from '../lead.store.ts';
import { openEpisode } from '../open-episode.store.ts';

export interface LeadOffer {
  staffId: string;
  backupStaffId: string | null;
  chosenBy: Chooser;
  note: string;
  handoverOn: string | null;
  handoverNote: string | null;
}

/** Asks a practitioner of any agency to be lead professional. They learn who the children are, nothing more, until they accept. */
export async function offerLead(ctx: StaffCtx, episodeId: string, offer: LeadOffer): Promise<string> {
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  if (!standing.leads && !may(ctx, 'early-help.allocate'))
    throw refused('A lead professional is asked by the one before, a co-ordinator or a team manager.');
  mayOffer(
    episode.state,
    (await leadsOf(ctx, episodeId)).map((row) => ({ staffId: row.staff_id, state: row.state })),
    offer,
  );
  const asked = await practitioner(ctx, offer.staffId);
  if (!asked) throw invalid([{ field: 'staffId', message: 'Select who to ask' }]);
  if (offer.backupStaffId && !(await practitioner(ctx, offer.backupStaffId)))
    throw invalid([{ field: 'backupStaffId', message: 'Select who stands in' }]);
  if (offer.backupStaffId === offer.staffId) throw invalid([{ field: 'backupStaffId', message: 'The backup must be someone else' }]);
  const id = await insertOffer(ctx, episodeId, { ...offer, agencyId: asked.agencyId }).catch((error: unknown) => {
    throw anotherLeadWasFaster(error) ? refused('Someone else asked a lead professional a moment ago. Open the page again.') : error;
  });
  await ctx.tx
    .insertInto('alert')
    .values({ staff_id: offer.staffId, kind: 'lead-offer', record_id: id, href: '/invitations', raised_at: ctx.now })
    .execute();
  await noteChange(ctx, episodeId, 'lead-offered', null, id);
  return id;
}
