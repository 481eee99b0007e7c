import { z } from 'zod';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { registerJob, type Job } from '../../../platform/jobs/job.ts';
import { takeNotification } from './actions/take-notification.ts';
import { takeWaiting } from './actions/take-waiting.ts';
import { takeKind, takeOneKind } from './intake.ts';
import { isLeftWaiting } from './notification.store.ts';
import { destroyOldRejects } from './police-file.store.ts';

/** Makes contacts of what the police sent. When more waits than one transaction takes, it asks for itself again. */
const takePoliceNotifications = registerJob(takeKind, z.looseObject({}), async (ctx) => {
  if (await takeWaiting(ctx)) await enqueue(ctx, takeKind, {});
});

/** One that could not be taken with the others. */
const takePoliceNotification = registerJob(takeOneKind, z.object({ notificationId: z.uuid() }), (ctx, { notificationId }) =>
  takeNotification(ctx, notificationId),
);

/** Whatever was received and still stands at no front door two minutes later is asked for again: nothing a force sent is forgotten. */
const takeLeftNotifications = registerJob(
  'front-door.take-left-police-notifications',
  z.looseObject({}),
  async (ctx) => {
    if (await isLeftWaiting(ctx, 2)) await enqueue(ctx, takeKind, {});
  },
  { every: '5 minutes' },
);

/** Every night: rows of police files that were sent back are destroyed after 30 days. Counts stay. */
const destroyPoliceRejects = registerJob(
  'front-door.destroy-police-rejects',
  z.looseObject({}),
  async (ctx) => destroyOldRejects(ctx, new Date(ctx.now.getTime() - 30 * 86_400_000)),
  { every: '1 day', at: '02:35' },
);

export const policeJobs: readonly Job[] = [takePoliceNotifications, takePoliceNotification, takeLeftNotifications, destroyPoliceRejects];
