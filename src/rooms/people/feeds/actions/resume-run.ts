import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { lockRun, setRunState, type FeedRun } from '../feed-run.store.ts';
import { askForBatch } from '../loading/read-batch.ts';

/** Goes on from the first row that is not done. */
export async function resumeRun(ctx: StaffCtx, runId: string): Promise<FeedRun> {
  const run = found(await lockRun(ctx, runId));
  if (run.state !== 'stopped') throw refused('It was not stopped');
  await setRunState(ctx, runId, 'running');
  await askForBatch(ctx, runId, run.nextRow);
  about(ctx, 'feed-run', runId);
  return run;
}
