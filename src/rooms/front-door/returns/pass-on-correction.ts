import type { Ctx, StaffActor, StaffCtx } from '../../../platform/access/ctx.ts';
import { Refusal } from '../../../platform/access/refusal.ts';
import { actAs, staffActor } from '../../../platform/access/transaction.ts';
import { GiveUp } from '../../../platform/jobs/job.ts';
import { sharing } from '../../casework/index.ts';
import { asSaidNow } from './correction.ts';
import { returnsOf } from './return.store.ts';

/** A further return, and who released it. */
export interface FurtherReturn {
  requestId: string;
  returnId: string;
  byStaffId: string;
}

/** For the worker: what a further return says otherwise than any before it reaches everyone outside the hub who was given it (S-010). It reads the
 *  returns as whoever released the last, and corrects each share as whoever made it, so that it sees what they see and no more. Answers how many items
 *  were corrected; what stands already as it is said now is left alone, so a second run changes nothing. */
export async function passOnCorrection(ctx: Ctx, it: FurtherReturn): Promise<number> {
  const releaser = await staffActor(ctx.tx, it.byStaffId);
  if (!releaser) throw new GiveUp('Whoever released the correction has left; the hub has every return');
  const returns = (await actingAs(ctx, releaser, (as) => returnsOf(as, it.requestId))).filter((one) => one.releasedAt);
  const last = returns.find((one) => one.id === it.returnId);
  if (!last) throw new GiveUp('The return is not there to be read');
  const now = new Map(
    returns.filter((one) => one.number < last.number).flatMap((one) => asSaidNow(one.items, last.items).map((said) => [said.itemId, said])),
  );
  const because = `The agency that said it sent a further return: ${last.correctionReason ?? 'no reason given'}`;
  let corrected = 0;
  for (const { thingId, decisionId, itemId, decidedBy } of await sharing.lastGiven(ctx, [...now.keys()])) {
    const decider = await staffActor(ctx.tx, decidedBy);
    if (!decider) throw new GiveUp('Whoever passed it on has left: the share has to be corrected by hand');
    const { nowKind, nowWords } = now.get(thingId)!;
    if (await actingAs(ctx, decider, (as) => correct(as, { decisionId, itemId, nowKind, nowWords, because }))) corrected += 1;
  }
  return corrected;
}

/** Corrects a shared item; false where it says this already. */
async function correct(ctx: StaffCtx, it: Parameters<typeof sharing.correct>[1]): Promise<boolean> {
  try {
    await sharing.correct(ctx, it);
    return true;
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'invalid') return false;
    throw thrown;
  }
}

async function actingAs<T>(ctx: Ctx, who: StaffActor, work: (as: StaffCtx) => Promise<T>): Promise<T> {
  await actAs(ctx.tx, who);
  try {
    return await work({ ...ctx, who });
  } finally {
    await actAs(ctx.tx, ctx.who);
  }
}
