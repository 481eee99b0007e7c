import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustContribute } from '../access.ts';
import { assessmentOf, insertAssessment } from '../assessment.store.ts';
import { after } from '../episode.ts';
import { lockEpisode, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Starts the whole-family assessment; the one under way is given back when there is one. */
export async function startAssessment(ctx: StaffCtx, episodeId: string): Promise<string> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustContribute(standing);
  const underWay = await assessmentOf(ctx, episodeId);
  if (underWay) return underWay.id;
  const state = after(episode.state, 'start assessment');
  const id = await insertAssessment(ctx, episodeId);
  await writeEpisode(ctx, episodeId, 'assessment-started', {}, state, id);
  return id;
}
