import type { FileShape } from './file-shape.ts';
import { csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';

/** A row as it stands in a file, before anything is read from it. */
export interface FileRow {
  /** Where the next row begins. */
  nextByte: number;
  /** The cells by the file's columns; for JSON one cell, the object as written. */
  cells: readonly string[];
  /** What stands under a name; undefined when the row has nothing of that name. */
  cellOf: (column: string) => string | undefined;
  /** Why the row cannot be read at all; null when it can. */
  broken: string | null;
}

/** The bytes of a file from a place on, piece by piece. */
export type BytesFrom = (byte: number) => AsyncIterable<Buffer>;

/** The rows of a file from a byte on, one by one; only what is asked for is fetched. Throws UnreadableFile where it cannot be read on. */
export function rowsOf(shape: FileShape, bytes: BytesFrom, from: number): AsyncGenerator<FileRow> {
  return shape.delimiter === null ? jsonRows(bytes, from) : csvRows({ ...shape, delimiter: shape.delimiter }, bytes, from);
}
