import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { BytesFrom, FileRow } from './file-rows.ts';
import { longestRow, UnreadableFile, type FileShape } from './file-shape.ts';
import { fromWindows1252 } from './windows-1252.ts';

interface Parsed {
  info: { bytes: number };
  record: string[];
}

/** A cell that was written so that no spreadsheet takes it for a formula (see reject-file.ts) is what it was before. */
const asMeant = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Rows of a CSV file from a byte on (RFC 4180: quotes, quoted line ends; empty lines are passed over). Throws UnreadableFile. */
export async function* csvRows(shape: FileShape & { delimiter: string }, bytes: BytesFrom, from: number): AsyncGenerator<FileRow> {
  const latin = shape.encoding === 'windows-1252';
  const places = new Map(shape.heading.map((name, at) => [name, at]));
  const source = Readable.from(bytes(from), { objectMode: false });
  const parser = source.pipe(
    parse({
      delimiter: shape.delimiter,
      info: true,
      encoding: latin ? 'latin1' : 'utf8',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
    }),
  );
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { info, record } of parser as AsyncIterable<Parsed>) {
      const cells = record.map((cell) => asMeant((latin ? fromWindows1252(cell) : cell).replaceAll('\u0000', '')));
      if (cells.every((cell) => cell.trim() === '')) continue;
      yield {
        nextByte: from + info.bytes,
        cells,
        cellOf: (column) => cells[places.get(column) ?? -1],
        broken:
          cells.length === shape.heading.length ? null : `The row has ${cells.length} cells where the heading has ${shape.heading.length}`,
      };
    }
  } catch (error) {
    throw unreadable(error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function unreadable(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile('A quote that is opened here is never closed, so that the rest of the file cannot be told apart');
  return code.startsWith('CSV_') ? new UnreadableFile('The file cannot be read on from here') : error;
}
