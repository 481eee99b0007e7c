import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { morningList, nameOfficer } from '../out-of-hours.store.ts';

/** The day officer puts their name to a list, or takes it over from a colleague. */
export async function takeList(ctx: StaffCtx, listId: string): Promise<void> {
  const list = await morningList(ctx, listId);
  about(ctx, 'out-of-hours-list', list.id);
  if (list.acceptedAt) throw refused('This list has been handed over.');
  await nameOfficer(ctx, list.id);
}
