import type { Ctx } from '../../../../platform/access/ctx.ts';
import { mayLetGo, type Feed } from '../feed.ts';
import type { FeedFile } from '../feed-file.store.ts';
import { noteGone, setRunState, type FeedRun } from '../feed-run.store.ts';
import { addFieldCounts, hasNamelessReject } from '../run-row.store.ts';
import { markLoaded } from '../feed.store.ts';
import { agreementOf, goneCount, letGo } from '../told.store.ts';

/** The last row is done: the feed is fresh, what agreed is counted, and of a complete file it is worked out who is gone. */
export async function finishRun(ctx: Ctx, run: FeedRun, file: FeedFile, feed: Feed): Promise<void> {
  await setRunState(ctx, run.id, 'finished');
  if (run.kind !== 'load') return;
  await markLoaded(ctx, feed.id, file.receivedAt);
  const agreed = await agreementOf(ctx, run.id);
  await addFieldCounts(
    ctx,
    run,
    agreed.map((one) => ({ ...one, given: 0, missing: 0, wrong: 0 })),
  );
  if (file.isComplete) await whoIsGone(ctx, run, feed);
}

/** Those a complete file no longer names are let go at once when they are few and every row said whom it is about; else a person looks. */
async function whoIsGone(ctx: Ctx, run: FeedRun, feed: Feed): Promise<void> {
  const { known, gone } = await goneCount(ctx, run.id);
  const clear = gone === 0 || (mayLetGo(known, gone, feed.goneLimitPercent) && !(await hasNamelessReject(ctx, run.id)));
  await noteGone(ctx, run, { known, gone, waits: !clear });
  if (clear) await letGo(ctx, run.id);
}
