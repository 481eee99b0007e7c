import type { Ctx } from '../../../../platform/access/ctx.ts';
import { clockConfiguration } from '../../../../platform/time/clock-configuration.store.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { londonTime } from '../../../../platform/time/london.ts';
import { isWorkingDay } from '../../../../platform/time/working-day.ts';
import { nightIsOver } from '../out-of-hours.ts';
import { makeList, openListFor, putOnList } from '../out-of-hours.store.ts';

/** Makes this morning's list of all that was taken since the last one and starts its clock (C02E, counted in the hub's hours): from 8 in the
 *  morning on, on a day the hub works; a weekend's work is on Monday's list. Run again, it adds what the night wrote down late, until the
 *  list is handed over; what comes after that is on the next one. */
export async function makeMorningList(ctx: Ctx): Promise<void> {
  const { date: today, hour } = londonTime(ctx.now);
  const { calendar } = await clockConfiguration(ctx);
  if (!nightIsOver(hour) || !isWorkingDay(calendar.working, today, 'provisional')) return;
  const made = await makeList(ctx, today);
  const list = made ?? (await openListFor(ctx, today));
  if (list) await putOnList(ctx, list, ctx.now);
  if (made) await startClock(ctx, { rule: 'C02E', subjectKind: 'out-of-hours-list', subjectId: made, startedAt: ctx.now });
}
