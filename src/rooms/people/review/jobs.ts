import type { Job } from '../../../platform/jobs/job.ts';
import { drawJob } from './draw.ts';
import { measureJobs } from './measure.ts';

/** Samples drawn monthly and measurements begun weekly. */
export const reviewJobs: readonly Job[] = [drawJob, ...measureJobs];
