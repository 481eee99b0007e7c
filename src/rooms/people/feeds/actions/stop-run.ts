import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { lockRun, setRunState, type FeedRun } from '../feed-run.store.ts';

/** Stops a reading after the batch that is being read. What is done stays done. */
export async function stopRun(ctx: StaffCtx, runId: string): Promise<FeedRun> {
  const run = found(await lockRun(ctx, runId));
  if (run.state !== 'running') throw refused('It is not being read at the moment');
  await setRunState(ctx, runId, 'stopped');
  about(ctx, 'feed-run', runId);
  return run;
}
