import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';
import { found } from '../../platform/access/refusal.ts';

/** The outcome as it stands, held for change. Throws notFound. */
export async function lockOutcome(ctx: StaffCtx, outcomeId: string) {
  return found(await ctx.tx.selectFrom('outcome').selectAll().where('id', '=', outcomeId).forUpdate().executeTakeFirst());
}

export type LockedOutcome = Awaited<ReturnType<typeof lockOutcome>>;

/** Who last changed the outcome's wording and when; null when it is as adopted. */
export async function lastChange(ctx: StaffCtx, outcomeId: string): Promise<{ name: string; at: Date } | null> {
  const row = await ctx.tx
    .selectFrom('outcome_wording as w')
    .leftJoin('staff as s', 's.id', 'w.changed_by')
    .select(['s.display_name as name', 'w.changed_at as at'])
    .where('w.outcome_id', '=', outcomeId)
    .orderBy('w.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { name: row.name ?? 'Someone', at: row.at } : null;
}

/** Keeps the outcome as it stood, with who changed it away and why. */
export async function keepWording(ctx: StaffCtx, before: LockedOutcome, reason: string): Promise<void> {
  await ctx.tx
    .insertInto('outcome_wording')
    .values({
      outcome_id: before.id,
      version: before.version,
      label: before.label,
      plain_words: before.plain_words,
      changed_by: ctx.who.staffId,
      changed_at: ctx.now,
      reason,
    })
    .execute();
}

/** Writes the outcome anew under its next version. */
export async function writeOutcome(
  ctx: StaffCtx,
  outcomeId: string,
  now: { label?: string; plain_words?: string; valid_to?: string | null; owner_board?: string; owner_staff_id?: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('outcome')
    .set({ ...now, version: sql<number>`version + 1` })
    .where('id', '=', outcomeId)
    .execute();
}

/** Replaces the priorities an outcome serves. */
export async function writePriorities(ctx: StaffCtx, outcomeId: string, priorityIds: readonly string[]): Promise<void> {
  await ctx.tx.deleteFrom('outcome_priority').where('outcome_id', '=', outcomeId).execute();
  if (priorityIds.length > 0)
    await ctx.tx
      .insertInto('outcome_priority')
      .values(priorityIds.map((id) => ({ outcome_id: outcomeId, priority_id: id })))
      .execute();
}

/** Those who may own an outcome: staff with a leading role in the borough, by name. */
export async function possibleOwners(ctx: StaffCtx): Promise<{ id: string; name: string; jobTitle: string }[]> {
  const rows = await ctx.tx
    .selectFrom('staff as s')
    .select(['s.id', 's.display_name as name', 's.job_title as jobTitle'])
    .where('s.left_on', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.staff_id', '=', 's.id')
          .where('m.valid_to', 'is', null)
          .where('m.role', 'in', ['COMM', 'DCS', 'SM_HOS', 'TM', 'PERF', 'CONTRACT', 'EH_CO', 'MASH_M']),
      ),
    )
    .orderBy('s.display_name')
    .execute();
  return rows;
}
