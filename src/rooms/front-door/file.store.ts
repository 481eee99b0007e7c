import { createHash } from 'node:crypto';
import type { Ctx } from '../../platform/access/ctx.ts';
import { found, invalid } from '../../platform/access/refusal.ts';
import type { UploadedFile } from '../../platform/web/route.ts';
import type { ScanState } from '../../platform/files/virus-scan.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { mediaTypeOf } from './media-type.ts';

/** Most files with one concern. */
export const mostFiles = 10;

/** Keeps a file with the draft it belongs to and asks for its virus scan. Refuses a type we do not take, in words. */
export async function keepFile(ctx: Ctx, draftId: string, file: UploadedFile): Promise<void> {
  const mediaType = mediaTypeOf(file.content);
  if (!mediaType)
    throw invalid([{ field: 'file', message: 'The file must be a PDF, a Word document, a picture (JPEG or PNG) or plain text' }]);
  const already = await filesOf(ctx, 'draft', draftId);
  if (already.length >= mostFiles) throw invalid([{ field: 'file', message: `You can add up to ${mostFiles} files` }]);
  await writeFile(ctx, draftId, file, mediaType);
}

/** Keeps an email as it came, beside what was read out of it; it is scanned as every file is. */
export const keepMessage = (ctx: Ctx, draftId: string, file: Pick<UploadedFile, 'name' | 'content'>): Promise<void> =>
  writeFile(ctx, draftId, file, 'message/rfc822');

async function writeFile(ctx: Ctx, draftId: string, file: Pick<UploadedFile, 'name' | 'content'>, mediaType: string): Promise<void> {
  const row = await ctx.tx
    .insertInto('stored_file')
    .values({
      room: 'front-door',
      owner_kind: 'draft',
      owner_id: draftId,
      name: file.name.replaceAll(/[^\w. ()-]/g, '_').slice(-120),
      media_type: mediaType,
      size_bytes: file.content.length,
      sha256: createHash('sha256').update(file.content).digest('hex'),
      content: file.content,
      added_by: ctx.who.kind === 'staff' ? ctx.who.staffId : null,
      added_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await enqueue(ctx, 'front-door.scan-file', { fileId: row.id });
}

/** Files of a draft or a contact, without their bytes. */
export async function filesOf(ctx: Ctx, ownerKind: 'draft' | 'contact', ownerId: string) {
  return ctx.tx
    .selectFrom('stored_file')
    .select(['id', 'name', 'media_type', 'size_bytes', 'scan_state', 'added_at'])
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .orderBy('added_at')
    .execute();
}

/** One file with its bytes, if the reader may see what it belongs to. */
export async function fileOf(ctx: Ctx, id: string) {
  return found(await ctx.tx.selectFrom('stored_file').selectAll().where('id', '=', id).where('room', '=', 'front-door').executeTakeFirst());
}

/** The bytes of a file that waits for its virus scan; null when it has been taken out meanwhile. */
export async function contentToScan(ctx: Ctx, id: string): Promise<Buffer | null> {
  const file = await ctx.tx.selectFrom('stored_file').select('content').where('id', '=', id).executeTakeFirst();
  return file?.content ?? null;
}

/** Writes what the virus scan said. */
export async function markScanned(ctx: Ctx, id: string, state: ScanState): Promise<void> {
  await ctx.tx.updateTable('stored_file').set({ scan_state: state }).where('id', '=', id).execute();
}

/** Takes a file out of a draft. */
export async function dropFile(ctx: Ctx, draftId: string, fileId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('stored_file')
    .where('id', '=', fileId)
    .where('owner_kind', '=', 'draft')
    .where('owner_id', '=', draftId)
    .execute();
}

/** The draft's files become the contact's. */
export async function filesFollow(ctx: Ctx, draftId: string, contactId: string): Promise<void> {
  await ctx.tx
    .updateTable('stored_file')
    .set({ owner_kind: 'contact', owner_id: contactId })
    .where('owner_kind', '=', 'draft')
    .where('owner_id', '=', draftId)
    .execute();
}
