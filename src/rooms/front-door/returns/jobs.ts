import { z } from 'zod';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { registerJob, type Job } from '../../../platform/jobs/job.ts';
import { passOnCorrection } from './pass-on-correction.ts';
import { reminderKinds } from './reminder.ts';
import { remindAgency, requestsToRemind, tellAsked } from './reminder.store.ts';

/** Every five minutes: a request that is nearly due, overdue, or overdue by its whole limit again is chased in Goldthread, once a stage of its clock. */
const chase = registerJob(
  'front-door.chase-returns',
  z.looseObject({}),
  async (ctx) => {
    for (const { clockId, requestId, stage } of await requestsToRemind(ctx))
      await enqueue(ctx, 'front-door.remind-agency', { requestId, stage }, { key: `${stage}:${clockId}` });
  },
  { every: '5 minutes' },
);

/** Puts the reminder on Today of everyone in the agency who answers the hub and may know of the request. */
const remind = registerJob('front-door.remind-agency', z.object({ requestId: z.uuid(), stage: z.enum(reminderKinds) }), async (ctx, it) => {
  await remindAgency(ctx, it.requestId, it.stage);
});

/** The hub asked: whoever answers there hears of it outside Goldthread too. */
const tell = registerJob('front-door.tell-asked', z.object({ requestId: z.uuid() }), async (ctx, it) => {
  await tellAsked(ctx, it.requestId);
});

/** A further return was released: what it says otherwise reaches those outside the hub who were given the earlier words. */
const correct = registerJob(
  'front-door.correct-passed-on',
  z.object({ requestId: z.uuid(), returnId: z.uuid(), byStaffId: z.uuid() }),
  async (ctx, further) => {
    await passOnCorrection(ctx, further);
  },
);

export const returnsJobs: readonly Job[] = [chase, remind, tell, correct];
