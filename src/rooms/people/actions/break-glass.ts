import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid, notFound } from '../../../platform/access/refusal.ts';
import { breakGlassHours } from '../break-glass.store.ts';
import { mayOpen } from '../opening.store.ts';

/** Opens a record that is otherwise closed, because a child cannot wait: with a reason, for a few hours, told to the privacy officer and
 *  the managers of the person's own teams at once. Never opens a shielded (hidden) person nor one in conflict: notFound. */
export async function breakGlass(ctx: StaffCtx, personId: string, reason: string): Promise<void> {
  if (reason.trim().length < 10) throw invalid([{ field: 'reason', message: 'Say what cannot wait, in a sentence' }]);
  if ((await mayOpen(ctx, personId)).state === 'closed') throw notFound();
  const runsOut = new Date(ctx.now.getTime() + (await breakGlassHours(ctx)) * 3_600_000);
  const { id } = await ctx.tx
    .insertInto('break_glass')
    .values({ staff_id: ctx.who.staffId, person_id: personId, reason, opened_at: ctx.now, runs_out_at: runsOut })
    .returning('id')
    .executeTakeFirstOrThrow();
  const alert = { kind: 'break-glass', record_id: id, href: '/emergency-access', raised_at: ctx.now };
  const managers = await managersOf(ctx);
  await ctx.tx
    .insertInto('alert')
    .values([{ ...alert, role: 'DPO' }, ...managers.map((staffId) => ({ ...alert, staff_id: staffId }))])
    .execute();
  ctx.note.purpose = reason;
  saw(ctx, personId);
}

async function managersOf(ctx: StaffCtx): Promise<string[]> {
  const teams = ctx.who.memberships.flatMap((one) => one.teamId ?? []);
  if (teams.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('membership')
    .select('staff_id')
    .distinct()
    .where('team_id', 'in', teams)
    .where('role', '=', 'TM')
    .where('valid_to', 'is', null)
    .execute();
  return rows.map((row) => row.staff_id).filter((staffId) => staffId !== ctx.who.staffId);
}
