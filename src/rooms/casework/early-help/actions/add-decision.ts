import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { mustManage } from '../access.ts';
import { noteChange } from '../episode.store.ts';
import { insertDecision, meetingById } from '../meeting.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Adds a decision to a meeting, typed in the room or after. */
export async function addDecision(ctx: StaffCtx, episodeId: string, meetingId: string, decision: string): Promise<void> {
  const { standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  found(await meetingById(ctx, episodeId, meetingId));
  await insertDecision(ctx, episodeId, meetingId, decision);
  await noteChange(ctx, episodeId, 'decision', null, meetingId);
}
