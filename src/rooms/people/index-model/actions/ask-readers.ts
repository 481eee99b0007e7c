import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { inWords } from '../refused.ts';
import type { Joining } from './join-people.ts';

/** Asks the review desk where two readers must agree (twins, anyone shielded); false where one person's decision is enough.
 *  Throws notFound and refused as joinPeople does. */
export async function askReaders(ctx: StaffCtx, it: Joining): Promise<boolean> {
  const { rows } = await inWords(() =>
    sql<{ asked: boolean }>`select fold.ask_readers(${it.stays}, ${it.goes}, ${it.why}) as asked`.execute(ctx.tx),
  );
  saw(ctx, it.stays, it.goes);
  return rows[0]?.asked ?? false;
}
