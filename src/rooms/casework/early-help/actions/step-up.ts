import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { mustContribute } from '../access.ts';
import { isAgreed } from '../episode.ts';
import { lockEpisode, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { planOf } from '../plan.store.ts';

/** Sends a worry about one or more children to the front door with the plan attached. Casework cannot call the front door: it writes the fact
 *  with ids alone, and the front door's job makes the contact from it. The team around the family goes on until social care accepts. */
export async function stepUp(ctx: StaffCtx, episodeId: string, worry: { reason: string; childIds: readonly string[] }): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing, children } = await openEpisode(ctx, episodeId);
  mustContribute(standing);
  if (!isAgreed(episode.state)) throw refused('There is no help under way to step up. Raise a concern at the front door.');
  const about = children.filter((child) => worry.childIds.includes(child.personId)).map((child) => child.personId);
  if (about.length === 0) throw refused('Select at least one child.');
  const plan = await planOf(ctx, episodeId);
  await writeEpisode(ctx, episodeId, 'stepped-up', { stepped_up_at: ctx.now, step_up_reason: worry.reason });
  await enqueue(ctx, 'casework.stepped-up', {
    episodeId,
    childIds: about,
    planId: plan?.id ?? null,
    byStaffId: ctx.who.staffId,
    at: ctx.now.toISOString(),
  });
}
