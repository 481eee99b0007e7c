/** A bank holiday announced after clocks have started: the holiday, and an extension with that reason for each clock it moves. */
import type { Ctx } from '../access/ctx.ts';
import { type PlainDate, addDays } from './calendar-day.ts';
import { type ClockConfiguration, clockConfiguration, forgetConfiguration } from './clock-configuration.store.ts';
import { clocksDueBy, extendClock } from './clock.store.ts';
import { runClock } from './clock.ts';
import { endOfLondonDay, londonDate } from './london.ts';
import { longDate } from './plain-dates.ts';

/** Longest clock that counts working days or hub hours, with room to spare: clocks due later than this cannot have begun. */
const LONGEST_COUNT_DAYS = 400;

/**
 * Records a bank holiday and extends every running clock that counts past it, so that no due date moves without a row
 * saying why. For an administrator. A clock whose date someone has already moved keeps that person's date, and one that
 * counts back from a meeting keeps its own. Answers how many clocks were extended.
 */
export async function announceBankHoliday(ctx: Ctx, holiday: { day: PlainDate; title: string; source: string }): Promise<number> {
  const before = await clockConfiguration(ctx);
  await ctx.tx
    .insertInto('bank_holiday')
    .values({ ...holiday, valid_from: londonDate(ctx.now) })
    .execute();
  forgetConfiguration(ctx);
  const after = await clockConfiguration(ctx);
  const candidates = await clocksDueBy(ctx, endOfLondonDay(addDays(holiday.day, LONGEST_COUNT_DAYS)), { limit: 1_000_000 });
  let extended = 0;
  for (const clock of candidates) {
    const due = ({ calendar }: ClockConfiguration): Date =>
      runClock(clock.ruleInForce, { startedAt: clock.startedAt, now: ctx.now, extensions: [], calendar }).dueAt;
    const dueAt = due(after);
    if (clock.extensions.length > 0 || dueAt <= due(before) || dueAt <= clock.reading.dueAt) continue;
    await extendClock(ctx, { ...clock, dueAt, reason: `${longDate(holiday.day)} became a bank holiday: ${holiday.title}` });
    extended += 1;
  }
  return extended;
}
