import { about, type Ctx, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { clockConfiguration } from '../../../../platform/time/clock-configuration.store.ts';
import { meetClock, startClock } from '../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { isWorkingDay } from '../../../../platform/time/working-day.ts';
import { isHandedOver, mayAccept } from '../out-of-hours.ts';
import { acceptLines, handOver, makeList, morningList, nameOfficer, nightRows, putOnList } from '../out-of-hours.store.ts';

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

/** The day officer puts their name to a list, or takes it over from a colleague. */
export async function takeList(ctx: StaffCtx, listId: string): Promise<void> {
  const list = await morningList(ctx, listId);
  about(ctx, 'out-of-hours-list', list.id);
  if (list.acceptedAt) throw refused('This list has been handed over.');
  await nameOfficer(ctx, list.id);
}

/** Accepts lines; with the last of them the list is handed over and its clock stops. Only by whoever put their name to it. */
export async function acceptNight(ctx: StaffCtx, listId: string, contactIds: readonly string[]): Promise<boolean> {
  const list = await morningList(ctx, listId);
  about(ctx, 'out-of-hours-list', list.id);
  mayAccept(list, ctx.who.staffId);
  await acceptLines(ctx, list.id, contactIds);
  if (!isHandedOver(await nightRows(ctx, list.id))) return false;
  await handOver(ctx, list.id);
  await meetClock(ctx, { rule: 'C02E', subjectKind: 'out-of-hours-list', subjectId: list.id });
  return true;
}
