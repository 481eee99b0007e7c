import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import type { Measure } from '../measure.ts';
import { noTargetBecause, targetFrom } from '../target.ts';
import { endStandingTarget, insertTarget } from '../target.store.ts';

/** Sets what a measure is held against from today on; the one before ends yesterday and stays readable. */
export async function setTarget(ctx: StaffCtx, measure: Measure, typed: { target: string; reason: string }): Promise<void> {
  const why = noTargetBecause(measure);
  if (why) throw refused(why);
  const target = targetFrom(typed.target, measure);
  if (target === null)
    throw invalid([
      {
        field: 'target',
        message:
          measure.unit === 'percent'
            ? 'Enter a percentage from 0 to 100, with at most one decimal'
            : 'Enter hours as a number, with at most one decimal',
      },
    ]);
  const today = londonDate(ctx.now);
  await endStandingTarget(ctx, measure.key, today);
  await insertTarget(ctx, { measure: measure.key, target, from: today, reason: typed.reason });
  ctx.note.detail['measure'] = measure.key;
}
