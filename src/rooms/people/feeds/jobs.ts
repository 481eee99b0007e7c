import { z } from 'zod';
import { registerJob, type Job } from '../../../platform/jobs/job.ts';
import { daysKept, destroyFilesBefore } from './feed-file.store.ts';
import { readFeedBatch } from './loading/read-batch.ts';
import { endGone } from './told.store.ts';

const slot = z.object({ slot: z.string() });

/** Every night: what was sent is destroyed when its days are over. Counts stay. */
export const destroyOldFeedFiles = registerJob(
  'people.destroy-feed-files',
  slot,
  async (ctx) => {
    await destroyFilesBefore(ctx, new Date(ctx.now.getTime() - (await daysKept(ctx)) * 86_400_000));
  },
  { every: '1 day', at: '02:30' },
);

/** Every night: involvements of those gone for longer than the days of grace end. */
export const endGoneInvolvements = registerJob('people.end-gone-involvements', slot, async (ctx) => void (await endGone(ctx)), {
  every: '1 day',
  at: '02:45',
});

export const feedJobs: readonly Job[] = [readFeedBatch, destroyOldFeedFiles, endGoneInvolvements];
