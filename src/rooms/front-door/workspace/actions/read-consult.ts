import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { lockConsult, markConsultsRead } from '../consult.store.ts';

/** Whoever asked has read the answer: it leaves their list. */
export async function readConsult(ctx: StaffCtx, id: string): Promise<void> {
  const row = await lockConsult(ctx, id);
  about(ctx, 'contact', row.contact_id);
  await markConsultsRead(ctx, id);
  await ctx.tx
    .updateTable('alert')
    .set({ seen_at: ctx.now, seen_by: ctx.who.staffId })
    .where('kind', '=', 'consult-answered')
    .where('record_id', '=', id)
    .execute();
}
