import type { FastifyRequest } from 'fastify';
import { drop, spool } from '../files/spool.ts';
import type { Typed, UploadedFile } from './route.ts';

/** Largest file taken (10 MB) and most files in one form. */
export const maxFileBytes = 10 * 1024 * 1024;
export const maxFiles = 5;

/** Text as the database can hold it: without NUL, and with half a character (a lone surrogate) shown as the mark of one that was lost. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** Fields and files of a posted form, whichever way it was encoded. Empty file inputs are left out. A body that ends too soon or
 *  is not what it says is the browser's error (400), never ours. */
export async function readBody(request: FastifyRequest, largeFileBytes = 0): Promise<{ typed: Typed; files: UploadedFile[] }> {
  if (!request.isMultipart()) return { typed: flat(request.body), files: [] };
  const files: UploadedFile[] = [];
  try {
    return { typed: await readParts(request, files, largeFileBytes), files };
  } catch (error) {
    await dropFiles(files);
    throw Object.assign(new Error('unreadable form', { cause: error }), {
      statusCode: (error as { statusCode?: number }).statusCode ?? 400,
      limitBytes: largeFileBytes || maxFileBytes,
    });
  }
}

/** Takes large files off the disk when their request is over. */
export async function dropFiles(files: readonly UploadedFile[]): Promise<void> {
  for (const { spooled } of files) if (spooled) await drop(spooled);
}

async function readParts(request: FastifyRequest, files: UploadedFile[], largeFileBytes: number): Promise<Typed> {
  const typed = new Map<string, string | string[]>();
  // One byte more than may be, so that it is the spool that says what is too large.
  const fileSize = largeFileBytes > 0 ? largeFileBytes + 1 : maxFileBytes;
  const limits = { fileSize, files: largeFileBytes > 0 ? 1 : maxFiles, fields: 500, fieldSize: 200_000 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      add(typed, part.fieldname, String(part.value));
    } else if (largeFileBytes > 0) {
      const spooled = await spool(part.file, largeFileBytes);
      if (part.filename && spooled.sizeBytes > 0)
        files.push({ field: part.fieldname, name: storable(part.filename), content: Buffer.alloc(0), spooled });
      else await drop(spooled);
    } else {
      const content = await part.toBuffer();
      if (part.filename && content.length > 0) files.push({ field: part.fieldname, name: storable(part.filename), content });
    }
  }
  return Object.fromEntries(typed);
}

function add(typed: Map<string, string | string[]>, name: string, value: string): void {
  const before = typed.get(storable(name));
  typed.set(storable(name), before === undefined ? storable(value) : [before, storable(value)].flat());
}

function flat(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  const entries = Object.entries(body).filter(([, value]) => typeof value === 'string' || Array.isArray(value));
  return Object.fromEntries(
    entries.map(([name, value]) => [
      storable(name),
      Array.isArray(value) ? value.map((one) => storable(String(one))) : storable(String(value)),
    ]),
  );
}

/** The first value of a field the platform itself reads. */
export function single(typed: Typed, name: string): string {
  const value = typed[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
}
