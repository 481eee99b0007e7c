import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';
import type { SeenRow } from './seen.ts';

/** Most acts one page shows. */
export const mostRows = 1000;

/** Whether the signed-in person may read who has seen a person's record. */
export async function maySeeWhoHasSeen(ctx: StaffCtx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select access.may_see_who_has_seen(${personId}::uuid) as may`.execute(ctx.tx);
  return rows[0]?.may ?? false;
}

/** Who opened, changed, searched or exported a person's record since a moment, latest first, as far as the reader may be told. Error 42501 when not entitled. */
export async function whoHasSeen(ctx: StaffCtx, personId: string, since: Date): Promise<SeenRow[]> {
  const { rows } = await sql<SeenRow>`
    select at, who, job_title as "jobTitle", role, agency, actor, action, outcome, purpose, involved_as as "involvedAs", mine
    from access.who_has_seen(${personId}::uuid, ${since}, ${mostRows})`.execute(ctx.tx);
  return rows;
}
