import type { Ctx } from '../../../../platform/access/ctx.ts';
import { clockConfiguration } from '../../../../platform/time/clock-configuration.store.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { isWorkingDay } from '../../../../platform/time/working-day.ts';
import { makeList, putOnList } from '../out-of-hours.store.ts';

/** Makes this morning's list of all that was taken since the last one and starts its clock (C02E, counted in the hub's hours). On a day the
 *  hub works by its calendar; a weekend's work is on Monday's list. A second run adds nothing. */
export async function makeMorningList(ctx: Ctx): Promise<void> {
  const today = londonDate(ctx.now);
  const { calendar } = await clockConfiguration(ctx);
  if (!isWorkingDay(calendar.working, today, 'provisional')) return;
  const id = await makeList(ctx, today);
  if (!id) return;
  await putOnList(ctx, id, ctx.now);
  await startClock(ctx, { rule: 'C02E', subjectKind: 'out-of-hours-list', subjectId: id, startedAt: ctx.now });
}
