import { cell, flag, manyFamily, manyGiven, manyStreet } from './columns.ts';
import type { LinkageField } from './linkage-record.ts';
import type { ColumnMap } from './map.ts';
import {
  readAddress,
  readEmail,
  readGiven,
  readNhsNumber,
  readPhone,
  readPostcode,
  readSex,
  readTown,
  readUpn,
  wordsOf,
} from './prepare.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text's number, worked out the first time the text is met. */
class Numbered {
  readonly #known = new Map<string, number>();
  readonly #read: (text: string) => number;

  constructor(read: (text: string) => number) {
    this.#read = read;
  }

  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const number = this.#read(text);
    this.#known.set(text, number);
    return number;
  }
}

/** Runs of numbers, one after another, each known by where it begins. */
class Runs {
  #numbers = new Int32Array(1 << 14);
  #many = 0;

  add(run: readonly number[]): number {
    const start = this.#many;
    if (start + run.length > this.#numbers.length) {
      const wider = new Int32Array(this.#numbers.length * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers.set(run, start);
    this.#many += run.length;
    return start;
  }

  copy(start: number, many: number, cells: Int32Array, at: number): void {
    for (let k = 0; k < many; k++) cells[at + k] = this.#numbers[start + k]!;
  }

  at(place: number): number {
    return this.#numbers[place]!;
  }
}

/**
 * Writes the fields of a row straight into a row of numbers, as `prepareWithDate` and `Columns.add` would. Most texts are read
 * once: what they came to is remembered. Words and codes are numbered in the order a reader from top to bottom meets them.
 */
export class RowWriter {
  unreadDates = 0;
  readonly #words: Vocabulary;
  readonly #codes: Vocabulary;
  readonly #places: Readonly<Partial<Record<LinkageField, readonly number[]>>>;
  readonly #runs = new Runs();
  readonly #given = new Map<string, Numbered>();
  readonly #family: Numbered;
  readonly #address: Numbered;
  readonly #town: Numbered;
  readonly #postcode: Numbered;
  readonly #nhsNumber: Numbered;
  readonly #upn: Numbered;
  readonly #source: Numbered;
  readonly #born: Numbered;
  readonly #sex = new Numbered(readSex);
  /** For each number of an email, that of what stands before its @ and one more; 0 before it is asked for. */
  #localParts = new Int32Array(1 << 16);

  constructor(map: ColumnMap, words: Vocabulary, codes: Vocabulary) {
    this.#words = words;
    this.#codes = codes;
    this.#places = map.fields;
    const coded = (read: (text: string) => string): Numbered => new Numbered((text) => codes.number(read(text)));
    this.#family = new Numbered((text) => {
      const family = wordsOf(text);
      return this.#runs.add([...this.#numbers(family, manyFamily), words.number(family.join(''))]);
    });
    this.#address = new Numbered((text) => {
      const { house, street, whole } = readAddress(text);
      return this.#runs.add([codes.number(house), ...this.#numbers(street, manyStreet), words.number(whole)]);
    });
    this.#town = new Numbered((text) => words.number(readTown(text)));
    this.#postcode = coded(readPostcode);
    this.#nhsNumber = coded(readNhsNumber);
    this.#upn = coded(readUpn);
    this.#source = coded((text) => text);
    this.#born = new Numbered(map.readDate);
  }

  #numbers(texts: readonly string[], many: number): number[] {
    return Array.from({ length: many }, (_, k) => this.#words.number(texts[k]));
  }

  #givenOf(first: string, middle: string): number {
    let known = this.#given.get(first);
    if (!known) {
      known = new Numbered((further) => {
        const names = readGiven(first, further);
        const flags =
          (names.weak ? flag.weak : 0) |
          (names.given.length === 0 ? flag.nameless : 0) |
          (names.plural ? flag.plural : 0) |
          (names.compound ? flag.compound : 0);
        return this.#runs.add([...this.#numbers(names.given, manyGiven), this.#words.number(names.whole), flags]);
      });
      this.#given.set(first, known);
    }
    return known.of(middle);
  }

  #localPart(email: number): number {
    if (email >= this.#localParts.length) {
      const wider = new Int32Array(email * 2);
      wider.set(this.#localParts);
      this.#localParts = wider;
    }
    const known = this.#localParts[email]!;
    if (known !== 0) return known - 1;
    const number = this.#codes.number(this.#codes.words[email]!.split('@')[0]);
    this.#localParts[email] = number + 1;
    return number;
  }

  #text(fields: readonly string[], field: LinkageField): string {
    const places = this.#places[field];
    if (!places) return '';
    if (places.length === 1) return fields[places[0]!] ?? '';
    let text = '';
    for (let k = 0; k < places.length; k++) {
      const part = fields[places[k]!];
      if (part) text = text === '' ? part : `${text} ${part}`;
    }
    return text;
  }

  #bornOf(written: string): number {
    const born = written === '' ? 0 : this.#born.of(written);
    if (born === 0 && written !== '') this.unreadDates++;
    return born;
  }

  /** Writes a row at an offset of `cells`. Where nothing is known stands -1, or 0 for sex and date. */
  write(fields: readonly string[], cells: Int32Array, at: number): void {
    const runs = this.#runs;
    const coded = (numbered: Numbered, field: LinkageField): number => {
      const text = this.#text(fields, field);
      return text === '' ? -1 : numbered.of(text);
    };
    const given = this.#givenOf(this.#text(fields, 'givenName'), this.#text(fields, 'middleName'));
    runs.copy(given, manyGiven + 1, cells, at + cell.given);
    cells[at + cell.flags] = runs.at(given + manyGiven + 1);
    runs.copy(this.#family.of(this.#text(fields, 'familyName')), manyFamily + 1, cells, at + cell.family);
    cells[at + cell.born] = this.#bornOf(this.#text(fields, 'dateOfBirth'));
    cells[at + cell.sex] = this.#sex.of(this.#text(fields, 'sex'));
    cells[at + cell.postcode] = coded(this.#postcode, 'postcode');
    const address = this.#address.of(this.#text(fields, 'addressLine'));
    runs.copy(address, manyStreet + 2, cells, at + cell.house);
    cells[at + cell.town] = coded(this.#town, 'town');
    cells[at + cell.phone] = this.#codes.number(readPhone(this.#text(fields, 'phone')));
    const email = this.#codes.number(readEmail(this.#text(fields, 'email')));
    cells[at + cell.email] = email;
    cells[at + cell.nhsNumber] = coded(this.#nhsNumber, 'nhsNumber');
    cells[at + cell.upn] = coded(this.#upn, 'upn');
    cells[at + cell.source] = coded(this.#source, 'source');
    cells[at + cell.localPart] = email < 0 ? -1 : this.#localPart(email);
    cells[at + cell.together] = 0;
  }
}
