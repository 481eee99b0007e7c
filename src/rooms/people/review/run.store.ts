import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { linkageOf, type StandingRecord } from '../matching/story.ts';
import type { RunKind, RunState } from './quality.ts';
import type { SilverRecord } from './silver.ts';

/** Begins a measurement; `askedBy` is null for the schedule. Returns its id. */
export async function insertRun(ctx: Ctx, kind: RunKind, askedBy: string | null): Promise<string> {
  const row = await ctx.tx
    .insertInto('quality_run')
    .values({ kind, asked_at: ctx.now, asked_by: askedBy })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface StandingRun {
  id: string;
  kind: RunKind;
  state: RunState;
  done: number;
  total: number;
}

/** One measurement, held until the transaction ends. Throws notFound. */
export async function lockRun(ctx: Ctx, runId: string): Promise<StandingRun> {
  const row = found(
    await ctx.tx
      .selectFrom('quality_run')
      .select(['id', 'kind', 'state', 'done', 'total'])
      .where('id', '=', runId)
      .forUpdate()
      .executeTakeFirst(),
  );
  return { ...row, kind: row.kind as RunKind, state: row.state as RunState };
}

export interface RunChange {
  state: RunState;
  done?: number;
  total?: number;
  step?: string | null;
  model_version?: string;
  finished_at?: Date | null;
  note?: string | null;
}

/** How a measurement stands now. */
export async function keepRun(ctx: Ctx, runId: string, change: RunChange): Promise<void> {
  await ctx.tx.updateTable('quality_run').set(change).where('id', '=', runId).execute();
}

/** When the newest measurement was asked for; null when there is none. */
export async function lastAskedAt(ctx: Ctx): Promise<Date | null> {
  const row = await ctx.tx
    .selectFrom('quality_run')
    .select((it) => it.fn.max('asked_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Forgets what a measurement counted, for one that begins anew. */
export async function clearFigures(ctx: Ctx, runId: string): Promise<void> {
  await ctx.tx.deleteFrom('quality_figure').where('run_id', '=', runId).execute();
}

/** Years of birth of people whose records bear a number, rising. The worker alone. */
export async function silverYears(ctx: Ctx): Promise<number[]> {
  const { rows } = await sql<{ years: number[] }>`select search.silver_years() as years`.execute(ctx.tx);
  return rows[0]?.years ?? [];
}

interface SilverRow extends Omit<StandingRecord, 'feed_id' | 'known_as' | 'line2' | 'mother_name'> {
  year: number;
  agency_id: string;
  ethnicity: string;
}

/** The numbers are the truth the matcher is measured by, so they stand beside the record and never in it. */
const silverOf = (row: SilverRow): SilverRecord => ({
  record: { ...linkageOf({ ...row, feed_id: row.agency_id, line2: null }), nhsNumber: null, upn: null },
  nhsNumber: row.nhs_number,
  upn: row.upn,
  year: row.year,
  ethnicity: row.ethnicity,
});

/** Records that bear a number, of people born in a year or the two after; nobody shielded or restricted. The worker alone. */
export async function silverRecords(ctx: Ctx, year: number): Promise<SilverRecord[]> {
  const { rows } = await sql<SilverRow>`select * from search.silver_records(${year})`.execute(ctx.tx);
  return rows.map(silverOf);
}

/** Finds and keeps lives that cannot be; how many of each kind, and `people`, of how many. The worker alone. */
export async function findImplausible(ctx: Ctx, runId: string, today: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ found: Record<string, number> }>`select search.find_implausible(${runId}, ${today}) as found`.execute(
    ctx.tx,
  );
  return rows[0]?.found ?? {};
}
