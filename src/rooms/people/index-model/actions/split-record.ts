import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { keepSearchKeys } from '../../person.store.ts';
import { inWords } from '../refused.ts';

/** A source record that stands under the wrong person gets a person of its own, certainly not the one it stood under. What was written on
 *  that person since the record came goes to the apportion list. Returns the new person's id. Throws notFound, refused. */
export async function splitRecord(ctx: StaffCtx, it: { personId: string; recordId: string; why: string }): Promise<string> {
  const { rows } = await inWords(() =>
    sql<{ id: string }>`select fold.split_record(${it.personId}, ${it.recordId}, ${it.why}) as id`.execute(ctx.tx),
  );
  const made = rows[0]?.id ?? '';
  await keepSearchKeys(ctx, it.personId);
  await keepSearchKeys(ctx, made);
  saw(ctx, it.personId, made);
  return made;
}
