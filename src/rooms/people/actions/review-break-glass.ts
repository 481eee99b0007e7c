import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found, refused } from '../../../platform/access/refusal.ts';
import type { findings } from '../break-glass.ts';

/** The privacy officer's finding about an emergency access. Throws refused for one's own or one already reviewed. */
export async function reviewBreakGlass(ctx: StaffCtx, id: string, finding: (typeof findings)[number], note: string): Promise<void> {
  const it = found(await ctx.tx.selectFrom('break_glass').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
  if (it.staff_id === ctx.who.staffId) throw refused('Somebody else reviews an emergency access that was yours');
  if (it.reviewed_at) throw refused('This emergency access has already been reviewed');
  await ctx.tx
    .updateTable('break_glass')
    .set({ reviewed_at: ctx.now, reviewed_by: ctx.who.staffId, finding, finding_note: note })
    .where('id', '=', id)
    .execute();
  await ctx.tx
    .updateTable('alert')
    .set({ seen_by: ctx.who.staffId, seen_at: ctx.now })
    .where('kind', '=', 'break-glass')
    .where('record_id', '=', id)
    .where('seen_at', 'is', null)
    .execute();
  about(ctx, 'break-glass', id);
  saw(ctx, it.person_id);
}
