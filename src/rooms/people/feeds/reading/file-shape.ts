import { parse } from 'csv-parse/sync';
import { fromWindows1252 } from './windows-1252.ts';

/** How a file is written, as found in its first bytes. */
export interface FileShape {
  encoding: 'utf-8' | 'windows-1252';
  /** Null for JSON. */
  delimiter: string | null;
  /** Its columns; for JSON the names in the first object. */
  heading: readonly string[];
  /** Where its first row begins. */
  firstByte: number;
}

/** Thrown when a file cannot be read at all, in words for its sender. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const delimiters = [',', ';', '\t', '|'] as const;
/** Longest row taken, in bytes: a quote that is never closed must not swallow the file. */
export const longestRow = 100_000;

/** Looks at the first bytes of a file (128 KB will do) and says how it is written. Throws UnreadableFile. */
export function shapeOf(head: Buffer, format: 'csv' | 'json', whole: boolean): FileShape {
  refuseOtherKinds(head);
  const bom = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const body = head.subarray(bom);
  const encoding = bom > 0 || isUtf8(body, whole) ? 'utf-8' : 'windows-1252';
  if (format === 'json') {
    if (encoding !== 'utf-8') throw new UnreadableFile('JSON is written in UTF-8; this file is not');
    return { encoding, delimiter: null, heading: [], firstByte: bom };
  }
  const text = encoding === 'utf-8' ? body.toString('utf8') : fromWindows1252(body.toString('latin1'));
  const delimiter = delimiterOf(firstLine(text));
  const { heading, bytes } = headingOf(body, delimiter, encoding);
  return { encoding, delimiter, heading, firstByte: bom + bytes };
}

function refuseOtherKinds(head: Buffer): void {
  if (head.length === 0) throw new UnreadableFile('The file is empty');
  if (head.subarray(0, 2).toString('latin1') === 'PK')
    throw new UnreadableFile('This is a workbook or a zip file. Save the sheet as “CSV UTF-8” and send that');
  if (head[0] === 0xd0 && head[1] === 0xcf)
    throw new UnreadableFile('This is an old workbook. Save the sheet as “CSV UTF-8” and send that');
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    throw new UnreadableFile('This file is written in UTF-16. Save it as “CSV UTF-8” and send that');
  if (head.includes(0)) throw new UnreadableFile('This is not a text file');
}

/** True when the bytes are UTF-8; a character cut in two at the end of the piece looked at is forgiven. */
function isUtf8(bytes: Buffer, whole: boolean): boolean {
  for (let cut = 0; cut <= (whole ? 0 : 3); cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
      return true;
    } catch {
      // not yet: perhaps only the last character is cut
    }
  }
  return false;
}

/** The first line outside quotes. */
function firstLine(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at);
  }
  return text;
}

function delimiterOf(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function headingOf(body: Buffer, delimiter: string, encoding: FileShape['encoding']): { heading: string[]; bytes: number } {
  const options = { delimiter, info: true, to: 1, relax_quotes: true, relax_column_count: true, max_record_size: longestRow } as const;
  try {
    const first = (
      parse(body, { ...options, encoding: encoding === 'utf-8' ? 'utf8' : 'latin1' }) as unknown as {
        info: { bytes: number };
        record: string[];
      }[]
    )[0];
    const cells = (first?.record ?? []).map((cell) => (encoding === 'utf-8' ? cell : fromWindows1252(cell)).trim());
    if (cells.filter(Boolean).length === 0) throw new UnreadableFile('The first line has no column names');
    const double = cells.find((name, at) => name !== '' && cells.indexOf(name) !== at);
    if (double) throw new UnreadableFile(`Two columns are called “${double}”`);
    return { heading: cells, bytes: first?.info.bytes ?? 0 };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('The first line cannot be read as column names');
  }
}
