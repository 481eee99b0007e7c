/** What a reading leaves of its rows: those sent back, examples, and counts by field. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import type { Band } from '../linkage/evidence.ts';
import type { FeedRun } from './feed-run.store.ts';

export interface Reject {
  rowNumber: number;
  cells: readonly string[];
  fields: readonly string[];
  reasons: readonly string[];
}

/** Keeps rows that are sent back. */
export async function keepRejects(ctx: Ctx, run: Pick<FeedRun, 'id' | 'feedId'>, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  await ctx.tx
    .insertInto('feed_reject')
    .values(
      rejects.map((one) => ({
        run_id: run.id,
        feed_id: run.feedId,
        row_number: one.rowNumber,
        cells: [...one.cells],
        fields: [...one.fields],
        reasons: [...one.reasons],
      })),
    )
    .execute();
}

/** Rows that were sent back, in the order of the file. */
export async function rejectsOf(ctx: Ctx, runId: string, limit?: number): Promise<Reject[]> {
  let asked = ctx.tx
    .selectFrom('feed_reject')
    .select(['row_number as rowNumber', 'cells', 'fields', 'reasons'])
    .where('run_id', '=', runId)
    .orderBy('row_number');
  if (limit !== undefined) asked = asked.limit(limit);
  return asked.execute();
}

/** How often each reason was given, most often first. */
export async function reasonCounts(ctx: Ctx, runId: string): Promise<{ field: string; reason: string; rows: number }[]> {
  const { rows } = await sql<{ field: string; reason: string; rows: number }>`
    select x.field, x.reason, count(*)::integer as rows from feed_reject r cross join lateral unnest(r.fields, r.reasons) as x(field, reason)
     where r.run_id = ${runId} group by 1, 2 order by 3 desc, 1, 2 limit 40`.execute(ctx.tx);
  return rows;
}

/** An example of what would have become of a row. */
export interface Sample {
  rowNumber: number;
  band: Band;
  because: string;
  factors: readonly string[];
  personId: string | null;
}

/** Keeps examples, up to twenty of each band a reading. */
export async function keepSamples(ctx: Ctx, run: Pick<FeedRun, 'id' | 'feedId'>, samples: readonly Sample[]): Promise<void> {
  const { rows } = await sql<{ band: Band; many: number }>`
    select band, count(*)::integer as many from feed_sample where run_id = ${run.id} group by 1`.execute(ctx.tx);
  const kept = new Map(rows.map((row) => [row.band, row.many]));
  const more = samples.filter((one) => {
    const many = kept.get(one.band) ?? 0;
    kept.set(one.band, many + 1);
    return many < 20;
  });
  if (more.length === 0) return;
  await ctx.tx
    .insertInto('feed_sample')
    .values(
      more.map((one) => ({
        run_id: run.id,
        feed_id: run.feedId,
        row_number: one.rowNumber,
        band: one.band,
        because: one.because,
        factors: [...one.factors],
        person_id: one.personId,
      })),
    )
    .execute();
}

/** The examples the reader has a right to, in the order of the file. */
export const samplesOf = (ctx: Ctx, runId: string): Promise<Sample[]> =>
  ctx.tx
    .selectFrom('feed_sample')
    .select(['row_number as rowNumber', sql<Band>`band`.as('band'), 'because', 'factors', 'person_id as personId'])
    .where('run_id', '=', runId)
    .orderBy('row_number')
    .execute();

export interface FieldCount {
  field: string;
  given: number;
  missing: number;
  wrong: number;
  agreed: number;
  differed: number;
}

/** Adds to what a reading found of each field. */
export async function addFieldCounts(ctx: Ctx, run: Pick<FeedRun, 'id' | 'feedId'>, counts: readonly FieldCount[]): Promise<void> {
  if (counts.length === 0) return;
  await ctx.tx
    .insertInto('feed_run_field')
    .values(counts.map((one) => ({ run_id: run.id, feed_id: run.feedId, ...one })))
    .onConflict((clash) =>
      clash.columns(['run_id', 'field']).doUpdateSet({
        given: sql`feed_run_field.given + excluded.given`,
        missing: sql`feed_run_field.missing + excluded.missing`,
        wrong: sql`feed_run_field.wrong + excluded.wrong`,
        agreed: sql`feed_run_field.agreed + excluded.agreed`,
        differed: sql`feed_run_field.differed + excluded.differed`,
      }),
    )
    .execute();
}

/** True when a row was too broken to say whose it is. */
export async function hasNamelessReject(ctx: Ctx, runId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('feed_reject')
    .select('row_number')
    .where('run_id', '=', runId)
    .where(sql<boolean>`fields && array['localId','row']`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
