import type { Selectable } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { PoliceFileTable, PoliceRejectTable } from '../../../platform/db/schema.ts';

export type PoliceFile = Selectable<PoliceFileTable> & { uploadedByName: string };
export type PoliceReject = Selectable<PoliceRejectTable>;

const every = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('police_file as f')
    .innerJoin('staff as s', 's.id', 'f.uploaded_by')
    .selectAll('f')
    .select('s.display_name as uploadedByName');

/** One file of the reader's force. Throws notFound. */
export async function policeFileOf(ctx: StaffCtx, id: string): Promise<PoliceFile> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<PoliceFile>(null);
  return found(await every(ctx).where('f.id', '=', id).executeTakeFirst());
}

/** The file with these bytes that the force sent before; null when there is none. */
export async function sameFile(ctx: StaffCtx, agencyId: string, sha256: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('police_file')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Files of the reader's force, latest first. */
export const policeFiles = (ctx: StaffCtx, limit = 20): Promise<PoliceFile[]> =>
  every(ctx).orderBy('f.uploaded_at', 'desc').limit(limit).execute();

export interface NewPoliceFile {
  id: string;
  agencyId: string;
  name: string;
  sizeBytes: number;
  sha256: string;
  heading: readonly string[];
}

/** Writes the receipt of a file; its counts follow. */
export async function insertPoliceFile(ctx: StaffCtx, file: NewPoliceFile): Promise<void> {
  await ctx.tx
    .insertInto('police_file')
    .values({
      id: file.id,
      agency_id: file.agencyId,
      name: file.name,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      heading: [...file.heading],
      uploaded_by: ctx.who.staffId,
      uploaded_at: ctx.now,
    })
    .execute();
}

export interface FileCounts {
  taken: number;
  updates: number;
  same: number;
  rejected: number;
}

/** Writes what became of a file's rows. */
export async function countFile(ctx: StaffCtx, id: string, counts: FileCounts): Promise<void> {
  await ctx.tx.updateTable('police_file').set(counts).where('id', '=', id).execute();
}

/** Keeps rows that were sent back. */
export async function keepRejects(
  ctx: StaffCtx,
  fileId: string,
  rows: readonly { number: number; cells: readonly string[]; reasons: readonly string[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.tx
    .insertInto('police_reject')
    .values(rows.map((row) => ({ file_id: fileId, row_number: row.number, cells: [...row.cells], reasons: [...row.reasons] })))
    .execute();
}

/** Rows of a file that were sent back, in its order. */
export const rejectsOf = (ctx: StaffCtx, fileId: string): Promise<PoliceReject[]> =>
  ctx.tx.selectFrom('police_reject').selectAll().where('file_id', '=', fileId).orderBy('row_number').execute();

/** Destroys rows that were sent back before a moment. */
export async function destroyOldRejects(ctx: Ctx, before: Date): Promise<void> {
  const old = ctx.tx.selectFrom('police_file').select('id').where('uploaded_at', '<', before);
  await ctx.tx.deleteFrom('police_reject').where('file_id', 'in', old).execute();
}
