import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { GiveUp, registerJob } from '../../../platform/jobs/job.ts';
import { standardModel } from '../linkage/decide.ts';
import { londonDay } from '../today.ts';
import { beginReweighing } from './model-change.ts';
import { lifeKinds, measures, type RunKind } from './quality.ts';
import { addFigure } from './quality.store.ts';
import { countPairs, joinAsMatcher, type SilverRecord } from './silver.ts';

const jobOf: Readonly<Record<RunKind, string>> = {
  'silver truth': 'people.measure-silver-truth',
  'implausible lives': 'people.find-implausible',
};

/** Puts the next step of a measurement into the queue. */
export async function enqueueStep(ctx: Ctx, runId: string, kind: RunKind): Promise<void> {
  await enqueue(ctx, jobOf[kind], { runId });
}

interface StandingRun {
  id: string;
  state: string;
  done: number;
  total: number;
}

/** The run, locked, unless it was stopped or is done. */
async function runToGoOnWith(ctx: Ctx, runId: string): Promise<StandingRun | null> {
  const run = await ctx.tx
    .selectFrom('quality_run')
    .select(['id', 'state', 'done', 'total'])
    .where('id', '=', runId)
    .forUpdate()
    .executeTakeFirst();
  if (!run) throw new GiveUp('There is no such measurement');
  return run.state === 'waiting' || run.state === 'running' ? run : null;
}

const payload = z.object({ runId: z.string() });

/** One year of birth of a measurement, committed by itself: the run can be stopped after any, and goes on with the next. */
const silverTruth = registerJob('people.measure-silver-truth', payload, async (ctx, { runId }) => {
  const run = await runToGoOnWith(ctx, runId);
  if (!run) return;
  const years = await yearsToMeasure(ctx);
  const year = years[run.done];
  if (year !== undefined) await measureYear(ctx, runId, year);
  const done = Math.min(run.done + 1, years.length);
  const ended = done >= years.length;
  await ctx.tx
    .updateTable('quality_run')
    .set({
      state: ended ? 'done' : 'running',
      done,
      total: years.length,
      step: ended ? null : `Children born in ${years[done]}`,
      model_version: standardModel.version,
      finished_at: ended ? ctx.now : null,
      note: years.length === 0 ? 'No record bears a number, so there is nothing to measure by' : null,
    })
    .where('id', '=', runId)
    .execute();
  if (!ended) await enqueueStep(ctx, runId, 'silver truth');
});

async function yearsToMeasure(ctx: Ctx): Promise<number[]> {
  const { rows } = await sql<{ years: number[] }>`select search.silver_years() as years`.execute(ctx.tx);
  return rows[0]?.years ?? [];
}

interface SilverRow {
  id: string;
  year: number;
  agency_id: string;
  given_name: string | null;
  middle_name: string | null;
  family_name: string | null;
  sex: string;
  date_of_birth: string | null;
  line1: string | null;
  town: string | null;
  postcode: string | null;
  phone: string | null;
  email: string | null;
  nhs_number: string | null;
  upn: string | null;
  ethnicity: string;
}

const silverOf = (row: SilverRow): SilverRecord => ({
  record: {
    id: row.id,
    source: row.agency_id,
    givenName: row.given_name,
    middleName: row.middle_name,
    familyName: row.family_name,
    sex: row.sex,
    dateOfBirth: row.date_of_birth,
    addressLine: row.line1,
    town: row.town,
    postcode: row.postcode,
    phone: row.phone,
    email: row.email,
  },
  nhsNumber: row.nhs_number,
  upn: row.upn,
  year: row.year,
  ethnicity: row.ethnicity,
});

async function measureYear(ctx: Ctx, runId: string, year: number): Promise<void> {
  const { rows } = await sql<SilverRow>`select * from search.silver_records(${year})`.execute(ctx.tx);
  const counts = await countPairs(rows.map(silverOf), year, joinAsMatcher);
  await addFigure(ctx, runId, { measure: measures.recall, part: 'all', numerator: counts.found, denominator: counts.together });
  await addFigure(ctx, runId, { measure: measures.precision, part: 'all', numerator: counts.found, denominator: counts.joined });
  for (const [part, group] of counts.byEthnicity)
    await addFigure(ctx, runId, { measure: measures.community, part, numerator: group.found, denominator: group.together });
}

const implausible = registerJob('people.find-implausible', payload, async (ctx, { runId }) => {
  if (!(await runToGoOnWith(ctx, runId))) return;
  await ctx.tx.deleteFrom('quality_figure').where('run_id', '=', runId).execute();
  const { rows } = await sql<{
    found: Record<string, number>;
  }>`select search.find_implausible(${runId}, ${londonDay(ctx)}) as found`.execute(ctx.tx);
  const found = rows[0]?.found ?? {};
  for (const kind of Object.keys(lifeKinds))
    await addFigure(ctx, runId, {
      measure: measures.implausible,
      part: kind,
      numerator: found[kind] ?? 0,
      denominator: found['people'] ?? 0,
    });
  await ctx.tx
    .updateTable('quality_run')
    .set({ state: 'done', done: 1, total: 1, finished_at: ctx.now, step: null, model_version: standardModel.version })
    .where('id', '=', runId)
    .execute();
});

/** Begins both measurements once a week, at night, and looks whether the model changed. */
const weekly = registerJob(
  'people.measure-index',
  z.object({}),
  async (ctx) => {
    await beginReweighing(ctx);
    const latest = await ctx.tx
      .selectFrom('quality_run')
      .select((it) => it.fn.max('asked_at').as('at'))
      .executeTakeFirst();
    if (latest?.at && ctx.now.getTime() - latest.at.getTime() < 6.5 * 86_400_000) return;
    for (const kind of ['implausible lives', 'silver truth'] as const) {
      const run = await ctx.tx.insertInto('quality_run').values({ kind, asked_at: ctx.now }).returning('id').executeTakeFirstOrThrow();
      await enqueueStep(ctx, run.id, kind);
    }
  },
  { every: '1 day', at: '03:40' },
);

export const measureJobs = [silverTruth, implausible, weekly] as const;
