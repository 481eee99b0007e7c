import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { allowMore } from './allow-more.ts';

/** Restricts a record to those named: its name may still be found, its content by nobody else (domain 2.6). Whoever restricts it is
 *  not on the list unless they name themselves. Throws invalid without anybody named or a reason. */
export async function restrictRecord(ctx: StaffCtx, personId: string, allowed: readonly string[], reason: string): Promise<void> {
  if (allowed.length === 0) throw invalid([{ field: 'allowed', message: 'Name at least one person who may open the record' }]);
  await allowMore(ctx, personId, allowed, reason);
  await sql`select search.set_restricted(${personId}, true)`.execute(ctx.tx);
  saw(ctx, personId);
}
