import { z } from 'zod';
import { registerJob } from '../../../platform/jobs/job.ts';
import { refreshFigures } from './figure.store.ts';

/** Counts what changed at the front door, so that the figures are at most five minutes old. */
const refresh = registerJob(
  'front-door.refresh-figures',
  z.looseObject({}),
  async (ctx) => {
    await refreshFigures(ctx, false);
  },
  { every: '5 minutes' },
);

/** Counts everything anew each night: a decision replaced months later changes what an earlier referral is to a later one. */
const recount = registerJob(
  'front-door.recount-figures',
  z.looseObject({}),
  async (ctx) => {
    await refreshFigures(ctx, true);
  },
  { every: '1 day', at: '02:40' },
);

export const performanceJobs = [refresh, recount];
