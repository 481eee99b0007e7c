import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { headOf, piecesOf, type Spooled } from '../../../../platform/files/spool.ts';
import { knownColumns, mustHave } from './columns.ts';

/** Longest row taken, in bytes: a quote that is never closed must not swallow the file. */
const longestRow = 200_000;

/** Thrown when a file cannot be read at all, in words for its sender. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

export interface CsvRow {
  number: number;
  cells: string[];
  cell: (column: string) => string;
  /** What is wrong with the row as a row; null when nothing is. */
  broken: string | null;
}

/** Rows of a spooled file one after another, never whole in memory; the first result is the heading. UTF-8, or Windows-1252 where it is not.
 *  Cells written with an apostrophe so that no spreadsheet takes them for a formula are what they were before. Throws UnreadableFile. */
export async function* csvRows(file: Spooled): AsyncGenerator<CsvRow, void> {
  const { encoding, delimiter } = await shapeOf(file);
  const parser = Readable.from(decoded(file, encoding)).pipe(
    parse({ delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, max_record_size: longestRow }),
  );
  let heading: string[] | null = null;
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (!heading) {
        heading = headingOf(record);
        yield { number: 0, cells: heading, cell: () => '', broken: null };
        continue;
      }
      if (record.every((cell) => cell.trim() === '')) continue;
      number += 1;
      yield rowOf(number, record, heading);
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('CSV_')
      ? new UnreadableFile(`The file cannot be read on after row ${number}: a quote may never be closed`)
      : error;
  } finally {
    parser.destroy();
  }
  if (!heading) throw new UnreadableFile('The file is empty');
}

function rowOf(number: number, record: string[], heading: readonly string[]): CsvRow {
  const cells = record.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell).replaceAll('\u0000', ''));
  const places = new Map(heading.map((name, at) => [name, at]));
  const broken = cells.length === heading.length ? null : `The row has ${cells.length} cells where the heading has ${heading.length}`;
  return { number, cells, cell: (column) => cells[places.get(column) ?? -1] ?? '', broken };
}

/** What is told beside a row that was sent back; a corrected file may keep it. */
export const reasonColumn = 'Why it was sent back';

function headingOf(record: readonly string[]): string[] {
  const heading = record.map((name) => name.trim());
  const double = heading.find((name, at) => name !== '' && heading.indexOf(name) !== at);
  if (double) throw new UnreadableFile(`Two columns are called “${double}”`);
  const missing = mustHave.filter((name) => !heading.includes(name));
  if (missing.length > 0) throw new UnreadableFile(`The first line must name the column ${missing.join(' and ')}`);
  const strange = heading.filter((name) => name !== '' && name !== reasonColumn && name !== 'Row' && !knownColumns.includes(name));
  if (strange.length > 0)
    throw new UnreadableFile(`These columns are not known: ${strange.slice(0, 5).join(', ')}. Use the template's names`);
  return heading;
}

async function shapeOf(file: Spooled): Promise<{ encoding: 'utf-8' | 'windows-1252'; delimiter: string }> {
  const head = await headOf(file, 65_536);
  if (head.subarray(0, 2).toString('latin1') === 'PK')
    throw new UnreadableFile('This is a workbook. Save the sheet as “CSV UTF-8” and send that');
  if (head.includes(0)) throw new UnreadableFile('This is not a text file. Save the sheet as “CSV UTF-8” and send that');
  const line = head.toString('latin1').split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string): number => line.split(mark).length;
  const delimiter = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  return { encoding: (await isUtf8(file)) ? 'utf-8' : 'windows-1252', delimiter };
}

async function isUtf8(file: Spooled): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of piecesOf(file, 65_536)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

async function* decoded(file: Spooled, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of piecesOf(file, 65_536)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
