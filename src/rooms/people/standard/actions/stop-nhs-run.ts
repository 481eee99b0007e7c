import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { moveRun, runOf } from '../pds/run.store.ts';

/** Stops asking the NHS; the children in hand are finished and what is known stays. Throws refused for one that is not running, or that moved
 *  at the same moment. */
export async function stopNhsRun(ctx: StaffCtx, id: string): Promise<void> {
  const run = await runOf(ctx, id);
  if (run.state !== 'running') throw refused('It is not running.');
  if (!(await moveRun(ctx, run, { state: 'stopped', note: null }))) throw refused('It moved on at the same moment. Try again.');
  about(ctx, 'nhs-run', id);
}
