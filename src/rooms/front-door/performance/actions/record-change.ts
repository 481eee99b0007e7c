import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { readDate, type TypedDate } from '../../../../platform/time/date-input.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import type { ProcessChange } from '../reading.ts';
import { insertChange } from '../target.store.ts';

/** Marks on the charts something about the front door that was changed on purpose, once it has happened. */
export async function recordChange(
  ctx: StaffCtx,
  change: Omit<ProcessChange, 'id' | 'happenedOn'> & { happenedOn: TypedDate },
): Promise<void> {
  const read = readDate(change.happenedOn, { label: 'Day of the change', mustBe: 'today or in the past', today: londonDate(ctx.now) });
  if (!read.ok) throw invalid([{ field: 'happenedOn', message: read.message }]);
  await insertChange(ctx, { ...change, happenedOn: read.value ?? londonDate(ctx.now) });
}
