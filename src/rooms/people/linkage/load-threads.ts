import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cell, Columns, rowLength } from './columns.ts';
import { CsvFault, readCsv } from './csv.ts';
import { arranged, loadRecords, type Loaded } from './load.ts';
import type { Piece, ReadingWork } from './load-thread.ts';
import { readMap } from './map.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Bytes a thread reads at a time; from two pieces on, threads share the reading. */
const usualPiece = 4 << 20;

/** Cells that hold words, and cells that hold codes. */
const wordCells = Array.from({ length: cell.born }, (_, k) => k).concat(
  Array.from({ length: cell.town - cell.street + 1 }, (_, k) => cell.street + k),
);
const codeCells = [cell.postcode, cell.house, cell.phone, cell.email, cell.nhsNumber, cell.upn, cell.source, cell.localPart];

/** Where pieces of a file of lines begin, with the file's end. Null where it is no ordinary file, or too small to be worth it. */
function cutsOf(path: string, pieceBytes: number): number[] | null {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size < 2 * pieceBytes) return null;
    const cuts = [0];
    const window = Buffer.allocUnsafe(1 << 16);
    for (let at = pieceBytes; at < stat.size;) {
      const many = readSync(file, window, 0, window.length, at);
      if (many === 0) break;
      const end = window.subarray(0, many).indexOf(10);
      at += end < 0 ? many : end + 1;
      if (end < 0 || at >= stat.size) continue;
      cuts.push(at);
      at += pieceBytes;
    }
    return [...cuts, stat.size];
  } finally {
    closeSync(file);
  }
}

class HeadingRead extends Error {
  readonly heading: readonly string[];
  constructor(heading: readonly string[]) {
    super('the heading is read');
    this.heading = heading;
  }
}

/** The heading of a file, or null where it or the map is wrong. */
function headingOf(path: string, map: unknown): readonly string[] | null {
  try {
    readCsv(path, (fields) => {
      throw new HeadingRead(fields);
    });
  } catch (found) {
    if (found instanceof HeadingRead) return 'problems' in readMap(map, found.heading) ? null : found.heading;
    if (!(found instanceof CsvFault)) throw found;
  }
  return null;
}

/** Numbers a thread's words as a single reader would have: pieces come in the file's turn, and new words of each in turn. */
class Merger {
  readonly columns: Columns;
  readonly ids: string[] = [];
  unreadDates = 0;
  readonly #seen = new Set<string>();
  readonly #numbers: { words: number[]; codes: number[] }[];

  constructor(threads: number, rows: number) {
    this.columns = new Columns(rows);
    this.#numbers = Array.from({ length: threads }, () => ({ words: [], codes: [] }));
  }

  /** Takes the next piece; false when an id has been met before. */
  add(thread: number, read: NonNullable<Piece['read']>): boolean {
    const { columns } = this;
    const numbers = this.#numbers[thread]!;
    const learn = (known: number[], all: Vocabulary, news: readonly string[]): void => {
      for (const text of news) known.push(all.number(text));
    };
    learn(numbers.words, columns.words, read.words);
    learn(numbers.codes, columns.codes, read.codes);
    for (const id of read.ids) {
      this.#seen.add(id);
      this.ids.push(id);
    }
    this.unreadDates += read.unreadDates;
    columns.reserve(columns.count + read.ids.length);
    this.#renumber(read.cells, wordCells, numbers.words);
    this.#renumber(read.cells, codeCells, numbers.codes);
    columns.cells.set(read.cells, columns.count * rowLength);
    columns.count += read.ids.length;
    return this.#seen.size === this.ids.length;
  }

  #renumber(cells: Int32Array, places: readonly number[], numbers: readonly number[]): void {
    for (let row = 0; row < cells.length; row += rowLength)
      for (let k = 0; k < places.length; k++) {
        const at = row + places[k]!;
        if (cells[at]! >= 0) cells[at] = numbers[cells[at]!]!;
      }
  }
}

/** Has threads read the pieces and merges them in the file's turn. Null when anything is wrong with the file. */
async function merged(work: ReadingWork, threads: number, progress: (records: number) => void): Promise<Merger | null> {
  const merger = new Merger(threads, 1 << 16);
  const waiting = new Map<number, { thread: number; read: NonNullable<Piece['read']> }>();
  let turn = 0;
  const take = (thread: number, { piece, read }: Piece): boolean => {
    if (!read) return false;
    waiting.set(piece, { thread, read });
    for (let next = waiting.get(turn); next; next = waiting.get(turn)) {
      waiting.delete(turn++);
      if (!merger.add(next.thread, next.read)) return false;
    }
    progress(merger.ids.length);
    return true;
  };
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL(`./load-thread${extname(import.meta.url)}`, import.meta.url), { workerData: work }),
  );
  let stop: (fine: false) => void = () => undefined;
  const wrong = new Promise<false>((done) => (stop = done));
  const readers = workers.map(async (worker, thread) => {
    worker.on('message', (piece: Piece) => take(thread, piece) || stop(false));
    await once(worker, 'exit');
    return true;
  });
  try {
    return (await Promise.race([wrong, Promise.all(readers)])) ? merger : null;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * As `loadRecords`, large files being read by several threads; what is read is the same. Where a piece holds anything wrong, or a quoted
 * field goes over the end of one, the file is read again from the top by one reader, which tells the problems by line.
 */
export async function loadInThreads(
  path: string,
  map: unknown,
  threads: number,
  progress: (records: number) => void,
  pieceBytes = usualPiece,
): Promise<Loaded> {
  const cuts = threads < 2 ? null : cutsOf(path, pieceBytes);
  const heading = cuts && headingOf(path, map);
  if (!cuts || !heading) return loadRecords(path, map, progress);
  const work = { path, map, heading, cuts, cursor: new Int32Array(new SharedArrayBuffer(4)) };
  const merger = await merged(work, Math.min(threads, cuts.length - 1), progress);
  if (!merger || merger.ids.length === 0) return loadRecords(path, map, progress);
  return arranged(merger.columns, merger.ids, merger.unreadDates);
}
