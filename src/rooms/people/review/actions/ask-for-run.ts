import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { enqueueStep } from '../measure.ts';
import type { RunKind } from '../quality.ts';
import { runsOf } from '../quality.store.ts';
import { insertRun } from '../run.store.ts';

/** Asks for a measurement. Throws refused while one of the same kind is under way. */
export async function askForRun(ctx: StaffCtx, kind: RunKind): Promise<void> {
  const { newest } = await runsOf(ctx, kind);
  if (newest && (newest.state === 'waiting' || newest.state === 'running')) throw refused('A measurement of this kind is under way.');
  const id = await insertRun(ctx, kind, ctx.who.staffId);
  await enqueueStep(ctx, id, kind);
  about(ctx, 'quality-run', id);
}
