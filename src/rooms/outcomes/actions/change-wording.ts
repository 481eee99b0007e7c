import { conflict, refused } from '../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { keepWording, lastChange, lockOutcome, writeOutcome } from '../change-outcome.store.ts';

export interface NewWording {
  label: string;
  plainWords: string;
  reason: string;
  version: number;
}

/** Words an outcome anew. The wording before stays readable for the goals agreed under it (rule G24). Throws a conflict with both texts
 *  when someone else changed it first, a refusal when nothing is different. */
export async function changeWording(ctx: StaffCtx, outcomeId: string, to: NewWording): Promise<void> {
  const before = await lockOutcome(ctx, outcomeId);
  if (before.version !== to.version) {
    const last = await lastChange(ctx, outcomeId);
    const by = { theirName: last?.name ?? 'Someone', theirAt: last?.at ?? ctx.now };
    throw conflict([
      { what: 'The outcome in the words agreed with families', yours: to.label, theirs: before.label, ...by },
      { what: 'The same for a child of about ten', yours: to.plainWords, theirs: before.plain_words, ...by },
    ]);
  }
  if (before.label === to.label && before.plain_words === to.plainWords)
    throw refused('The words are the same as before. Change them, or go back.');
  await keepWording(ctx, before, to.reason);
  await writeOutcome(ctx, outcomeId, { label: to.label, plain_words: to.plainWords });
}
