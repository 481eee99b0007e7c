import type { FastifyRequest } from 'fastify';
import type { Typed, UploadedFile } from './route.ts';

/** Largest file taken (10 MB) and most files in one form. */
export const maxFileBytes = 10 * 1024 * 1024;
export const maxFiles = 5;

/** Text as the database can hold it: without NUL, and with half a character (a lone surrogate) shown as the mark of one that was lost. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** Fields and files of a posted form, whichever way it was encoded. Empty file inputs are left out. A body that ends too soon or
 *  is not what it says is the browser's error (400), never ours. */
export async function readBody(request: FastifyRequest): Promise<{ typed: Typed; files: UploadedFile[] }> {
  if (!request.isMultipart()) return { typed: flat(request.body), files: [] };
  try {
    return await readParts(request);
  } catch (error) {
    throw Object.assign(new Error('unreadable form', { cause: error }), {
      statusCode: (error as { statusCode?: number }).statusCode ?? 400,
    });
  }
}

async function readParts(request: FastifyRequest): Promise<{ typed: Typed; files: UploadedFile[] }> {
  const typed = new Map<string, string | string[]>();
  const files: UploadedFile[] = [];
  for await (const part of request.parts({ limits: { fileSize: maxFileBytes, files: maxFiles, fields: 500, fieldSize: 200_000 } })) {
    if (part.type === 'field') {
      add(typed, part.fieldname, String(part.value));
    } else {
      const content = await part.toBuffer();
      if (part.filename && content.length > 0) files.push({ field: part.fieldname, name: storable(part.filename), content });
    }
  }
  return { typed: Object.fromEntries(typed), files };
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
