import type { FastifyRequest } from 'fastify';
import type { Typed, UploadedFile } from './route.ts';

/** Largest file taken (10 MB) and most files in one form. */
export const maxFileBytes = 10 * 1024 * 1024;
export const maxFiles = 5;

/** Fields and files of a posted form, whichever way it was encoded. Empty file inputs are left out. */
export async function readBody(request: FastifyRequest): Promise<{ typed: Typed; files: UploadedFile[] }> {
  if (!request.isMultipart()) return { typed: flat(request.body), files: [] };
  const typed: Record<string, string | string[]> = {};
  const files: UploadedFile[] = [];
  for await (const part of request.parts({ limits: { fileSize: maxFileBytes, files: maxFiles, fields: 500, fieldSize: 200_000 } })) {
    if (part.type === 'field') {
      add(typed, part.fieldname, String(part.value));
    } else {
      const content = await part.toBuffer();
      if (part.filename && content.length > 0) files.push({ field: part.fieldname, name: part.filename, content });
    }
  }
  return { typed, files };
}

function add(typed: Record<string, string | string[]>, name: string, value: string): void {
  const before = typed[name];
  typed[name] = before === undefined ? value : [before, value].flat();
}

function flat(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  const entries = Object.entries(body).filter(([, value]) => typeof value === 'string' || Array.isArray(value));
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]));
}

/** The first value of a field the platform itself reads. */
export function single(typed: Typed, name: string): string {
  const value = typed[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
}
