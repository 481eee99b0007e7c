import { closeSync, openSync, readSync } from 'node:fs';

/** A file that is no CSV as we read it; `line` counts from 1, the heading included. */
export class CsvFault extends Error {
  readonly line: number;
  constructor(line: number, words: string) {
    super(`Line ${line}: ${words}`);
    this.line = line;
  }
}

const chunkBytes = 4 * 1024 * 1024;

/** Fields of one record that holds quotes. Undefined when a quote is still open at its end. */
function quotedFields(text: string): string[] | undefined {
  const fields: string[] = [];
  for (let at = 0; ;) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (text[at] === '"') {
      let field = '';
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        if (end < 0) return undefined;
        field += text.slice(from, end);
        from = end + 1;
        if (text[from] !== '"') break;
        field += '"';
        from++;
      }
      const comma = text.indexOf(',', from);
      fields.push(field);
      if (comma < 0) return fields;
      at = comma + 1;
    } else {
      const comma = text.indexOf(',', at);
      fields.push((comma < 0 ? text.slice(at) : text.slice(at, comma)).trim());
      if (comma < 0) return fields;
      at = comma + 1;
    }
  }
}

/** UTF-8 that was read a character a byte; most lines hold none that need it. */
const decoded = (line: string): string => (/[\x80-\xff]/.test(line) ? Buffer.from(line, 'latin1').toString('utf8') : line);

/** Hands every record of a text to `take`, the text being given piece by piece, a character a byte; spaces about a field are not part of it. */
export class CsvReader {
  #rest = '';
  #open = '';
  #line = 0;
  #openedAt = 0;
  readonly #take: (fields: string[], line: number) => void;

  constructor(take: (fields: string[], line: number) => void) {
    this.#take = take;
  }

  feed(piece: string): void {
    const text = this.#rest + piece;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#takeLine(text.slice(from, text[end - 1] === '\r' ? end - 1 : end));
      from = end + 1;
    }
    this.#rest = text.slice(from);
  }

  end(): void {
    if (this.#rest !== '') this.#takeLine(this.#rest.replace(/\r$/, ''));
    if (this.#open !== '') throw new CsvFault(this.#openedAt, 'a quotation mark is opened and never closed');
  }

  #takeLine(bytes: string): void {
    this.#line++;
    const line = decoded(bytes);
    if (this.#open !== '') {
      this.#tryQuoted(`${this.#open}\n${line}`);
    } else if (line.includes('"')) {
      this.#openedAt = this.#line;
      this.#tryQuoted(line);
    } else if (line !== '' && line.trim() !== '') {
      const fields = line.split(',');
      for (let k = 0; k < fields.length; k++) {
        const field = fields[k]!;
        if (field !== '' && (field.charCodeAt(0) <= 32 || field.charCodeAt(field.length - 1) <= 32)) fields[k] = field.trim();
      }
      this.#take(fields, this.#line);
    }
  }

  #tryQuoted(text: string): void {
    const fields = quotedFields(text);
    this.#open = fields ? '' : text;
    if (!fields && text.length > 1_000_000) throw new CsvFault(this.#openedAt, 'a quotation mark is opened and never closed');
    if (fields) this.#take(fields, this.#openedAt);
  }
}

/** Where the text of a file begins: behind its byte order mark, when there is one. */
export const textStart = (beginning: Uint8Array): number =>
  beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf ? 3 : 0;

/**
 * Reads a CSV file record by record without holding it: quoted fields (RFC 4180), CRLF or LF, a byte order mark, spaces after commas,
 * blank lines passed over. The first record is the heading.
 * @throws CsvFault; the errors of the file system.
 */
export function readCsv(path: string, take: (fields: string[], line: number) => void): void {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const reader = new CsvReader(take);
    let first = true;
    for (let many = readSync(file, buffer); many > 0; many = readSync(file, buffer)) {
      reader.feed(buffer.toString('latin1', first ? textStart(buffer.subarray(0, many)) : 0, many));
      first = false;
    }
    reader.end();
  } finally {
    closeSync(file);
  }
}

/** A field as CSV writes it. */
export const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
