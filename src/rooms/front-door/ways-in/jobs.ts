import { z } from 'zod';
import { registerJob } from '../../../platform/jobs/job.ts';
import { makeMorningList } from './actions/make-morning-list.ts';
import { routeContact } from './actions/route-contact.ts';
import { unrouted } from './routing.store.ts';

/** Routes one contact as soon as it is in; a second run finds it routed. */
const routeOne = registerJob('front-door.route-contact', z.object({ contactId: z.uuid() }), (ctx, { contactId }) =>
  routeContact(ctx, contactId),
);

/** Whatever came in another way, or while the worker was down: nothing open stays without a lane. */
const routeTheRest = registerJob(
  'front-door.route-the-rest',
  z.looseObject({}),
  async (ctx) => {
    for (const id of await unrouted(ctx)) await routeContact(ctx, id);
  },
  { every: '5 minutes' },
);

/** Each working morning before the hub opens: the list of what the night took in, and what the night wrote down late. */
const morning = registerJob('front-door.make-morning-list', z.looseObject({}), (ctx) => makeMorningList(ctx), { every: '15 minutes' });

export const waysInJobs = [routeOne, routeTheRest, morning];
