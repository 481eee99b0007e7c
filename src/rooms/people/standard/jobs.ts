import { z } from 'zod';
import { about, saw, type Ctx } from '../../../platform/access/ctx.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { registerJob, type Job, type JobRun } from '../../../platform/jobs/job.ts';
import { whileOutside } from '../../../platform/jobs/while-outside.ts';
import { pdsConnection, PdsAway, type Pds } from '../../../platform/nhs/pds.ts';
import { londonDay } from '../today.ts';
import type { OurChild } from './pds/our-child.ts';
import { reconcile } from './pds/reconcile.ts';
import { moveRun, runOf, type NhsRun } from './pds/run.store.ts';
import { traceChild } from './pds/ask.ts';
import type { Traced } from './pds/trace.ts';
import { childrenToTrace, isGuarded, keepTrace, shieldSensitive, takeNumber } from './pds/trace.store.ts';

/** Children asked about in one transaction: few, so that little is asked twice when something fails. */
const atATime = 5;

/** Asks the NHS about the next few children of an asking, then asks for itself again until all are done. Stopped or resumed meanwhile, it
 *  leaves the asking to whoever moved it. */
export const askNhs = registerJob(
  'people.ask-nhs',
  z.object({ run: z.uuid(), since: z.iso.datetime() }),
  async (ctx, { run: id, since }, job) => {
    const run = await runOf(ctx, id);
    if (run.state !== 'running' || run.changedAt.toISOString() !== since) return;
    about(ctx, 'nhs-run', id);
    const pds = pdsConnection();
    if (!pds) return void (await moveRun(ctx, run, { state: 'stopped', note: 'No connection to the NHS is set up here.' }));
    const children = await childrenToTrace(ctx, run.reached, atATime, run.startedAt);
    const { done, away } = await whileOutside(ctx, () => askAbout(ctx, pds, children, job));
    const asked = run.asked + done;
    const reached = children[done - 1]?.personId ?? run.reached;
    if (away) return goOn(ctx, run, { asked, reached, note: `${away.why}. It is asked again shortly.` }, away.notBefore);
    if (children.length < atATime) return void (await moveRun(ctx, run, { state: 'finished', asked, reached, note: null }));
    return goOn(ctx, run, { asked, reached, note: null }, 0);
  },
);

async function goOn(ctx: Ctx, run: NhsRun, to: Parameters<typeof moveRun>[2], afterMs: number): Promise<void> {
  if (!(await moveRun(ctx, run, to))) return;
  await enqueue(ctx, 'people.ask-nhs', { run: run.id, since: ctx.now.toISOString() }, { runAt: new Date(ctx.now.getTime() + afterMs) });
}

/** How many were done; and why no more, where the NHS does not answer. */
async function askAbout(ctx: Ctx, pds: Pds, children: readonly OurChild[], job: JobRun): Promise<{ done: number; away: PdsAway | null }> {
  let done = 0;
  for (const child of children) {
    if (job.signal.aborted) break;
    try {
      await keepAnswer(ctx, child, await traceChild(pds, child, londonDay(ctx)));
    } catch (error) {
      if (error instanceof PdsAway) return { done, away: error };
      throw error;
    }
    done += 1;
  }
  return { done, away: null };
}

/** Keeps what was found: the number where it is sure, the differences, the shield where the NHS asks for one. Where the number is of someone
 *  hidden here, nothing at all. */
async function keepAnswer(ctx: Ctx, child: OurChild, traced: Traced): Promise<void> {
  saw(ctx, child.personId);
  const { theirs } = traced;
  if (theirs && (await isGuarded(ctx, child.personId, theirs.number))) return;
  const settled = await withNumber(ctx, child, traced);
  const isTheirs = settled.outcome === 'matched' || settled.outcome === 'superseded';
  const known = isTheirs ? { ...child, number: settled.number } : child;
  await keepTrace(ctx, child, settled, theirs ? reconcile(known, theirs) : []);
  if (theirs?.isSensitive && isTheirs) await shieldSensitive(ctx, child.personId);
}

/** Takes a number that is sure. Where another record bears it a person must look. */
async function withNumber(ctx: Ctx, child: OurChild, traced: Traced): Promise<Traced> {
  const isSure = (traced.outcome === 'matched' && !child.number) || traced.outcome === 'superseded';
  if (!isSure || !traced.number) return traced;
  const taking = await takeNumber(ctx, child.personId, traced.number, traced.outcome === 'superseded' ? traced.oldNumber : null);
  if (taking === 'taken' || taking === 'already held') return traced;
  return { ...traced, outcome: 'possible', because: 'Another record here bears the number the NHS gave: the two may be one child.' };
}

export const standardJobs: readonly Job[] = [askNhs];
