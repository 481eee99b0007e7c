import { cell, manyFamily, rowLength, type Columns } from './columns.ts';
import { hashText, mixed } from './radix.ts';

/** Takes the keys of one row. */
export type Sink = (key: number) => void;

/** What keys are made of, by number of the word or code; shared between threads. */
export interface PartTables {
  heard: Int32Array;
  /** As Somali is written; 0 where that is no different. */
  other: Int32Array;
  start: Int32Array;
  outward: Int32Array;
}

const shared = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4));

/** Works out the parts of every word and code of a set of records. */
export function partTables({ words, codes }: Columns): PartTables {
  const many = words.words.length;
  const [heard, other, start] = [shared(many), shared(many), shared(many)];
  for (let word = 0; word < many; word++) {
    const [plain, somali] = words.skeletons(word);
    heard[word] = hashText(plain);
    other[word] = somali === null || somali === plain ? 0 : hashText(somali);
    start[word] = hashText(words.words[word]!.slice(0, 3));
  }
  const outward = shared(codes.words.length);
  codes.words.forEach((code, at) => (outward[at] = hashText(code.length >= 5 ? code.slice(0, -3) : code.slice(0, 2))));
  return { heard, other, start, outward };
}

/** Reads the parts keys are made of. */
export class Parts {
  readonly #cells: Int32Array;
  readonly #heard: Int32Array;
  readonly #other: Int32Array;
  readonly #start: Int32Array;
  readonly #outward: Int32Array;

  constructor(cells: Int32Array, tables: PartTables) {
    this.#cells = cells;
    this.#heard = tables.heard;
    this.#other = tables.other;
    this.#start = tables.start;
    this.#outward = tables.outward;
  }

  at(row: number, where: number): number {
    return this.#cells[row * rowLength + where]!;
  }

  /** Skeletons of a word, the second for names as Somali is written. */
  heard(word: number, sink: Sink): void {
    if (word < 0) return;
    sink(this.#heard[word]!);
    if (this.#other[word] !== 0) sink(this.#other[word]!);
  }

  one(word: number): number {
    return this.#heard[word]!;
  }

  start(word: number): number {
    return this.#start[word]!;
  }

  outward(row: number): number {
    const postcode = this.at(row, cell.postcode);
    return postcode < 0 ? 0 : this.#outward[postcode]!;
  }

  /** Date of birth with day and month in order of size, so that a date changed about meets itself. */
  date(row: number): number {
    const born = this.at(row, cell.born);
    const [month, day] = [Math.floor(born / 100) % 100, born % 100];
    return Math.floor(born / 10000) * 10000 + Math.min(month, day) * 100 + Math.max(month, day);
  }

  /** Every given name up to the third and every family name. */
  names(row: number, take: (word: number) => void): void {
    for (let k = 0; k < 3 && this.at(row, cell.given + k) >= 0; k++) take(this.at(row, cell.given + k));
    for (let k = 0; k < manyFamily && this.at(row, cell.family + k) >= 0; k++) take(this.at(row, cell.family + k));
  }

  /** The first given name with each of the first two family names, order left out. */
  bothNames(row: number, part: (word: number) => number, take: (key: number) => void): void {
    const given = this.at(row, cell.given);
    if (given < 0) return;
    for (let k = 0; k < 2 && this.at(row, cell.family + k) >= 0; k++) {
      const [a, b] = [part(given), part(this.at(row, cell.family + k))];
      take(a < b ? mixed(a, b) : mixed(b, a));
    }
  }
}
