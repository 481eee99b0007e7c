import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { runKindFor } from '../feed.ts';
import { mappingProblems } from '../feed-field.ts';
import { fileOf } from '../feed-file.store.ts';
import { insertRun, runsOfFile } from '../feed-run.store.ts';
import { readableFeed } from '../feed.store.ts';
import { askForBatch } from '../loading/read-batch.ts';

/** Begins to read a file as a job: to see what it would do, or for real, which for a feed in shadow means beside the index. Throws
 *  notFound, or refused in words. */
export async function beginRun(ctx: Ctx, fileId: string, wanted: 'dry run' | 'for real'): Promise<string> {
  const file = await fileOf(ctx, fileId);
  const feed = await readableFeed(ctx, file.feedId);
  if (file.destroyedAt) throw refused('This file has been destroyed. Ask for it again.');
  if (feed.state === 'ended' || (feed.state === 'paused' && wanted === 'for real')) throw refused(`This feed is ${feed.state}`);
  if (mappingProblems(feed.mapping).length > 0) throw refused('The mapping of this feed is not complete yet');
  const kind = wanted === 'dry run' ? 'dry run' : runKindFor(feed.state);
  if (wanted === 'for real' && kind === 'dry run') throw refused('This feed is a draft. Put it in shadow first.');
  const others = await runsOfFile(ctx, fileId);
  if (others.some((run) => run.state === 'running')) throw refused('This file is being read at the moment');
  if (others.some((run) => run.state === 'stopped' && run.kind === kind))
    throw refused('Reading this file was stopped. Resume it instead.');
  const askedBy = ctx.who.kind === 'staff' ? ctx.who.staffId : null;
  const runId = await insertRun(ctx, { fileId, feedId: feed.id, kind, askedBy, nextByte: file.shape.firstByte });
  await askForBatch(ctx, runId, 1);
  about(ctx, 'feed-run', runId);
  return runId;
}
