import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { rowLength } from './columns.ts';
import { CsvFault, CsvReader, textStart } from './csv.ts';
import { readMap, type ColumnMap } from './map.ts';
import { RowWriter } from './row-writer.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a reading thread is given. */
export interface ReadingWork {
  path: string;
  map: unknown;
  heading: readonly string[];
  /** Where each piece of the file begins, and the file's end: each piece begins a line. */
  cuts: readonly number[];
  /** The next piece nobody has taken. */
  cursor: Int32Array;
}

/** One piece of the file, read. Null parts: something in it is wrong, or a quoted field goes on behind its end. */
export interface Piece {
  piece: number;
  read: {
    ids: string[];
    /** Rows of numbers; words and codes are numbered as this thread met them. */
    cells: Int32Array<ArrayBuffer>;
    /** Words and codes this thread met here first, in turn. */
    words: string[];
    codes: string[];
    unreadDates: number;
  } | null;
}

/** Reads pieces with one memory of what each text came to. */
class PieceReader {
  readonly #file: number;
  readonly #map: ColumnMap;
  readonly #cuts: readonly number[];
  readonly #width: number;
  readonly #words = new Vocabulary();
  readonly #codes = new Vocabulary();
  readonly #writer: RowWriter;

  constructor(work: ReadingWork) {
    const read = readMap(work.map, work.heading);
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    this.#map = read.map;
    this.#cuts = work.cuts;
    this.#width = work.heading.length;
    this.#writer = new RowWriter(read.map, this.#words, this.#codes);
    this.#file = openSync(work.path, 'r');
  }

  close(): void {
    closeSync(this.#file);
  }

  #bytes(piece: number): Buffer {
    const [from, to] = [this.#cuts[piece]!, this.#cuts[piece + 1]!];
    const buffer = Buffer.allocUnsafe(to - from);
    let have = 0;
    while (have < buffer.length) {
      const many = readSync(this.#file, buffer, have, buffer.length - have, from + have);
      if (many === 0) break;
      have += many;
    }
    return buffer.subarray(0, have);
  }

  read(piece: number): Piece {
    const bytes = this.#bytes(piece);
    const before = { words: this.#words.words.length, codes: this.#codes.words.length, unread: this.#writer.unreadDates };
    const ids: string[] = [];
    let cells = new Int32Array(rowLength << 14);
    let heading = piece === 0;
    let wrong = false;
    const take = (fields: string[]): void => {
      if (heading) return void (heading = false);
      const id = fields[this.#map.id] ?? '';
      wrong ||= fields.length !== this.#width || id === '';
      if ((ids.length + 1) * rowLength > cells.length) {
        const wider = new Int32Array(cells.length * 2);
        wider.set(cells);
        cells = wider;
      }
      this.#writer.write(fields, cells, ids.length * rowLength);
      ids.push(id);
    };
    try {
      const reader = new CsvReader(take);
      reader.feed(bytes.toString('latin1', piece === 0 ? textStart(bytes) : 0));
      reader.end();
    } catch (fault) {
      if (!(fault instanceof CsvFault)) throw fault;
      wrong = true;
    }
    if (wrong) return { piece, read: null };
    const unreadDates = this.#writer.unreadDates - before.unread;
    const [words, codes] = [this.#words.words.slice(before.words), this.#codes.words.slice(before.codes)];
    return { piece, read: { ids, cells: cells.slice(0, ids.length * rowLength), words, codes, unreadDates } };
  }
}

if (parentPort) {
  const work = workerData as ReadingWork;
  const reader = new PieceReader(work);
  for (let piece = Atomics.add(work.cursor, 0, 1); piece < work.cuts.length - 1; piece = Atomics.add(work.cursor, 0, 1)) {
    const answer = reader.read(piece);
    parentPort.postMessage(answer, answer.read ? [answer.read.cells.buffer] : []);
    if (!answer.read) break;
  }
  reader.close();
}
