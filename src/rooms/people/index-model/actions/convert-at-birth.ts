import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { inWords } from '../refused.ts';
import { sql } from 'kysely';
import { saw } from '../../../../platform/access/ctx.ts';
import { keepSearchKeys } from '../../person.store.ts';
import type { BirthOutcome } from '../assertion.ts';

/** One child of a birth. `outcome` null for a living child. */
export interface Born {
  givenName: string | null;
  familyName: string | null;
  bornOn: string | null;
  sex: 'F' | 'M' | 'U';
  nhsNumber?: string | null;
  outcome?: BirthOutcome | null;
}

/** What was an unborn baby becomes the child or children born: the first keeps the id, the others are recorded beside them, certainly not
 *  the same, and the involvements and the plan follow each living child. Returns the ids in order. Throws notFound, refused, invalid. */
export async function convertAtBirth(
  ctx: StaffCtx,
  it: { unbornId: string; children: readonly Born[]; source: string },
): Promise<string[]> {
  const { rows } = await inWords(() =>
    sql<{
      ids: string[];
    }>`select fold.convert_at_birth(${it.unbornId}, ${JSON.stringify(it.children)}::jsonb, ${it.source}) as ids`.execute(ctx.tx),
  );
  const ids = rows[0]?.ids ?? [];
  for (const id of ids) await keepSearchKeys(ctx, id);
  saw(ctx, ...ids);
  return ids;
}
