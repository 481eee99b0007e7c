import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { keepSearchKeys } from '../../person.store.ts';
import { inWords } from '../refused.ts';

/** What taking back did: whose rows were refolded and how many rows wait for a person to say whose they are. */
export interface TakenBack {
  people: string[];
  toApportion: number;
}

/** Takes back one assertion (a join, a split, a certainly not, a link, a fact, or another taking back) and refolds everyone it spoke of.
 *  Taking back a join returns every row it moved; rows written since go to the apportion list. `personId` is whose assertion it is.
 *  Throws notFound, refused (already taken back; the record has been moved again since; what stands certainly apart would be joined). */
export async function takeBack(ctx: StaffCtx, it: { personId: string; place: number; why: string }): Promise<TakenBack> {
  const { rows } = await inWords(() =>
    sql<{
      people: string[];
      to_apportion: number;
    }>`select people, to_apportion from fold.take_back(${it.personId}, ${it.place}, ${it.why})`.execute(ctx.tx),
  );
  const people = rows[0]?.people ?? [];
  for (const personId of people) await keepSearchKeys(ctx, personId);
  saw(ctx, ...people);
  return { people, toApportion: rows[0]?.to_apportion ?? 0 };
}
