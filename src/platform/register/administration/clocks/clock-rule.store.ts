import type { StaffCtx } from '../../../access/ctx.ts';
import { addDays, type PlainDate } from '../../../time/calendar-day.ts';
import { clockConfiguration, forgetConfiguration, seedClockConfiguration } from '../../../time/clock-configuration.store.ts';
import type { ClockRule } from '../../../time/clock.ts';

/** Every rule with its validity: this authority's rows, and this release's where it has none; by key, latest first. */
export async function clockRules(ctx: StaffCtx): Promise<ClockRule[]> {
  const { rules } = await clockConfiguration(ctx);
  return rules.toSorted((a, b) => a.key.localeCompare(b.key) || b.validFrom.localeCompare(a.validFrom));
}

/** Gives a rule a new limit from a day on. The version that held before ends the day before; clocks already started keep theirs. */
export async function changeRule(
  ctx: StaffCtx,
  before: ClockRule,
  given: { limit: number; warnFraction: number; source: string; from: PlainDate },
): Promise<void> {
  // The release's own rules are written down first, so that clocks started before the change still find theirs.
  await seedClockConfiguration(ctx);
  await ctx.tx
    .updateTable('clock_rule')
    .set({ valid_to: addDays(given.from, -1) })
    .where('key', '=', before.key)
    .where('valid_from', '=', before.validFrom)
    .execute();
  const row = {
    name: before.name,
    limit_count: given.limit,
    unit: before.unit,
    direction: before.direction ?? 'after',
    warn_fraction: String(given.warnFraction),
    warn_limit: null,
    basis: before.basis,
    source: given.source,
    note: before.note ?? null,
    valid_to: null,
  };
  await ctx.tx
    .insertInto('clock_rule')
    .values({ key: before.key, valid_from: given.from, ...row })
    .onConflict((clash) => clash.columns(['key', 'valid_from']).doUpdateSet(row))
    .execute();
  forgetConfiguration(ctx);
}

/** A bank holiday as it stands in the calendar. */
export interface HolidayRow {
  day: PlainDate;
  title: string;
  source: string;
}

/** Bank holidays from a day on, in order. */
export async function holidaysFrom(ctx: StaffCtx, day: PlainDate): Promise<HolidayRow[]> {
  return ctx.tx
    .selectFrom('bank_holiday')
    .select(['day', 'title', 'source'])
    .where('day', '>=', day)
    .where('valid_to', 'is', null)
    .orderBy('day')
    .execute();
}
