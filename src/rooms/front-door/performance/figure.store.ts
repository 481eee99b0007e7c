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
export async function freshness(ctx: StaffCtx): Promise<Date | null> {
  const row = await ctx.tx.selectFrom('figure_refresh').select('looked_at').executeTakeFirst();
  return row?.looked_at ?? null;
}

/** Names of agencies by id, for a split by agency. */
export async function agencyNames(ctx: StaffCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.selectFrom('agency').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Days of receipt counted in one statement when everything is counted anew, so that none runs longer than the database lets it. */
const daysAtOnce = 60;

/** Brings the figures up to date, as the worker: what changed since the last time, or everything where asked or where nothing was counted yet.
 *  Answers how many days changed. */
export async function refreshFigures(ctx: Ctx, whole: boolean): Promise<number> {
  const before = await ctx.tx.selectFrom('figure_refresh').select('looked_at').executeTakeFirst();
  let changed = 0;
  if (whole || !before) {
    const { first } = await ctx.tx
      .selectFrom('contact')
      .select((of) => of.fn.min('received_at').as('first'))
      .executeTakeFirstOrThrow();
    for (let from = first; from !== null && from <= ctx.now; from = new Date(from.getTime() + daysAtOnce * 86_400_000))
      changed += await count(ctx, { from, before: new Date(from.getTime() + daysAtOnce * 86_400_000) });
  }
  return changed + (await count(ctx, null));
}

async function count(ctx: Ctx, received: { from: Date; before: Date } | null): Promise<number> {
  const { calendar } = await clockConfiguration(ctx);
  const holidays = calendar.working.holidays.map(dateOfDay);
  const { rows } = await sql<{ days: number }>`
    select access.refresh_figures(${ctx.now}, ${holidays}::date[], ${received?.from ?? null}, ${received?.before ?? null}) as days`.execute(
    ctx.tx,
  );
  return rows[0]?.days ?? 0;
}
