import { randomUUID } from 'node:crypto';
import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, Refusal } from '../../../../platform/access/refusal.ts';
import type { Spooled } from '../../../../platform/files/spool.ts';
import { fieldErrors } from '../../../../platform/web/field-errors.ts';
import { toldIn } from '../csv/columns.ts';
import { csvRows, UnreadableFile, type CsvRow } from '../csv/rows.ts';
import { mostRows } from '../intake.ts';
import { notificationShape } from '../notification-shape.ts';
import { countFile, insertPoliceFile, keepRejects, sameFile, type FileCounts } from '../police-file.store.ts';
import { receiveNotification } from './receive-notification.ts';

/** Takes a force's file row by row: good rows go in as notifications, bad rows come back with every reason. The same file twice is the same
 *  receipt. Throws invalid for a file that cannot be read. */
export async function receivePoliceFile(
  ctx: StaffCtx,
  agencyId: string,
  file: { name: string; spooled: Spooled },
): Promise<{ id: string; before: boolean }> {
  const before = await sameFile(ctx, agencyId, file.spooled.sha256);
  if (before) return { id: before, before: true };
  const id = randomUUID();
  about(ctx, 'police-file', id);
  const counts: FileCounts = { taken: 0, updates: 0, same: 0, rejected: 0 };
  try {
    await readRows(ctx, { id, agencyId, file, counts });
  } catch (error) {
    if (error instanceof UnreadableFile) throw invalid([{ field: 'file', message: error.message }]);
    throw error;
  }
  await countFile(ctx, id, counts);
  about(ctx, 'police-file', id);
  return { id, before: false };
}

interface Reading {
  id: string;
  agencyId: string;
  file: { name: string; spooled: Spooled };
  counts: FileCounts;
}

async function readRows(ctx: StaffCtx, { id, agencyId, file, counts }: Reading): Promise<void> {
  for await (const row of csvRows(file.spooled)) {
    if (row.number === 0) {
      const { sizeBytes, sha256 } = file.spooled;
      await insertPoliceFile(ctx, { id, agencyId, name: file.name.slice(0, 200) || 'unnamed', sizeBytes, sha256, heading: row.cells });
      continue;
    }
    if (row.number > mostRows) throw new UnreadableFile(`A file may have ${mostRows.toLocaleString('en-GB')} rows. Send it in parts`);
    const reasons = await takeRow(ctx, { id, agencyId, counts }, row);
    if (reasons.length === 0) continue;
    counts.rejected += 1;
    await keepRejects(ctx, id, [{ number: row.number, cells: row.cells, reasons }]);
  }
}

/** Takes one row; gives what is wrong with it instead. */
async function takeRow(ctx: StaffCtx, reading: Omit<Reading, 'file'>, row: CsvRow): Promise<string[]> {
  if (row.broken) return [row.broken];
  const read = notificationShape.safeParse(toldIn(row.cell));
  if (!read.success) return fieldErrors(read.error).map(({ field, message }) => `${columnOf(field)}: ${message}`);
  try {
    const { became } = await receiveNotification(ctx, reading.agencyId, read.data, reading.id);
    reading.counts[became === 'new' ? 'taken' : became === 'update' ? 'updates' : 'same'] += 1;
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.length > 0 ? error.errors.map(({ field, message }) => `${columnOf(field)}: ${message}`) : [error.message];
  }
}

/** A field's place in words of the file: "persons-0-dateOfBirth" is person1DateOfBirth. */
const columnOf = (field: string): string => {
  const [first = '', at, ...rest] = field.split('-');
  if (first !== 'persons' || at === undefined) return field.replace(/^location-/, '');
  const name = rest.at(-1) ?? '';
  return `person${Number(at) + 1}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};
