import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { meetClock } from '../../../../platform/time/clock.store.ts';
import { isHandedOver, mayAccept } from '../out-of-hours.ts';
import { acceptLines, handOver, morningList, nightRows } from '../out-of-hours.store.ts';

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
