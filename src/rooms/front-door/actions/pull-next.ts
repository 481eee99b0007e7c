import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { nextWaiting } from '../queue.store.ts';

/** Takes the next contact for this officer: immediate danger first, then the longest waiting; of one lane where `lane` says which. Two
 *  officers never get the same one. Null when nothing waits. */
export async function pullNext(ctx: StaffCtx, lane: string | null = null): Promise<string | null> {
  const id = await nextWaiting(ctx, lane);
  if (!id) return null;
  await ctx.tx.updateTable('contact').set({ held_by: ctx.who.staffId, held_since: ctx.now }).where('id', '=', id).execute();
  about(ctx, 'contact', id);
  return id;
}
