import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { clockConfiguration } from '../../../platform/time/clock-configuration.store.ts';
import { dateOfDay } from '../../../platform/time/calendar-day.ts';
import type { FigureRow } from './figure.ts';
import type { Grain } from './period.ts';

/** Every measure and part by week or month, from one day to before another, without anyone hidden from the person asking. One statement. */
export async function figuresForMe(ctx: StaffCtx, from: PlainDate, before: PlainDate, grain: Grain): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select measure, part, period::text as period, numerator::float8 as numerator, denominator::float8 as denominator
      from access.figures_for_me(${from}::date, ${before}::date, ${grain})`.execute(ctx.tx);
  return rows;
}

/** When the figures were last brought up to date; null before the first time. */
export async function freshness(ctx: StaffCtx): Promise<{ lookedAt: Date; wholeAt: Date } | null> {
  const row = await ctx.tx.selectFrom('figure_refresh').select(['looked_at', 'whole_at']).executeTakeFirst();
  return row ? { lookedAt: row.looked_at, wholeAt: row.whole_at } : null;
}

/** Names of agencies by id, for a split by agency. */
export async function agencyNames(ctx: StaffCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.selectFrom('agency').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Brings the figures up to date, as the worker: what changed since the last time, or everything. Answers how many days changed. */
export async function refreshFigures(ctx: Ctx, whole: boolean): Promise<number> {
  const { calendar } = await clockConfiguration(ctx);
  const holidays = calendar.working.holidays.map(dateOfDay);
  const { rows } = await sql<{ days: number }>`
    select access.refresh_figures(${ctx.now}, ${holidays}::date[], ${whole}) as days`.execute(ctx.tx);
  return rows[0]?.days ?? 0;
}
