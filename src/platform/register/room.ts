import type { NavigationItem } from '../access/ctx.ts';
import type { Route } from '../web/route.ts';
import type { ApiRoute, OpenDocument } from '../identity/machine/api-route.ts';
import type { LiveRoute } from '../web/live/live-route.ts';
import type { Job } from '../jobs/job.ts';

/** What a room gives the application: its URL table, its place in the navigation and its jobs. */
export interface Room {
  name: string;
  routes: readonly Route[];
  navigation?: readonly NavigationItem[];
  jobs?: readonly Job[];
  /** Addresses for machines of partner agencies. */
  api?: readonly ApiRoute[];
  /** Addresses pages listen at for what changed. */
  live?: readonly LiveRoute[];
  /** What everyone who wants to connect may read. */
  documents?: readonly OpenDocument[];
}
