import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { enqueueStep } from '../measure.ts';
import { keepRun, lockRun } from '../run.store.ts';

/** Stops a measurement after the step it is at, or goes on with a stopped one where it left off. Throws notFound, refused. */
export async function turnRun(ctx: StaffCtx, runId: string, turn: 'stop' | 'go on'): Promise<void> {
  const run = await lockRun(ctx, runId);
  about(ctx, 'quality-run', runId);
  const underWay = run.state === 'waiting' || run.state === 'running';
  if (turn === 'stop' && !underWay) throw refused('This measurement is not under way.');
  if (turn === 'go on' && run.state !== 'stopped') throw refused('This measurement was not stopped.');
  await keepRun(ctx, runId, { state: turn === 'stop' ? 'stopped' : 'running' });
  if (turn === 'go on') await enqueueStep(ctx, runId, run.kind);
}
