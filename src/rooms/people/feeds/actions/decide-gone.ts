import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { lockRun, type FeedRun } from '../feed-run.store.ts';
import { writeDecision } from '../feed.store.ts';
import { letGo } from '../told.store.ts';

/** Someone who looked says whether those a complete file no longer names are gone, or the file was cut short. Throws notFound, refused. */
export async function decideGone(ctx: StaffCtx, runId: string, kind: 'let go' | 'keep', why: string): Promise<FeedRun> {
  const run = found(await lockRun(ctx, runId));
  if (run.goneState !== 'waiting') throw refused('This has been decided already');
  await writeDecision(ctx, { feedId: run.feedId, runId, kind, why });
  if (kind === 'let go') await letGo(ctx, runId);
  else await ctx.tx.updateTable('feed_run').set({ gone_state: 'kept' }).where('id', '=', runId).execute();
  await ctx.tx
    .updateTable('alert')
    .set({ seen_by: ctx.who.staffId, seen_at: ctx.now })
    .where('kind', '=', 'feed-gone')
    .where('record_id', '=', runId)
    .where('seen_at', 'is', null)
    .execute();
  about(ctx, 'feed-run', runId);
  return run;
}
