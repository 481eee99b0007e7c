import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { pdsConnection } from '../../../../platform/nhs/pds.ts';
import { insertRun, latestRun } from '../pds/run.store.ts';
import { childrenLeft } from '../pds/trace.store.ts';

const underWay = 'The NHS is already being asked. Stop or resume that first.';

/** Begins to ask the NHS about every child who is due: never asked, or asked long enough ago. Throws refused where no connection is set, one
 *  is under way, or nobody is due. */
export async function beginNhsRun(ctx: StaffCtx): Promise<void> {
  if (!pdsConnection()) throw refused('No connection to the NHS Personal Demographics Service is set up here.');
  const latest = await latestRun(ctx);
  if (latest && latest.state !== 'finished') throw refused(underWay);
  const due = await childrenLeft(ctx, ctx.now);
  if (due === 0) throw refused('The NHS has been asked about every child lately. Nobody is due.');
  const id = await insertRun(ctx, due);
  if (!id) throw refused(underWay);
  await enqueue(ctx, 'people.ask-nhs', { run: id, since: ctx.now.toISOString() });
  about(ctx, 'nhs-run', id);
}
