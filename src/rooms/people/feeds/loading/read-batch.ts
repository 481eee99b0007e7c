import { z } from 'zod';
import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { registerJob, type JobRun } from '../../../../platform/jobs/job.ts';
import { runKindFor, type ReadableFeed } from '../feed.ts';
import { fileOf, type FeedFile } from '../feed-file.store.ts';
import { advance, lockRun, setRunState, takeTurns, type FeedRun } from '../feed-run.store.ts';
import { addFieldCounts, keepRejects, keepSamples } from '../run-row.store.ts';
import { readableFeed } from '../feed.store.ts';
import { writeTold } from '../told.store.ts';
import { nextBatch, type Batch } from './batch.ts';
import { fieldTally } from './field-tally.ts';
import { finishRun } from './finish-run.ts';
import { takeRows, tryRows, type RowsTaken } from './take-rows.ts';

const kind = 'people.read-feed-batch';

/** Asks for the batch that begins at a row. Asked twice, the second finds the row done and does nothing. */
export const askForBatch = (ctx: Ctx, runId: string, fromRow: number): Promise<boolean> => enqueue(ctx, kind, { runId, fromRow });

/** One batch of rows is one job and one transaction: its rows, its counts, its place in the file and the asking for the next batch commit
 *  together, so that a worker killed at any moment leaves no row lost and none done twice. */
export const readFeedBatch = registerJob(kind, z.object({ runId: z.uuid(), fromRow: z.number().int() }), async (ctx, asked, job) => {
  const run = await lockRun(ctx, asked.runId);
  if (!run || run.state !== 'running' || run.nextRow !== asked.fromRow) return;
  const [file, feed] = [await fileOf(ctx, run.fileId), await readableFeed(ctx, run.feedId)];
  about(ctx, 'feed-run', run.id);
  const why = whyStopped(run, file, feed);
  if (why) return setRunState(ctx, run.id, 'stopped', why);
  await readOn(ctx, { run, file, feed, job });
});

function whyStopped(run: FeedRun, file: FeedFile, feed: ReadableFeed): string | null {
  if (file.destroyedAt) return 'The file has been destroyed';
  if (run.kind !== 'dry run' && runKindFor(feed.state) !== run.kind) return 'The feed’s state has changed meanwhile';
  return null;
}

interface Work {
  run: FeedRun;
  file: FeedFile;
  feed: ReadableFeed;
  job: JobRun;
}

async function readOn(ctx: Ctx, { run, file, feed, job }: Work): Promise<void> {
  if (run.kind === 'load') await takeTurns(ctx);
  const batch = await nextBatch(ctx, run, file, feed);
  const tally = fieldTally(feed.mapping);
  for (const read of batch.reads) tally.row(read);
  const place = { feedId: feed.id, agencyId: feed.agencyId, fileId: file.id, factsOn: file.factsOn };
  const done = run.kind === 'load' ? await takeRows(ctx, place, batch.good, job.attempt > 1) : await tryRows(ctx, place, batch.good, tally);
  await writeDown(ctx, run, batch, done);
  await addFieldCounts(ctx, run, tally.counts());
  if (batch.failure) return setRunState(ctx, run.id, 'failed', batch.failure);
  if (batch.ended) return finishRun(ctx, run, file, feed);
  await askForBatch(ctx, run.id, batch.nextRow);
}

async function writeDown(ctx: Ctx, run: FeedRun, batch: Batch, done: RowsTaken): Promise<void> {
  const rejects = [...batch.rejects, ...done.faulty];
  if (run.kind === 'load') {
    // A row that was sent back still says that its child is not gone; one that repeats an earlier row says nothing.
    const own = rejects.filter((one) => one.localId !== null && !one.fields.includes('localId'));
    const kept = own.map(({ localId, rowNumber }) => ({ localId: localId ?? '', personId: null, rowNumber, factsOn: null }));
    await writeTold(ctx, run.fileId, [...done.told, ...kept]);
  }
  await keepRejects(ctx, run, rejects);
  await keepSamples(ctx, run, done.samples);
  await advance(ctx, run.id, { ...done, nextRow: batch.nextRow, nextByte: batch.nextByte, rejected: rejects.length });
}
