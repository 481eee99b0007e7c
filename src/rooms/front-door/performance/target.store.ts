import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { addDays, type PlainDate } from '../../../platform/time/calendar-day.ts';
import type { ProcessChange, Target } from './reading.ts';

/** Targets that stand. */
export async function standingTargets(ctx: StaffCtx): Promise<Target[]> {
  return ctx.tx
    .selectFrom('measure_target')
    .select(['id', 'measure', 'target', 'valid_from as validFrom', 'reason'])
    .where('valid_to', 'is', null)
    .execute();
}

/** Every target a measure had, latest first, with who set it. */
export async function targetHistory(ctx: StaffCtx, measure: string): Promise<(Target & { validTo: PlainDate | null; by: string })[]> {
  return ctx.tx
    .selectFrom('measure_target as t')
    .innerJoin('staff as s', 's.id', 't.set_by')
    .select(['t.id', 't.measure', 't.target', 't.valid_from as validFrom', 't.valid_to as validTo', 't.reason', 's.display_name as by'])
    .where('t.measure', '=', measure)
    .orderBy('t.set_at', 'desc')
    .execute();
}

/** Ends the target that stands, the day before `on`. True when there was one. */
export async function endStandingTarget(ctx: StaffCtx, measure: string, on: PlainDate): Promise<boolean> {
  const ended = await ctx.tx
    .updateTable('measure_target')
    .set({ valid_to: sql`greatest(valid_from - 1, ${addDays(on, -1)}::date)`, ended_by: ctx.who.staffId })
    .where('measure', '=', measure)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Writes a target that stands from a day on. */
export async function insertTarget(
  ctx: StaffCtx,
  target: { measure: string; target: number; from: PlainDate; reason: string },
): Promise<void> {
  await ctx.tx
    .insertInto('measure_target')
    .values({
      measure: target.measure,
      target: target.target,
      valid_from: target.from,
      reason: target.reason,
      set_by: ctx.who.staffId,
      set_at: ctx.now,
    })
    .execute();
}

/** Changes of process that stand on the charts, earliest first. */
export async function standingChanges(ctx: StaffCtx): Promise<ProcessChange[]> {
  return ctx.tx
    .selectFrom('process_change')
    .select(['id', 'measure', 'happened_on as happenedOn', 'words', 'begins_anew as beginsAnew'])
    .where('withdrawn_at', 'is', null)
    .orderBy('happened_on')
    .execute();
}

/** Every change, withdrawn ones too, latest first, with who wrote it down. */
export async function everyChange(
  ctx: StaffCtx,
): Promise<(ProcessChange & { by: string; withdrawnAt: Date | null; withdrawnBecause: string | null })[]> {
  return ctx.tx
    .selectFrom('process_change as c')
    .innerJoin('staff as s', 's.id', 'c.recorded_by')
    .select(['c.id', 'c.measure', 'c.happened_on as happenedOn', 'c.words', 'c.begins_anew as beginsAnew'])
    .select(['s.display_name as by', 'c.withdrawn_at as withdrawnAt', 'c.withdrawn_because as withdrawnBecause'])
    .orderBy('c.happened_on', 'desc')
    .orderBy('c.recorded_at', 'desc')
    .execute();
}

/** Writes a change down. */
export async function insertChange(ctx: StaffCtx, change: Omit<ProcessChange, 'id'>): Promise<void> {
  await ctx.tx
    .insertInto('process_change')
    .values({
      measure: change.measure,
      happened_on: change.happenedOn,
      words: change.words,
      begins_anew: change.beginsAnew,
      recorded_by: ctx.who.staffId,
      recorded_at: ctx.now,
    })
    .execute();
}

/** Takes a change off the charts. False when it was off already, or never there. */
export async function markWithdrawn(ctx: StaffCtx, id: string, why: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('process_change')
    .set({ withdrawn_by: ctx.who.staffId, withdrawn_at: ctx.now, withdrawn_because: why })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
