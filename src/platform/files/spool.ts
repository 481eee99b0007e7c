import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A large file on its way into the database: on disk for the length of one request, readable by this process's user alone. */
export interface Spooled {
  path: string;
  sizeBytes: number;
  sha256: string;
}

/** Thrown when a stream is longer than may be. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly statusCode = 413;
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super('too large');
    this.limitBytes = limitBytes;
  }
}

const folder = (): string => join(process.env['SPOOL_DIR'] ?? tmpdir(), 'goldthread-spool');
const forgottenAfterMs = 3_600_000;

/** Writes a stream to disk as it comes, at most `maxBytes` of it. Throws TooLarge; then, or when the stream breaks, nothing is left. */
export async function spool(stream: Readable, maxBytes: number): Promise<Spooled> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await dropForgotten();
  const path = join(folder(), randomUUID());
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sizeBytes += piece.length;
      if (sizeBytes > maxBytes) throw new TooLarge(maxBytes);
      hash.update(piece);
      await file.write(piece);
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { path, sizeBytes, sha256: hash.digest('hex') };
}

/** Takes the file off the disk. */
export const drop = (spooled: Spooled): Promise<void> => rm(spooled.path, { force: true });

/** The first bytes, or all of a shorter file. */
export async function headOf(spooled: Spooled, bytes: number): Promise<Buffer> {
  const file = await open(spooled.path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes in pieces of one size; the last may be shorter. */
export async function* piecesOf(spooled: Spooled, size: number): AsyncGenerator<Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(spooled.path, { highWaterMark: size }) as AsyncIterable<Buffer>) {
    kept = kept.length > 0 ? Buffer.concat([kept, piece]) : piece;
    for (; kept.length >= size; kept = kept.subarray(size)) yield kept.subarray(0, size);
  }
  if (kept.length > 0) yield kept;
}

/** What a process that was killed left behind goes with the next file after an hour. */
async function dropForgotten(): Promise<void> {
  for (const name of await readdir(folder())) {
    const path = join(folder(), name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > forgottenAfterMs) await rm(path, { force: true });
  }
}
