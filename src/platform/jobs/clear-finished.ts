import { z } from 'zod';
import { registerJob } from './job.ts';
import { clearFinished } from './job.store.ts';

/** Every hour: clears jobs finished more than a week ago, except those whose key must be refused for ever. */
export const clearFinishedJobs = registerJob(
  'platform.clear-finished-jobs',
  z.object({ slot: z.string() }),
  async (ctx) => {
    await clearFinished(ctx, 10_000);
  },
  { every: '1 hour' },
);
