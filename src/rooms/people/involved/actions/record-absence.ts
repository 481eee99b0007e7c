import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, notAllowed } from '../../../../platform/access/refusal.ts';
import { absencesOf, insertAbsence } from '../absence.store.ts';
import { colleaguesOf, iLookAfter } from '../leaver.store.ts';
import { londonDay } from '../../today.ts';

/** Records days on which a colleague is away and who stands in: by themselves or by whoever looks after them. Never why. */
export async function recordAbsence(
  ctx: StaffCtx,
  it: { staffId: string; fromOn: string; toOn: string; coverId: string | null },
): Promise<void> {
  if (it.staffId !== ctx.who.staffId && !(await iLookAfter(ctx, it.staffId))) throw notAllowed();
  const errors = [];
  if (it.toOn < it.fromOn) errors.push({ field: 'toOn-day', message: 'Last day away must be on or after the first' });
  if (it.toOn < londonDay(ctx)) errors.push({ field: 'toOn-day', message: 'Last day away must be today or in the future' });
  if (it.coverId && !(await colleaguesOf(ctx, it.staffId)).some((one) => one.value === it.coverId))
    errors.push({ field: 'coverId', message: 'Choose someone who works in the same agency' });
  if ((await absencesOf(ctx, it.staffId)).some((one) => one.fromOn <= it.toOn && one.toOn >= it.fromOn))
    errors.push({ field: 'fromOn-day', message: 'There is an absence on these days already. Take it back first' });
  if (errors.length > 0) throw invalid(errors);
  await insertAbsence(ctx, it);
  about(ctx, 'staff', it.staffId);
}
