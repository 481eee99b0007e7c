import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of `db/migrations`. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
/** A migration the database says it has. */
export type Applied = { readonly name: string; readonly checksum: string };

const nameShape = /^\d{4}_[a-z0-9_]+\.sql$/;
/** Each file is one transaction of ours; one that ends it itself would leave half a change behind. */
const endsTransaction = /^\s*(begin|commit|rollback)\s*(transaction|work)?\s*;/im;

async function readOne(folder: string, name: string): Promise<Migration> {
  if (!nameShape.test(name)) throw new Error(`${name}: a migration is named NNNN_name.sql, in lower case.`);
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  if (endsTransaction.test(sql)) throw new Error(`${name}: a migration runs in one transaction and may not begin or end one itself.`);
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** Reads a folder of migrations in order. Throws on a wrong name, a number used twice, or a file with its own transaction. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    if (next?.slice(0, 4) === name.slice(0, 4)) throw new Error(`${name} and ${next} have the same number.`);
  }
  return await Promise.all(names.map((name) => readOne(folder, name)));
}

/**
 * Says in words why the files do not continue what the database already has; null when they do. A database that has
 * later migrations than the files is accepted: an older program may run beside a newer one during a deploy.
 */
export function changedHistory(files: readonly Migration[], applied: readonly Applied[]): string | null {
  const last = applied.at(-1)?.name ?? '';
  const had = new Map(applied.map((one) => [one.name, one.checksum]));
  for (const file of files) {
    const checksum = had.get(file.name);
    if (checksum === undefined && file.name < last) {
      return `${file.name} was never run here, but the later ${last} was. Migrations go forward only: give it a number after ${last}.`;
    }
    if (checksum !== undefined && checksum !== file.checksum) {
      return `${file.name} has changed since it was run here. A migration is never edited after it has run: put the file back as it was and write a new one.`;
    }
  }
  const newest = files.at(-1)?.name ?? '';
  const missing = applied.find((one) => one.name < newest && !files.some((file) => file.name === one.name));
  return missing === undefined ? null : `${missing.name} was run here and its file is gone. Put it back: history is never rewritten.`;
}
