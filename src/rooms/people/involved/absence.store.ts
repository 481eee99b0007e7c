import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { londonDay } from '../today.ts';

/** Days on which a colleague is away, and who stands in. */
export interface Absence {
  id: string;
  fromOn: PlainDate;
  toOn: PlainDate;
  coverName: string | null;
  recordedBy: string;
}

/** A colleague's absences from today on, soonest first. */
export async function absencesOf(ctx: StaffCtx, staffId: string): Promise<Absence[]> {
  return ctx.tx
    .selectFrom('absence as a')
    .leftJoin('staff as c', 'c.id', 'a.cover_staff_id')
    .innerJoin('staff as r', 'r.id', 'a.recorded_by')
    .select(['a.id', 'a.from_on as fromOn', 'a.to_on as toOn', 'c.display_name as coverName', 'r.display_name as recordedBy'])
    .where('a.staff_id', '=', staffId)
    .where('a.cancelled_at', 'is', null)
    .where('a.to_on', '>=', londonDay(ctx))
    .orderBy('a.from_on')
    .execute();
}

/** Records days away. Those that run today show at once (a trigger); the others from their first day (a job). */
export async function insertAbsence(
  ctx: StaffCtx,
  it: { staffId: string; fromOn: PlainDate; toOn: PlainDate; coverId: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('absence')
    .values({
      staff_id: it.staffId,
      from_on: it.fromOn,
      to_on: it.toOn,
      cover_staff_id: it.coverId,
      recorded_by: ctx.who.staffId,
      recorded_at: ctx.now,
    })
    .execute();
}

/** Takes an absence back; gives whose it was. Throws notFound. */
export async function cancelAbsence(ctx: StaffCtx, id: string): Promise<string> {
  const row = found(
    await ctx.tx
      .updateTable('absence')
      .set({ cancelled_at: ctx.now })
      .where('id', '=', id)
      .where('cancelled_at', 'is', null)
      .returning('staff_id')
      .executeTakeFirst(),
  );
  return row.staff_id;
}

/** For the worker: absences that run today are written to each colleague's own line, where every page looks. */
export async function settleAbsences(ctx: Ctx): Promise<void> {
  await sql`select access.settle_absences(null)`.execute(ctx.tx);
}
