import type { StaffCtx } from '../../access/ctx.ts';
import type { Permission } from '../../access/roles.ts';

/** An address a page listens at (server-sent events): it says that something changed for this reader, by a number and nothing else. */
export interface LiveRoute {
  path: string;
  opens: Permission;
  /** Audit name of beginning to listen. */
  audit: string;
  /** PostgreSQL channel whose notices wake the listeners; a plain name. */
  channel: string;
  /** The number of the newest change after `since` that this reader may know of; null when there is none. Asked under the reader's own policies. */
  newest: (ctx: StaffCtx, since: string) => Promise<string | null>;
}
