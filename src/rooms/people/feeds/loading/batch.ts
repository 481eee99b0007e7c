import type { Ctx } from '../../../../platform/access/ctx.ts';
import { londonDay } from '../../today.ts';
import type { ReadableFeed } from '../feed.ts';
import { storedBytes, type FeedFile } from '../feed-file.store.ts';
import type { FeedRun } from '../feed-run.store.ts';
import type { Reject } from '../run-row.store.ts';
import { rowsOf, type FileRow } from '../reading/file-rows.ts';
import { UnreadableFile } from '../reading/file-shape.ts';
import { readRow, type ReadRow } from '../reading/read-row.ts';
import { namedBefore } from '../told.store.ts';

/** Rows done in one transaction. Small, so that stopping is quick and a lost worker loses little time. */
export const rowsABatch = 100;

/** A row that may be taken. */
export interface GoodRow {
  rowNumber: number;
  cells: readonly string[];
  read: ReadRow & { record: { localId: string } };
}

/** The next rows of a reading, told apart; nothing is written yet. */
export interface Batch {
  good: readonly GoodRow[];
  rejects: readonly (Reject & { localId: string | null })[];
  reads: readonly ReadRow[];
  nextRow: number;
  nextByte: number;
  /** True when the file has no more rows. */
  ended: boolean;
  /** Why the file cannot be read beyond these rows; null when it can. */
  failure: string | null;
}

/** Reads the next rows of a run: up to a hundred. */
export async function nextBatch(ctx: Ctx, run: FeedRun, file: FeedFile, feed: ReadableFeed): Promise<Batch> {
  const { rows, ended, failure } = await take(ctx, run, file);
  const today = londonDay(ctx);
  const read = rows.map((row, at) => ({ rowNumber: run.nextRow + at, row, read: readRow(feed, row.cellOf, today) }));
  const ids = read.flatMap(({ read: { record } }) => record.localId ?? []);
  const before = run.kind === 'load' ? await namedBefore(ctx, file.id, ids) : new Map<string, number>();
  const good: GoodRow[] = [];
  const rejects: (Reject & { localId: string | null })[] = [];
  for (const one of read) {
    const reasons = whyNot(one, before);
    const { localId } = one.read.record;
    if (localId && !before.has(localId)) before.set(localId, one.rowNumber);
    if (reasons.length === 0 && localId)
      good.push({ rowNumber: one.rowNumber, cells: one.row.cells, read: { ...one.read, record: { ...one.read.record, localId } } });
    else
      rejects.push({
        rowNumber: one.rowNumber,
        localId,
        cells: one.row.cells,
        fields: reasons.map((it) => it.field),
        reasons: reasons.map((it) => it.message),
      });
  }
  return {
    good,
    rejects,
    reads: read.filter((one) => one.row.broken === null).map((one) => one.read),
    nextRow: run.nextRow + rows.length,
    nextByte: rows.at(-1)?.nextByte ?? run.nextByte,
    ended,
    failure,
  };
}

interface ReadOne {
  rowNumber: number;
  row: FileRow;
  read: ReadRow;
}

/** Every reason for which a row is sent back; a row that is broken as a whole is not looked into. */
function whyNot({ row, read }: ReadOne, before: ReadonlyMap<string, number>): { field: string; message: string }[] {
  if (row.broken) return [{ field: 'row', message: row.broken }];
  const earlier = before.get(read.record.localId ?? '');
  const twice = earlier === undefined ? [] : [{ field: 'localId', message: `Row ${earlier} of this file has the same identifier` }];
  return [...read.problems, ...twice];
}

async function take(ctx: Ctx, run: FeedRun, file: FeedFile): Promise<{ rows: FileRow[]; ended: boolean; failure: string | null }> {
  const rows: FileRow[] = [];
  try {
    for await (const row of rowsOf(file.shape, storedBytes(ctx, file.id), run.nextByte)) {
      rows.push(row);
      if (rows.length >= rowsABatch) return { rows, ended: false, failure: null };
    }
    return { rows, ended: true, failure: null };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { rows, ended: false, failure: `Row ${run.nextRow + rows.length}: ${error.message}` };
  }
}
