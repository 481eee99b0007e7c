import { notAllowed } from '../../../../platform/access/refusal.ts';
import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { mustBeOpen } from '../episode.ts';
import { writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { helpTeams } from '../team-inbox.store.ts';

/** Gives an episode to an early help or social work team; its involvement follows. */
export async function allocateTeam(ctx: StaffCtx, episodeId: string, teamId: string): Promise<void> {
  if (!may(ctx, 'early-help.allocate')) throw notAllowed();
  const { episode } = await openEpisode(ctx, episodeId);
  mustBeOpen(episode.state);
  found((await helpTeams(ctx)).find((team) => team.id === teamId));
  await writeEpisode(ctx, episodeId, 'allocated', { team_id: teamId });
}
