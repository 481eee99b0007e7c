import { may, type StaffCtx } from '../../../platform/access/ctx.ts';
import { londonDate } from '../../../platform/time/london.ts';
import type { Sight } from './figure.ts';
import { figuresForMe, freshness } from './figure.store.ts';
import { grains, howManyBack, periodAfter, periodOf, periodsBetween, type Grain } from './period.ts';
import type { Counted } from './reading.ts';
import { standingChanges, standingTargets } from './target.store.ts';

/** What a page of figures is made of: those of whole periods, the period that runs, and how fresh they are. */
export interface Loaded extends Counted {
  /** First day of the week or month that runs now. */
  current: string;
  lookedAt: Date | null;
}

/** Whoever works at the front door may open what is counted; everyone else here sees figures alone. */
export const sightOf = (ctx: StaffCtx): Sight => (may(ctx, 'front-door.screen') ? 'whole' : 'figures');

/** Weeks are for those who may open what is counted: beside months they could give away a small number. */
export function grainFor(ctx: StaffCtx, asked: string | undefined): Grain {
  return sightOf(ctx) === 'whole' ? (grains.find((one) => one === asked) ?? 'month') : 'month';
}

/** Reads every figure the person may see, in four statements. Charts begin with the first period in which anything was received; readers of
 *  figures alone see whole months only, for the change from one day to the next would be a small number. */
export async function countedFor(ctx: StaffCtx, grain: Grain): Promise<Loaded> {
  const sight = sightOf(ctx);
  const current = periodOf(londonDate(ctx.now), grain);
  const from = periodAfter(current, grain, -howManyBack[grain]);
  const rows = await figuresForMe(ctx, from, sight === 'whole' ? periodAfter(current, grain) : current, grain);
  const first = rows.reduce((least, row) => (row.measure === 'received' && row.period < least ? row.period : least), current);
  return {
    rows,
    periods: periodsBetween(first, current, grain),
    grain,
    sight,
    current,
    targets: await standingTargets(ctx),
    changes: await standingChanges(ctx),
    lookedAt: await freshness(ctx),
  };
}
