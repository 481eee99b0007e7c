import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';

/** Social care has accepted what early help stepped up: the episode ends and its plan goes with the child. Until this is called the team
 *  around the family continues (domain 3.6). May be called by whoever accepts, who need not be able to change the episode: a job does it. */
export async function acceptStepUp(ctx: Ctx, episodeId: string, as: 'STEPPED_UP_CIN' | 'STEPPED_UP_CP' | 'BECAME_LAC'): Promise<void> {
  await enqueue(ctx, 'casework.end-stepped-up', { episodeId, as, on: ctx.now.toISOString() }, { key: `step-up-accepted:${episodeId}` });
  about(ctx, 'early-help', episodeId);
}
