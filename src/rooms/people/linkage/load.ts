import { Columns, cell, rowLength } from './columns.ts';
import { CsvFault, readCsv } from './csv.ts';
import { readMap, type ColumnMap } from './map.ts';
import { RowWriter } from './row-writer.ts';
import { hashText, inTurn, sortedBy } from './radix.ts';

/** The records of a file, in an order of their own (like names stand together, the order of the file left out). */
export interface Loaded {
  columns: Columns;
  /** Ids in the file's order. */
  ids: string[];
  /** For each row of the columns, its place in the file. */
  places: Int32Array;
  /** How many dates were written but could not be read. */
  unreadDates: number;
}

/** What is wrong with a file or its map; each problem is a sentence. */
export class InputFault extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const mostProblems = 20;

class Loader {
  readonly columns = new Columns(1 << 16);
  readonly ids: string[] = [];
  readonly problems: string[] = [];
  readonly #seen = new Map<string, number>();
  readonly #given: unknown;
  readonly #progress: (records: number) => void;
  #map: ColumnMap | undefined;
  #width = 0;
  #writer: RowWriter | undefined;

  constructor(given: unknown, progress: (records: number) => void) {
    this.#given = given;
    this.#progress = progress;
  }

  get unreadDates(): number {
    return this.#writer?.unreadDates ?? 0;
  }

  take(fields: string[], line: number): void {
    if (!this.#map || !this.#writer) return this.#takeHeading(fields);
    if (fields.length !== this.#width) this.#problem(`line ${line} has ${fields.length} fields where the heading has ${this.#width}`);
    const id = fields[this.#map.id] ?? '';
    if (id === '') this.#problem(`line ${line} has no id`);
    const before = this.#seen.get(id);
    if (before !== undefined && id !== '') this.#problem(`line ${line} has the id "${id}", which line ${before} has already`);
    this.#seen.set(id, line);
    if (this.problems.length > 0) return;
    this.ids.push(id);
    const { columns } = this;
    columns.reserve(columns.count + 1);
    this.#writer.write(fields, columns.cells, columns.count++ * rowLength);
    if (this.ids.length % 50_000 === 0) this.#progress(this.ids.length);
  }

  #takeHeading(fields: string[]): void {
    const read = readMap(this.#given, fields);
    if ('problems' in read) throw new InputFault(read.problems);
    this.#map = read.map;
    this.#writer = new RowWriter(read.map, this.columns.words, this.columns.codes);
    this.#width = fields.length;
  }

  #problem(words: string): void {
    if (this.problems.length < mostProblems) this.problems.push(words);
  }
}

/** Rows in an order that depends on what they hold alone: family name as heard, given name as heard, date of birth, id. */
function orderOf(columns: Columns, ids: readonly string[]): Int32Array {
  const { cells, words } = columns;
  const skeletons = new Map<string, number>();
  const heard = new Uint32Array(words.words.length + 1);
  const all = words.words.map((_, word) => words.heard(word));
  [...new Set(all)].toSorted().forEach((text, rank) => skeletons.set(text, rank + 1));
  all.forEach((text, word) => (heard[word + 1] = skeletons.get(text)!));
  const key = (of: (row: number) => number): Uint32Array => Uint32Array.from({ length: columns.count }, (_, row) => of(row * rowLength));
  let order = inTurn(columns.count);
  order = sortedBy(Uint32Array.from(ids, hashText), order);
  order = sortedBy(
    key((row) => cells[row + cell.born]!),
    order,
  );
  order = sortedBy(
    key((row) => heard[cells[row + cell.given]! + 1]!),
    order,
  );
  return sortedBy(
    key((row) => heard[cells[row + cell.family]! + 1]!),
    order,
  );
}

/** Rows put into their order. */
export function arranged(columns: Columns, ids: string[], unreadDates: number): Loaded {
  const places = orderOf(columns, ids);
  const { cells } = columns;
  const sorted = new Int32Array(new SharedArrayBuffer(columns.count * rowLength * 4));
  for (let row = 0, at = 0; row < columns.count; row++)
    for (let from = places[row]! * rowLength, end = from + rowLength; from < end; from++) sorted[at++] = cells[from]!;
  columns.cells = sorted;
  return { columns, ids, places, unreadDates };
}

/** Reads a file of records as its map says. @throws InputFault with every problem found (at most twenty of the rows'), CsvFault. */
export function loadRecords(path: string, map: unknown, progress: (records: number) => void): Loaded {
  const loader = new Loader(map, progress);
  try {
    readCsv(path, (fields, line) => loader.take(fields, line));
  } catch (fault) {
    if (fault instanceof CsvFault) throw new InputFault([...loader.problems, fault.message]);
    throw fault;
  }
  if (loader.problems.length > 0) throw new InputFault(loader.problems);
  if (loader.ids.length === 0) throw new InputFault(['the file holds no records under its heading']);
  return arranged(loader.columns, loader.ids, loader.unreadDates);
}
