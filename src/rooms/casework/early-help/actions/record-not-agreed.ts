import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { after } from '../episode.ts';
import { lockEpisode, today, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Records that the family does not want early help and why; the request ends. */
export async function recordNotAgreed(ctx: StaffCtx, episodeId: string, reason: string): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  await writeEpisode(
    ctx,
    episodeId,
    'not-agreed',
    { not_agreed_reason: reason, closed_on: today(ctx) },
    after(episode.state, 'not agreed'),
  );
}
