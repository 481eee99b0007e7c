import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { stopEveryClock } from '../../clocks.ts';
import type { EpisodeState } from '../early-help.codes.ts';
import { after, isEnded } from '../episode.ts';
import { lockEpisode, writeEpisode } from '../episode.store.ts';

/** Ends an episode on the day its step-up was accepted, however late the job comes. Done already: nothing happens. */
export async function endSteppedUp(
  ctx: Ctx,
  episodeId: string,
  as: 'STEPPED_UP_CIN' | 'STEPPED_UP_CP' | 'BECAME_LAC',
  acceptedAt: Date,
): Promise<void> {
  const episode = await lockEpisode(ctx, episodeId);
  if (isEnded(episode.state as EpisodeState)) return;
  const state = after(episode.state as EpisodeState, 'step up accepted');
  await stopEveryClock(ctx, 'early-help', episodeId);
  await writeEpisode(ctx, episodeId, 'step-up-accepted', { closed_on: londonDate(acceptedAt), closure_code: as }, state);
  about(ctx, 'early-help', episodeId);
}
