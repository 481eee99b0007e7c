import type { LiveRoute } from '../../../platform/web/live/live-route.ts';
import { changesSince } from './change.store.ts';

/** What the front door's pages listen at: the number of the newest change by somebody else among the contacts the reader may see. */
export const workspaceLive: readonly LiveRoute[] = [
  {
    path: '/front-door/live',
    opens: 'front-door.queue',
    audit: 'front-door.live.listen',
    channel: 'goldthread_front_door',
    newest: async (ctx, since) => {
      const { number, contactIds } = await changesSince(ctx, since);
      return contactIds.length > 0 ? number : null;
    },
  },
];
