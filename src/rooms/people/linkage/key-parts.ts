import { cell, manyFamily, rowLength, type Columns } from './columns.ts';
import { hashText, mixed } from './radix.ts';

/** Takes the keys of one row. */
export type Sink = (key: number) => void;

/** Reads the parts keys are made of. */
export class Parts {
  readonly #columns: Columns;
  readonly #heard: Int32Array;
  readonly #other: Int32Array;
  readonly #start: Int32Array;
  readonly #outward: Int32Array;

  constructor(columns: Columns) {
    this.#columns = columns;
    const { words, codes } = columns;
    const many = words.words.length;
    this.#heard = new Int32Array(many);
    this.#other = new Int32Array(many);
    this.#start = new Int32Array(many);
    for (let word = 0; word < many; word++) {
      const [heard, other] = words.skeletons(word);
      this.#heard[word] = hashText(heard);
      this.#other[word] = other === null || other === heard ? 0 : hashText(other);
      this.#start[word] = hashText(words.words[word]!.slice(0, 3));
    }
    this.#outward = Int32Array.from(codes.words, (code) => hashText(code.length >= 5 ? code.slice(0, -3) : code.slice(0, 2)));
  }

  at(row: number, where: number): number {
    return this.#columns.cells[row * rowLength + where]!;
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
