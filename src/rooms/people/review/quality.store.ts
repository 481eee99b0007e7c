import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { Stratum } from './interval.ts';
import type { Figure, LifeKind, Run, RunKind, RunState } from './quality.ts';

/** The newest measurement of a kind, and the newest finished one; null where there is none. */
export async function runsOf(ctx: Ctx, kind: RunKind): Promise<{ newest: Run | null; finished: Run | null }> {
  const rows = await ctx.tx
    .selectFrom('quality_run as r')
    .leftJoin('staff as s', 's.id', 'r.asked_by')
    .selectAll('r')
    .select('s.display_name')
    .where('r.kind', '=', kind)
    .orderBy('r.asked_at', 'desc')
    .limit(20)
    .execute();
  const runs = rows.map((row) => ({
    id: row.id,
    kind: row.kind as RunKind,
    state: row.state as RunState,
    askedAt: row.asked_at,
    askedBy: row.display_name,
    step: row.step,
    done: row.done,
    total: row.total,
    modelVersion: row.model_version,
    finishedAt: row.finished_at,
    note: row.note,
  }));
  return { newest: runs[0] ?? null, finished: runs.find((it) => it.state === 'done') ?? null };
}

/** One measurement's figures. */
export async function figuresOf(ctx: Ctx, runId: string | undefined): Promise<Figure[]> {
  if (!runId) return [];
  return ctx.tx.selectFrom('quality_figure').select(['measure', 'part', 'numerator', 'denominator']).where('run_id', '=', runId).execute();
}

/** Adds to a figure; a step that is run again after a stop begins where the last one committed. */
export async function addFigure(ctx: Ctx, runId: string, figure: Figure): Promise<void> {
  await sql`insert into quality_figure (run_id, measure, part, numerator, denominator)
    values (${runId}, ${figure.measure}, ${figure.part}, ${figure.numerator}, ${figure.denominator})
    on conflict (run_id, measure, part) do update set numerator = quality_figure.numerator + excluded.numerator,
      denominator = quality_figure.denominator + excluded.denominator`.execute(ctx.tx);
}

/** A month's draw with how it has been read. */
export interface Draw extends Stratum {
  drawnOn: string;
  stratum: string;
  drawn: number;
  modelVersion: string;
}

/** The newest month's draws of the clerical sample; an unread one counts as not read, and nobody is told which it is. */
export async function drawsOf(ctx: StaffCtx): Promise<Draw[]> {
  const rows = await ctx.tx
    .selectFrom('sample_draw as d')
    .leftJoin('link_sample as s', 's.draw_id', 'd.id')
    .where('d.drawn_on', '=', (it) => it.selectFrom('sample_draw').select((all) => all.fn.max('drawn_on').as('newest')))
    .groupBy('d.id')
    .orderBy(sql`array_position(array['nearest the line', 'middle', 'far over the line', 'near miss'], d.stratum)`)
    .select(['d.drawn_on', 'd.stratum', 'd.population', 'd.drawn', 'd.model_version'])
    .select([
      sql<string>`count(s.question_id)`.as('read'),
      sql<string>`count(s.question_id) filter (where (s.read_as = 'same person') = (d.stratum <> 'near miss'))`.as('right'),
    ])
    .execute();
  return rows.map((row) => ({
    drawnOn: row.drawn_on,
    stratum: row.stratum,
    population: row.population,
    drawn: row.drawn,
    modelVersion: row.model_version,
    read: Number(row.read),
    right: Number(row.right),
  }));
}

/** Counts of the queue and the models, without people. */
export interface Health {
  open: number;
  oldest: string | null;
  records: number;
  recordsInReview: number;
  weeks: { from: string; raised: number; settled: number }[];
  models: { version: string; since: string; links: number }[];
}

/** How the queue stands, and which models linked how many; refused by the database to roles that do not see the quality of the index. */
export async function healthOf(ctx: StaffCtx): Promise<Health> {
  const { rows } = await sql<{ health: Health }>`select search.index_health() as health`.execute(ctx.tx);
  return rows[0]!.health;
}

/** A life that cannot be, with what does not go together; no name stands here. */
export interface Life {
  id: string;
  personId: string;
  otherPersonId: string | null;
  kind: LifeKind;
  facts: readonly string[];
  foundOn: string;
  questionId: string | null;
}

/** Lives of a kind that stand now, of people the reader has a right to, newest first, at most 200. */
export async function livesOf(ctx: StaffCtx, kind: LifeKind): Promise<Life[]> {
  const rows = await ctx.tx
    .selectFrom('implausible_life')
    .selectAll()
    .where('kind', '=', kind)
    .where('gone_on', 'is', null)
    .orderBy('found_on', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    otherPersonId: row.other_person_id,
    kind: row.kind as LifeKind,
    facts: row.facts,
    foundOn: row.found_on,
    questionId: row.question_id,
  }));
}

/** Feeds by name, to lead to the drift of each. */
export async function feedsOf(ctx: StaffCtx): Promise<{ id: string; name: string; agency: string }[]> {
  return ctx.tx
    .selectFrom('feed as f')
    .innerJoin('agency as a', 'a.id', 'f.agency_id')
    .select(['f.id', 'f.name', 'a.name as agency'])
    .orderBy('f.name')
    .limit(50)
    .execute();
}
