import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { pdsConnection } from '../../../../platform/nhs/pds.ts';
import { moveRun, runOf } from '../pds/run.store.ts';

/** Goes on asking where it was stopped. Throws refused where no connection is set, and for one that was not stopped. */
export async function resumeNhsRun(ctx: StaffCtx, id: string): Promise<void> {
  if (!pdsConnection()) throw refused('No connection to the NHS Personal Demographics Service is set up here.');
  const run = await runOf(ctx, id);
  if (run.state !== 'stopped') throw refused('It was not stopped.');
  if (!(await moveRun(ctx, run, { state: 'running', note: null }))) throw refused('It moved at the same moment. Try again.');
  await enqueue(ctx, 'people.ask-nhs', { run: id, since: ctx.now.toISOString() });
  about(ctx, 'nhs-run', id);
}
