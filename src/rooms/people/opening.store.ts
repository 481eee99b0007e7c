import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';

/** Whether a record's identity may be opened by whoever asks: hidden, in conflict and not there are one answer. */
export interface Opening {
  state: 'open' | 'restricted' | 'closed';
  name?: string;
  contactInstead?: string;
}

/** Asks the search role, which alone can tell; names a restricted person and whom to ask, nothing else. */
export async function mayOpen(ctx: StaffCtx, personId: string): Promise<Opening> {
  const { rows } = await sql<{ opening: Opening }>`select search.may_open(${personId}) as opening`.execute(ctx.tx);
  return rows[0]?.opening ?? { state: 'closed' };
}
