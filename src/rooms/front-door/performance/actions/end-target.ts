import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import type { Measure } from '../measure.ts';
import { endStandingTarget } from '../target.store.ts';

/** Ends the target of a measure: from today it is held against none. */
export async function endTarget(ctx: StaffCtx, measure: Measure): Promise<void> {
  if (!(await endStandingTarget(ctx, measure.key, londonDate(ctx.now)))) throw refused('This measure has no target to end.');
  ctx.note.detail['measure'] = measure.key;
}
