import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { inWords } from '../refused.ts';
import { keepSearchKeys } from '../../person.store.ts';

export interface Joining {
  /** Whose id stays. */
  stays: string;
  /** Whose id leads to the other from now on. */
  goes: string;
  why: string;
  /** What was weighed, as the page or the matcher showed it. */
  evidence?: unknown;
  /** The question this answers, where there is one; settling it is the review desk's. */
  questionId?: string | null;
}

/** Joins two people: every row that hangs on the one who goes is moved to the one who stays and remembered, so that takeBack returns it.
 *  Ids that already lead elsewhere are followed first. The index desk alone; hidden people the shield desk alone. Returns the assertion's id.
 *  Throws notFound for people the writer may not see, refused when they are certainly not the same or records clash that must not be moved. */
export async function joinPeople(ctx: StaffCtx, it: Joining): Promise<string> {
  const evidence = JSON.stringify({ ...(it.evidence as object), questionId: it.questionId ?? null });
  const { rows } = await inWords(() =>
    sql<{ id: string; stays: string }>`
      select id, stays from fold.join_people(${it.stays}, ${it.goes}, ${it.why}, ${evidence}::jsonb, ${it.questionId ?? null}::uuid)`.execute(
      ctx.tx,
    ),
  );
  const joined = rows[0];
  await keepSearchKeys(ctx, joined?.stays ?? it.stays);
  saw(ctx, it.stays, it.goes);
  return joined?.id ?? '';
}
