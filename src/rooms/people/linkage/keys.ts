import { cell, manyFamily, rowLength, type Columns } from './columns.ts';
import { hashText, mixed } from './radix.ts';

/** Takes the keys of one row. */
export type Sink = (key: number) => void;

/** One way two records of a person may be brought together, aimed at the errors it survives. */
export interface KeyKind {
  name: string;
  /** At most so many of the rows before it are compared in one block; rows stand in the order of names, so these are the likest. */
  window: number;
  /** Taken only where the file makes it narrow enough: most pairs a record it may bring. Undefined: always taken. */
  most?: number;
  emit: (row: number, sink: Sink) => void;
}

/** Reads the parts keys are made of. */
class Parts {
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

type Emit = (row: number, sink: Sink) => void;

/** A key of one code, or of a code with something else. */
function codeKinds(parts: Parts): KeyKind[] {
  const alone =
    (where: number): Emit =>
    (row, sink) => {
      if (parts.at(row, where) >= 0) sink(mixed(parts.at(row, where), where));
    };
  return [
    { name: 'NHS number', window: 60, emit: alone(cell.nhsNumber) },
    { name: 'UPN', window: 60, emit: alone(cell.upn) },
    { name: 'email', window: 60, emit: alone(cell.email) },
    { name: 'email before the @', window: 25, emit: alone(cell.localPart) },
    { name: 'telephone', window: 40, emit: alone(cell.phone) },
    { name: 'postcode', window: 60, most: 14, emit: alone(cell.postcode) },
    {
      name: 'house and street',
      window: 40,
      most: 12,
      emit: (row, sink) => {
        const [house, street] = [parts.at(row, cell.house), parts.at(row, cell.street)];
        if (street >= 0 && house >= 0) sink(mixed(house, parts.one(street), 71));
      },
    },
  ];
}

function dateKinds(parts: Parts): KeyKind[] {
  const dated =
    (emit: Emit): Emit =>
    (row, sink) => {
      if (parts.at(row, cell.born) > 0) emit(row, sink);
    };
  return [
    {
      name: 'a name and the date of birth',
      window: 60,
      emit: dated((row, sink) => parts.names(row, (word) => parts.heard(word, (heard) => sink(mixed(heard, parts.date(row), 1))))),
    },
    {
      name: 'both names and year',
      window: 30,
      emit: dated((row, sink) =>
        parts.bothNames(
          row,
          (word) => parts.one(word),
          (key) => sink(mixed(key, Math.floor(parts.at(row, cell.born) / 10000), 2)),
        ),
      ),
    },
    {
      name: 'both names, day and month',
      window: 30,
      emit: dated((row, sink) =>
        parts.bothNames(
          row,
          (word) => parts.one(word),
          (key) => sink(mixed(key, parts.date(row) % 10000, 3)),
        ),
      ),
    },
    {
      name: 'beginnings of both names and year',
      window: 30,
      emit: dated((row, sink) =>
        parts.bothNames(
          row,
          (word) => parts.start(word),
          (key) => sink(mixed(key, Math.floor(parts.at(row, cell.born) / 10000), 4)),
        ),
      ),
    },
    {
      name: 'postcode and date of birth',
      window: 60,
      emit: dated((row, sink) => {
        if (parts.at(row, cell.postcode) >= 0) sink(mixed(parts.at(row, cell.postcode), parts.date(row), 5));
      }),
    },
    {
      name: 'postcode district and date of birth',
      window: 40,
      most: 8,
      emit: dated((row, sink) => {
        if (parts.at(row, cell.postcode) >= 0) sink(mixed(parts.outward(row), parts.date(row), 6));
      }),
    },
    {
      name: 'town and date of birth',
      window: 40,
      most: 8,
      emit: dated((row, sink) => {
        if (parts.at(row, cell.town) >= 0) sink(mixed(parts.one(parts.at(row, cell.town)), parts.date(row), 7));
      }),
    },
    { name: 'day and month', window: 60, most: 8, emit: dated((row, sink) => sink(mixed(parts.date(row) % 10000, 19))) },
    {
      name: 'year and month',
      window: 60,
      most: 8,
      emit: dated((row, sink) => sink(mixed(Math.floor(parts.at(row, cell.born) / 100), 20))),
    },
    { name: 'date of birth', window: 80, most: 16, emit: dated((row, sink) => sink(mixed(parts.date(row), 8))) },
    {
      name: 'a name, day and month',
      window: 30,
      most: 8,
      emit: dated((row, sink) => parts.names(row, (word) => sink(mixed(parts.one(word), parts.date(row) % 10000, 9)))),
    },
    {
      name: 'a name, year and month',
      window: 30,
      most: 8,
      emit: dated((row, sink) => parts.names(row, (word) => sink(mixed(parts.one(word), Math.floor(parts.at(row, cell.born) / 100), 10)))),
    },
    {
      name: 'a name and the year',
      window: 25,
      most: 10,
      emit: dated((row, sink) =>
        parts.names(row, (word) => sink(mixed(parts.one(word), Math.floor(parts.at(row, cell.born) / 10000), 11))),
      ),
    },
  ];
}

function nameKinds(parts: Parts): KeyKind[] {
  return [
    {
      name: 'postcode and a given name',
      window: 30,
      emit: (row, sink) => {
        const postcode = parts.at(row, cell.postcode);
        for (let k = 0; postcode >= 0 && k < 2; k++)
          parts.heard(parts.at(row, cell.given + k), (heard) => sink(mixed(heard, postcode, 12)));
      },
    },
    {
      name: 'postcode and a family name',
      window: 20,
      emit: (row, sink) => {
        const postcode = parts.at(row, cell.postcode);
        for (let k = 0; postcode >= 0 && k < 2; k++)
          parts.heard(parts.at(row, cell.family + k), (heard) => sink(mixed(heard, postcode, 13)));
      },
    },
    {
      name: 'both names',
      window: 12,
      emit: (row, sink) =>
        parts.bothNames(
          row,
          (word) => parts.one(word),
          (key) => sink(mixed(key, 14)),
        ),
    },
    {
      name: 'town and a name',
      window: 20,
      most: 10,
      emit: (row, sink) => {
        const town = parts.at(row, cell.town);
        if (town >= 0) parts.names(row, (word) => sink(mixed(parts.one(word), parts.one(town), 15)));
      },
    },
    {
      name: 'town',
      window: 40,
      most: 8,
      emit: (row, sink) => {
        if (parts.at(row, cell.town) >= 0) sink(mixed(parts.one(parts.at(row, cell.town)), 18));
      },
    },
    {
      name: 'postcode district and both beginnings',
      window: 20,
      most: 6,
      emit: (row, sink) => {
        if (parts.at(row, cell.postcode) >= 0)
          parts.bothNames(
            row,
            (word) => parts.start(word),
            (key) => sink(mixed(key, parts.outward(row), 16)),
          );
      },
    },
    {
      name: 'house, street and the beginning of a given name',
      window: 20,
      emit: (row, sink) => {
        const [street, given] = [parts.at(row, cell.street), parts.at(row, cell.given)];
        if (street >= 0 && given >= 0) sink(mixed(parts.one(street), parts.start(given), parts.at(row, cell.house)));
      },
    },
    { name: 'a name', window: 40, most: 12, emit: (row, sink) => parts.names(row, (word) => sink(mixed(parts.one(word), 17))) },
  ];
}

/** Every kind of key for a set of records, the narrow ones first. */
export function keyKinds(columns: Columns): KeyKind[] {
  const parts = new Parts(columns);
  return [...codeKinds(parts), ...dateKinds(parts), ...nameKinds(parts)];
}
