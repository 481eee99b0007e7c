import { z } from 'zod';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { registerJob, type Job } from '../../../platform/jobs/job.ts';
import { takeKind } from './actions/receive-notification.ts';
import { takeNotification } from './actions/take-notification.ts';
import { leftWaiting } from './notification.store.ts';
import { destroyOldRejects } from './police-file.store.ts';

/** Makes the contact of a notification the police sent. */
const takePoliceNotification = registerJob(takeKind, z.object({ notificationId: z.uuid() }), (ctx, { notificationId }) =>
  takeNotification(ctx, notificationId),
);

/** Whatever was received and still stands at no front door a quarter of an hour later is asked for again: nothing a force sent is forgotten. */
const takeLeftNotifications = registerJob(
  'front-door.take-left-police-notifications',
  z.looseObject({}),
  async (ctx) => {
    for (const notificationId of await leftWaiting(ctx, 15)) await enqueue(ctx, takeKind, { notificationId });
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

export const policeJobs: readonly Job[] = [takePoliceNotification, takeLeftNotifications, destroyPoliceRejects];
