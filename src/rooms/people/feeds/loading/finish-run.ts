import { sql } from 'kysely';
import type { Ctx } from '../../../../platform/access/ctx.ts';
import { mayLetGo, type Feed } from '../feed.ts';
import type { FeedFile } from '../feed-file.store.ts';
import { addFieldCounts, setRunState, type FeedRun } from '../feed-run.store.ts';
import { agreementOf, goneCount, letGo } from '../told.store.ts';

/** The last row is done: the feed is fresh, what agreed is counted, and of a complete file it is worked out who is gone. */
export async function finishRun(ctx: Ctx, run: FeedRun, file: FeedFile, feed: Feed): Promise<void> {
  await setRunState(ctx, run.id, 'finished');
  if (run.kind !== 'load') return;
  await ctx.tx
    .updateTable('feed')
    .set({ last_loaded_at: sql<Date>`greatest(last_loaded_at, ${file.receivedAt}::timestamptz)` })
    .where('id', '=', feed.id)
    .execute();
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
  const nameless = await ctx.tx
    .selectFrom('feed_reject')
    .select('row_number')
    .where('run_id', '=', run.id)
    .where(sql<boolean>`fields && array['localId','row']`)
    .limit(1)
    .executeTakeFirst();
  const clear = gone === 0 || (!nameless && mayLetGo(known, gone, feed.goneLimitPercent));
  await ctx.tx
    .updateTable('feed_run')
    .set({ known_before: known, gone, gone_state: clear ? 'let go' : 'waiting' })
    .where('id', '=', run.id)
    .execute();
  if (clear) await letGo(ctx, run.id);
  else
    await ctx.tx
      .insertInto('alert')
      .values({ role: 'INDEX', kind: 'feed-gone', record_id: run.id, href: `/index/feed-files/${run.fileId}` })
      .execute();
}
