import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { BytesFrom } from './reading/file-rows.ts';
import type { FileShape } from './reading/file-shape.ts';

/** Size of the parts a file is stored in. */
export const partBytes = 262_144;

/** A file an agency sent: its receipt. */
export interface FeedFile {
  id: string;
  feedId: string;
  name: string;
  sizeBytes: number;
  sha256: string;
  isComplete: boolean;
  factsOn: string | null;
  receivedAt: Date;
  receivedByName: string | null;
  byMachine: boolean;
  shape: FileShape;
  destroyedAt: Date | null;
}

const everyFile = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('feed_file as x')
    .leftJoin('staff as s', 's.id', 'x.received_by')
    .select([
      'x.id',
      'x.feed_id as feedId',
      'x.name',
      sql<number>`x.size_bytes::float8`.as('sizeBytes'),
      'x.sha256',
      'x.is_complete as isComplete',
      'x.facts_on as factsOn',
      'x.received_at as receivedAt',
      's.display_name as receivedByName',
      sql<boolean>`x.received_from is not null`.as('byMachine'),
      'x.encoding',
      'x.delimiter',
      'x.heading',
      sql<number>`x.first_byte::float8`.as('firstByte'),
      'x.destroyed_at as destroyedAt',
    ]);

type FileRow = Omit<FeedFile, 'shape'> & { encoding: string | null; delimiter: string | null; heading: string[] | null; firstByte: number };

const fileFrom = ({ encoding, delimiter, heading, firstByte, ...rest }: FileRow): FeedFile => ({
  ...rest,
  shape: { encoding: encoding === 'windows-1252' ? 'windows-1252' : 'utf-8', delimiter, heading: heading ?? [], firstByte },
});

/** One file; throws notFound. */
export async function fileOf(ctx: Ctx, id: string): Promise<FeedFile> {
  return fileFrom(found(await everyFile(ctx).where('x.id', '=', id).executeTakeFirst()));
}

/** A feed's files, latest first. */
export async function filesOf(ctx: Ctx, feedId: string, limit = 30): Promise<FeedFile[]> {
  const rows = await everyFile(ctx).where('x.feed_id', '=', feedId).orderBy('x.received_at', 'desc').limit(limit).execute();
  return rows.map(fileFrom);
}

/** The file with these bytes that a feed sent before; null when there is none. */
export async function sameFile(ctx: Ctx, feedId: string, sha256: string): Promise<FeedFile | null> {
  const row = await everyFile(ctx).where('x.feed_id', '=', feedId).where('x.sha256', '=', sha256).executeTakeFirst();
  return row ? fileFrom(row) : null;
}

export interface NewFile {
  feedId: string;
  name: string;
  sizeBytes: number;
  sha256: string;
  isComplete: boolean;
  factsOn: string | null;
  receivedBy: string | null;
  receivedFrom: string | null;
  shape: FileShape;
}

/** Writes a file down, its bytes part by part as they come; gives its id. */
export async function insertFile(ctx: Ctx, file: NewFile, content: AsyncIterable<Buffer>): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('feed_file')
    .values({
      feed_id: file.feedId,
      name: file.name,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      is_complete: file.isComplete,
      facts_on: file.factsOn,
      received_at: ctx.now,
      received_by: file.receivedBy,
      received_from: file.receivedFrom,
      parts: Math.ceil(file.sizeBytes / partBytes),
      encoding: file.shape.encoding,
      delimiter: file.shape.delimiter,
      heading: [...file.shape.heading],
      first_byte: file.shape.firstByte,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  let place = 0;
  for await (const part of content) {
    await ctx.tx.insertInto('feed_file_part').values({ file_id: id, place, content: part }).execute();
    place += 1;
  }
  return id;
}

/** The bytes of a stored file from any byte on, fetched part by part as they are read. */
export const storedBytes = (ctx: Ctx, fileId: string): BytesFrom =>
  async function* (from: number): AsyncGenerator<Buffer> {
    for (let place = Math.floor(from / partBytes); ; place++) {
      const part = await ctx.tx
        .selectFrom('feed_file_part')
        .select('content')
        .where('file_id', '=', fileId)
        .where('place', '=', place)
        .executeTakeFirst();
      if (!part) return;
      const skip = Math.max(0, from - place * partBytes);
      yield skip > 0 ? part.content.subarray(skip) : part.content;
    }
  };

/** Destroys the bytes, sent-back rows and examples of files received before a moment whose reading is over; gives how many files. */
export async function destroyFilesBefore(ctx: Ctx, before: Date): Promise<number> {
  const due = await ctx.tx
    .selectFrom('feed_file as x')
    .select('x.id')
    .where('x.received_at', '<', before)
    .where('x.destroyed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('feed_run as r')
            .select('r.id')
            .whereRef('r.file_id', '=', 'x.id')
            .where('r.state', '=', 'running')
            .where('r.asked_at', '>', before),
        ),
      ),
    )
    .limit(200)
    .execute();
  const ids = due.map((file) => file.id);
  if (ids.length === 0) return 0;
  const runs = ctx.tx.selectFrom('feed_run').select('id').where('file_id', 'in', ids);
  await ctx.tx.deleteFrom('feed_reject').where('run_id', 'in', runs).execute();
  await ctx.tx.deleteFrom('feed_sample').where('run_id', 'in', runs).execute();
  await ctx.tx.deleteFrom('feed_file_part').where('file_id', 'in', ids).execute();
  await ctx.tx.updateTable('feed_file').set({ destroyed_at: ctx.now }).where('id', 'in', ids).execute();
  return ids.length;
}

/** Days the bytes, sent-back rows and examples of a file are kept: the setting feed-file-days, else 30. */
export async function daysKept(ctx: Ctx): Promise<number> {
  const row = await ctx.tx.selectFrom('setting').select('value').where('key', '=', 'feed-file-days').executeTakeFirst();
  return Number(row?.value ?? 30);
}
