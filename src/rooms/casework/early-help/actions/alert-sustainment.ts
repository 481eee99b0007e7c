import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { lockEpisode } from '../episode.store.ts';

/** Tells the team that closed an episode that it is time to ask whether the change has lasted. */
export async function alertSustainment(ctx: Ctx, episodeId: string): Promise<void> {
  const episode = await lockEpisode(ctx, episodeId);
  if (episode.sustained_on || !episode.team_id) return;
  await ctx.tx
    .insertInto('alert')
    .values({
      team_id: episode.team_id,
      kind: 'sustainment-due',
      record_id: episodeId,
      href: `/early-help/${episodeId}/lasting`,
      raised_at: ctx.now,
    })
    .execute();
  about(ctx, 'early-help', episodeId);
}
