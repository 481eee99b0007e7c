import type { Job } from '../../../platform/jobs/job.ts';
import { drawJob } from './draw.ts';
import { measureJobs } from './measure.ts';
import { reweighJob } from './model-change.ts';

/** Samples drawn monthly, measurements begun weekly, and links weighed again when the model changed. */
export const reviewJobs: readonly Job[] = [drawJob, reweighJob, ...measureJobs];
