import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { Band } from '../linkage/evidence.ts';

export interface FeedRun {
  id: string;
  fileId: string;
  feedId: string;
  kind: 'dry run' | 'shadow' | 'load';
  state: 'running' | 'stopped' | 'finished' | 'failed';
  askedByName: string | null;
  askedAt: Date;
  finishedAt: Date | null;
  failure: string | null;
  nextRow: number;
  nextByte: number;
  taken: number;
  rejected: number;
  unchanged: number;
  linked: number;
  asked: number;
  newPeople: number;
  knownBefore: number | null;
  gone: number | null;
  goneState: 'let go' | 'waiting' | 'kept' | null;
}

const everyRun = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('feed_run as r')
    .leftJoin('staff as s', 's.id', 'r.asked_by')
    .select([
      'r.id',
      'r.file_id as fileId',
      'r.feed_id as feedId',
      sql<FeedRun['kind']>`r.kind`.as('kind'),
      sql<FeedRun['state']>`r.state`.as('state'),
      's.display_name as askedByName',
      'r.asked_at as askedAt',
      'r.finished_at as finishedAt',
      'r.failure',
      'r.next_row as nextRow',
      sql<number>`r.next_byte::float8`.as('nextByte'),
      'r.taken',
      'r.rejected',
      'r.unchanged',
      'r.linked',
      'r.asked',
      'r.new_people as newPeople',
      'r.known_before as knownBefore',
      'r.gone',
      sql<FeedRun['goneState']>`r.gone_state`.as('goneState'),
    ]);

/** One reading; throws notFound. */
export async function runOf(ctx: Ctx, id: string): Promise<FeedRun> {
  return found(await everyRun(ctx).where('r.id', '=', id).executeTakeFirst());
}

/** The same, held until the transaction ends; null when there is none. */
export async function lockRun(ctx: Ctx, id: string): Promise<FeedRun | null> {
  const held = await ctx.tx.selectFrom('feed_run').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return held ? runOf(ctx, id) : null;
}

/** Readings of one file, latest first. */
export const runsOfFile = (ctx: Ctx, fileId: string): Promise<FeedRun[]> =>
  everyRun(ctx).where('r.file_id', '=', fileId).orderBy('r.asked_at', 'desc').limit(20).execute();

/** A feed's latest readings; with its file when only one kind is asked for. */
export const runsOfFeed = (ctx: Ctx, feedId: string, limit = 30): Promise<FeedRun[]> =>
  everyRun(ctx).where('r.feed_id', '=', feedId).orderBy('r.asked_at', 'desc').limit(limit).execute();

/** The latest reading of every feed that changed or shadowed the index, by feed. */
export async function latestRuns(ctx: Ctx): Promise<Map<string, FeedRun>> {
  const rows = await everyRun(ctx)
    .distinctOn('r.feed_id')
    .where('r.kind', '<>', 'dry run')
    .orderBy('r.feed_id')
    .orderBy('r.asked_at', 'desc')
    .execute();
  return new Map(rows.map((run) => [run.feedId, run]));
}

/** Begins a reading of a file; gives its id. */
export async function insertRun(
  ctx: Ctx,
  run: { fileId: string; feedId: string; kind: FeedRun['kind']; askedBy: string | null; nextByte: number },
): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('feed_run')
    .values({ file_id: run.fileId, feed_id: run.feedId, kind: run.kind, asked_by: run.askedBy, asked_at: ctx.now, next_byte: run.nextByte })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What one batch adds to its reading. */
export interface BatchTold {
  nextRow: number;
  nextByte: number;
  taken: number;
  rejected: number;
  unchanged: number;
  linked: number;
  asked: number;
  newPeople: number;
}

/** Adds a batch to the counts and moves on to the row after it. */
export async function advance(ctx: Ctx, runId: string, told: BatchTold): Promise<void> {
  await ctx.tx
    .updateTable('feed_run')
    .set((it) => ({
      next_row: told.nextRow,
      next_byte: told.nextByte,
      taken: it('taken', '+', told.taken),
      rejected: it('rejected', '+', told.rejected),
      unchanged: it('unchanged', '+', told.unchanged),
      linked: it('linked', '+', told.linked),
      asked: it('asked', '+', told.asked),
      new_people: it('new_people', '+', told.newPeople),
    }))
    .where('id', '=', runId)
    .execute();
}

/** What a reading has become. */
export async function setRunState(ctx: Ctx, runId: string, state: FeedRun['state'], failure: string | null = null): Promise<void> {
  const over = state === 'finished' || state === 'failed';
  await ctx.tx
    .updateTable('feed_run')
    .set({ state, failure, finished_at: over ? ctx.now : null })
    .where('id', '=', runId)
    .execute();
}

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

/** One batch at a time changes the index, whichever feed it is of: two that bring the same new child would each record them. Until commit. */
export async function takeTurns(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goldthread feeds'))`.execute(ctx.tx);
}

/** Does some work so that a failure undoes it alone; false when it failed. */
export async function apart(ctx: Ctx, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint feed_row`.execute(ctx.tx);
  try {
    await work();
    await sql`release savepoint feed_row`.execute(ctx.tx);
    return true;
  } catch {
    await sql`rollback to savepoint feed_row`.execute(ctx.tx);
    return false;
  }
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

/** Notes how many are gone; those that wait for a person are told to the index desk. */
export async function noteGone(
  ctx: Ctx,
  run: Pick<FeedRun, 'id' | 'fileId'>,
  said: { known: number; gone: number; waits: boolean },
): Promise<void> {
  await ctx.tx
    .updateTable('feed_run')
    .set({ known_before: said.known, gone: said.gone, gone_state: said.waits ? 'waiting' : 'let go' })
    .where('id', '=', run.id)
    .execute();
  if (!said.waits) return;
  await ctx.tx
    .insertInto('alert')
    .values({ role: 'INDEX', kind: 'feed-gone', record_id: run.id, href: `/index/feed-files/${run.fileId}` })
    .execute();
}
