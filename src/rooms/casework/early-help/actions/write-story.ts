import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { mustBeOpen } from '../episode.ts';
import { writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** The lead professional writes what a covering worker needs tonight. */
export async function writeStory(ctx: StaffCtx, episodeId: string, story: string): Promise<void> {
  const { episode, standing } = await openEpisode(ctx, episodeId);
  if (!standing.leads && !standing.manages) throw refused('The lead professional or the team writes the story.');
  mustBeOpen(episode.state);
  await writeEpisode(ctx, episodeId, 'story-written', { story, story_by: ctx.who.staffId, story_at: ctx.now });
}
