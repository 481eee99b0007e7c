import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { stopEveryClock } from '../../clocks.ts';
import { mustManage } from '../access.ts';
import { after } from '../episode.ts';
import { lockEpisode, today, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** The family moved to another authority: help ends here. */
export async function moveOut(ctx: StaffCtx, episodeId: string, to: string): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  await stopEveryClock(ctx, 'early-help', episodeId);
  await writeEpisode(
    ctx,
    episodeId,
    'moved-out',
    { moved_to: to, closed_on: today(ctx), closure_code: 'MOVED_AREA' },
    after(episode.state, 'move out'),
  );
}
