import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { nextWaiting } from '../queue.store.ts';

/** Takes the next contact for this officer: immediate danger first, then by when it is due. Two officers never get the same one.
 *  Null when nothing waits. */
export async function pullNext(ctx: StaffCtx): Promise<string | null> {
  const id = await nextWaiting(ctx);
  if (!id) return null;
  await ctx.tx.updateTable('contact').set({ held_by: ctx.who.staffId, held_since: ctx.now }).where('id', '=', id).execute();
  about(ctx, 'contact', id);
  return id;
}
