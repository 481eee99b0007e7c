import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';

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
