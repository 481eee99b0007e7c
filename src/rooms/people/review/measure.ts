import { z } from 'zod';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { registerJob } from '../../../platform/jobs/job.ts';
import { standardModel } from '../linkage/decide.ts';
import { londonDay } from '../today.ts';
import { beginReweighing } from './model-change.ts';
import { lifeKinds, measures, type RunKind } from './quality.ts';
import { addFigure } from './quality.store.ts';
import {
  clearFigures,
  findImplausible,
  insertRun,
  keepRun,
  lastAskedAt,
  lockRun,
  silverRecords,
  silverYears,
  type StandingRun,
} from './run.store.ts';
import { countPairs, joinAsMatcher } from './silver.ts';

const jobOf: Readonly<Record<RunKind, string>> = {
  'silver truth': 'people.measure-silver-truth',
  'implausible lives': 'people.find-implausible',
};

/** Puts the next step of a measurement into the queue. */
export async function enqueueStep(ctx: Ctx, runId: string, kind: RunKind): Promise<void> {
  await enqueue(ctx, jobOf[kind], { runId });
}

const isUnderWay = (run: StandingRun): boolean => run.state === 'waiting' || run.state === 'running';
const payload = z.object({ runId: z.string() });

/** One year of birth of a measurement, committed by itself: the run can be stopped after any, and goes on with the next. */
const silverTruth = registerJob('people.measure-silver-truth', payload, async (ctx, { runId }) => {
  const run = await lockRun(ctx, runId);
  if (!isUnderWay(run)) return;
  const years = await silverYears(ctx);
  const year = years[run.done];
  if (year !== undefined) await measureYear(ctx, runId, year);
  const done = Math.min(run.done + 1, years.length);
  const ended = done >= years.length;
  await keepRun(ctx, runId, {
    state: ended ? 'done' : 'running',
    done,
    total: years.length,
    step: ended ? null : `Children born in ${years[done]}`,
    model_version: standardModel.version,
    finished_at: ended ? ctx.now : null,
    note: years.length === 0 ? 'No record bears a number, so there is nothing to measure by' : null,
  });
  if (!ended) await enqueueStep(ctx, runId, 'silver truth');
});

async function measureYear(ctx: Ctx, runId: string, year: number): Promise<void> {
  const counts = await countPairs(await silverRecords(ctx, year), year, joinAsMatcher);
  await addFigure(ctx, runId, { measure: measures.recall, part: 'all', numerator: counts.found, denominator: counts.together });
  await addFigure(ctx, runId, { measure: measures.precision, part: 'all', numerator: counts.found, denominator: counts.joined });
  for (const [part, group] of counts.byEthnicity)
    await addFigure(ctx, runId, { measure: measures.community, part, numerator: group.found, denominator: group.together });
}

const implausible = registerJob('people.find-implausible', payload, async (ctx, { runId }) => {
  if (!isUnderWay(await lockRun(ctx, runId))) return;
  await clearFigures(ctx, runId);
  const found = await findImplausible(ctx, runId, londonDay(ctx));
  for (const kind of Object.keys(lifeKinds))
    await addFigure(ctx, runId, {
      measure: measures.implausible,
      part: kind,
      numerator: found[kind] ?? 0,
      denominator: found['people'] ?? 0,
    });
  await keepRun(ctx, runId, { state: 'done', done: 1, total: 1, finished_at: ctx.now, step: null, model_version: standardModel.version });
});

const aboutAWeek = 6.5 * 86_400_000;

/** Begins both measurements once a week, at night, and looks whether the model changed. */
const weekly = registerJob(
  'people.measure-index',
  z.object({}),
  async (ctx) => {
    await beginReweighing(ctx);
    const latest = await lastAskedAt(ctx);
    if (latest && ctx.now.getTime() - latest.getTime() < aboutAWeek) return;
    for (const kind of ['implausible lives', 'silver truth'] as const) await enqueueStep(ctx, await insertRun(ctx, kind, null), kind);
  },
  { every: '1 day', at: '03:40' },
);

export const measureJobs = [silverTruth, implausible, weekly] as const;
