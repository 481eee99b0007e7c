import { z } from 'zod';
import { registerJob } from '../jobs/job.ts';
import { seedClockConfiguration } from './clock-configuration.store.ts';

/** Every night, and when the first worker starts: writes the rules and holidays that this release knows and the tables do not. */
export const fillClockTables = registerJob(
  'platform.fill-clock-tables',
  z.object({ slot: z.string() }),
  async (ctx) => {
    await seedClockConfiguration(ctx);
  },
  { every: '1 day', at: '01:00' },
);
