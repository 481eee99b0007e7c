import type { PreparedRecord } from './prepare.ts';
import { Vocabulary } from './vocabulary.ts';

/** Where each fact of a record stands in its row of numbers; -1 (0 for sex and date) where it is missing. */
export const cell = {
  given: 0,
  givenWhole: 5,
  family: 6,
  familyWhole: 10,
  born: 11,
  sex: 12,
  postcode: 13,
  house: 14,
  street: 15,
  streetWhole: 20,
  town: 21,
  phone: 22,
  email: 23,
  nhsNumber: 24,
  upn: 25,
  source: 26,
  flags: 27,
  localPart: 28,
  /** A thousand times the log share of people who bear both names, 0 when not counted. */
  together: 29,
} as const;

/** Numbers a record: two cache lines. */
export const rowLength = 32;
export const manyGiven = 5;
export const manyFamily = 4;
export const manyStreet = 5;
export const flag = { weak: 1, nameless: 2, plural: 4, compound: 8 } as const;

/** Records as rows of numbers. Words that are compared letter by letter are numbered in one vocabulary, codes (postcode, telephone, email) in another. */
export class Columns {
  cells: Int32Array;
  readonly words: Vocabulary;
  readonly codes: Vocabulary;
  count = 0;

  constructor(room: number, words = new Vocabulary(), codes = new Vocabulary()) {
    this.cells = new Int32Array(new SharedArrayBuffer(room * rowLength * 4));
    this.words = words;
    this.codes = codes;
  }

  /** Makes room for so many rows. */
  reserve(rows: number): void {
    if (rows * rowLength <= this.cells.length) return;
    const wider = new Int32Array(new SharedArrayBuffer(Math.max(Math.ceil(this.cells.length * 1.6), rows * rowLength) * 4));
    wider.set(this.cells);
    this.cells = wider;
  }

  /** Adds a record (or overwrites the one at `row`) and answers its row. */
  add(record: PreparedRecord, row = this.count): number {
    this.reserve(row + 1);
    const { cells, words, codes } = this;
    const at = row * rowLength;
    const list = (from: number, many: number, texts: readonly string[]): void => {
      for (let k = 0; k < many; k++) cells[at + from + k] = words.number(texts[k]);
    };
    list(cell.given, manyGiven, record.given);
    cells[at + cell.givenWhole] = words.number(record.givenWhole);
    list(cell.family, manyFamily, record.family);
    cells[at + cell.familyWhole] = words.number(record.familyWhole);
    cells[at + cell.born] = record.born;
    cells[at + cell.sex] = record.sex;
    cells[at + cell.postcode] = codes.number(record.postcode);
    cells[at + cell.house] = codes.number(record.house);
    list(cell.street, manyStreet, record.street);
    cells[at + cell.streetWhole] = words.number(record.streetWhole);
    cells[at + cell.town] = words.number(record.town);
    cells[at + cell.phone] = codes.number(record.phone);
    cells[at + cell.email] = codes.number(record.email);
    cells[at + cell.nhsNumber] = codes.number(record.nhsNumber);
    cells[at + cell.upn] = codes.number(record.upn);
    cells[at + cell.source] = codes.number(record.source);
    cells[at + cell.flags] =
      (record.weak ? flag.weak : 0) |
      (record.nameless ? flag.nameless : 0) |
      (record.plural ? flag.plural : 0) |
      (record.compound ? flag.compound : 0);
    cells[at + cell.localPart] = codes.number(record.email.split('@')[0]);
    cells[at + cell.together] = 0;
    if (row >= this.count) this.count = row + 1;
    return row;
  }
}
