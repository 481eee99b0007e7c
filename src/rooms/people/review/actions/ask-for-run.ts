import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { enqueueStep } from '../measure.ts';
import type { RunKind } from '../quality.ts';
import { runsOf } from '../quality.store.ts';

/** Asks for a measurement. Throws refused while one of the same kind is under way. */
export async function askForRun(ctx: StaffCtx, kind: RunKind): Promise<void> {
  const { newest } = await runsOf(ctx, kind);
  if (newest && (newest.state === 'waiting' || newest.state === 'running')) throw refused('A measurement of this kind is under way.');
  const { id } = await ctx.tx
    .insertInto('quality_run')
    .values({ kind, asked_at: ctx.now, asked_by: ctx.who.staffId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await enqueueStep(ctx, id, kind);
  about(ctx, 'quality-run', id);
}

/** Stops a measurement after the step it is at, or goes on with a stopped one where it left off. Throws notFound, refused. */
export async function turnRun(ctx: StaffCtx, runId: string, turn: 'stop' | 'go on'): Promise<void> {
  const run = found(
    await ctx.tx.selectFrom('quality_run').select(['state', 'kind']).where('id', '=', runId).forUpdate().executeTakeFirst(),
  );
  about(ctx, 'quality-run', runId);
  const underWay = run.state === 'waiting' || run.state === 'running';
  if (turn === 'stop' && !underWay) throw refused('This measurement is not under way.');
  if (turn === 'go on' && run.state !== 'stopped') throw refused('This measurement was not stopped.');
  await ctx.tx
    .updateTable('quality_run')
    .set({ state: turn === 'stop' ? 'stopped' : 'running' })
    .where('id', '=', runId)
    .execute();
  if (turn === 'go on') await enqueueStep(ctx, runId, run.kind as RunKind);
}
