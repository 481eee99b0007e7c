import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { noteChange } from '../episode.store.ts';
import { takeBackOffer } from '../lead.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Takes back an offer that was not answered. */
export async function takeBackLeadOffer(ctx: StaffCtx, episodeId: string, offerId: string): Promise<void> {
  const { standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  await takeBackOffer(ctx, offerId);
  await noteChange(ctx, episodeId, 'lead-declined', null, offerId);
}
