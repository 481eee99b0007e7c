import { z } from 'zod';
import { registerJob, type Job } from '../../platform/jobs/job.ts';
import { alertSustainment } from './early-help/actions/alert-sustainment.ts';
import { endSteppedUp } from './early-help/actions/end-stepped-up.ts';
import { sharingJobs } from './sharing/jobs.ts';

const endStepUp = registerJob(
  'casework.end-stepped-up',
  z.object({ episodeId: z.uuid(), as: z.enum(['STEPPED_UP_CIN', 'STEPPED_UP_CP', 'BECAME_LAC']), on: z.iso.datetime() }),
  (ctx, { episodeId, as, on }) => endSteppedUp(ctx, episodeId, as, new Date(on)),
);

/** Six months after closing: has the change lasted? */
const sustainment = registerJob('casework.sustainment-due', z.object({ episodeId: z.uuid() }), (ctx, { episodeId }) =>
  alertSustainment(ctx, episodeId),
);

/** What this room asks of the worker. `casework.stepped-up` is only written here; the front door makes the contact. */
export const jobs: readonly Job[] = [endStepUp, sustainment, ...sharingJobs];
