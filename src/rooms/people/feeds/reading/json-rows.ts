import type { BytesFrom, FileRow } from './file-rows.ts';
import { longestRow, UnreadableFile } from './file-shape.ts';

const code = { open: 0x7b, close: 0x7d, quote: 0x22, back: 0x5c } as const;

/** Rows of a JSON file from a byte on: objects one after another (NDJSON) or in one array. Told apart by their braces alone, so that one
 *  that is not JSON inside spoils no other. Names inside names are joined by a point: `address.postcode`. Throws UnreadableFile. */
export async function* jsonRows(bytes: BytesFrom, from: number): AsyncGenerator<FileRow> {
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let kept: Buffer[] = [];
  let length = 0;
  let place = from;
  for await (const piece of bytes(from)) {
    let start = depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      if (quoted) {
        if (escaped) escaped = false;
        else if (byte === code.back) escaped = true;
        else if (byte === code.quote) quoted = false;
      } else if (byte === code.quote && depth > 0) quoted = true;
      else if (byte === code.open) {
        if (depth === 0) start = at;
        depth += 1;
      } else if (byte === code.close && depth > 0) {
        depth -= 1;
        if (depth === 0) {
          yield objectRow(Buffer.concat([...kept, piece.subarray(start, at + 1)]).toString('utf8'), place + at + 1);
          [kept, length, start] = [[], 0, -1];
        }
      }
    }
    if (depth > 0) {
      kept.push(Buffer.from(piece.subarray(Math.max(start, 0))));
      length += piece.length;
      if (length > longestRow + 262_144) throw new UnreadableFile('A brace that is opened here is never closed');
    }
    place += piece.length;
  }
  if (depth > 0) throw new UnreadableFile('The last record is cut short');
}

function objectRow(text: string, nextByte: number): FileRow {
  const flat = new Map<string, string>();
  let broken: string | null = null;
  try {
    flatten(JSON.parse(text) as object, '', flat);
  } catch {
    broken = 'The record is not valid JSON';
  }
  return { nextByte, cells: [text], cellOf: (name) => flat.get(name), broken };
}

function flatten(value: object, before: string, into: Map<string, string>): void {
  for (const [name, one] of Object.entries(value)) {
    if (one === null || one === undefined) continue;
    if (typeof one === 'object') flatten(one as object, `${before}${name}.`, into);
    else into.set(`${before}${name}`, String(one).replaceAll('\u0000', ''));
  }
}
