import { cell } from './columns.ts';
import type { Parts, Sink } from './key-parts.ts';
import { mixed } from './radix.ts';

/** One way two records of a person may be brought together, aimed at the errors it survives. */
export interface KeyKind {
  name: string;
  /** At most so many of the rows before it are compared in one block; rows stand in the order of names, so these are the likest. */
  window: number;
  /** Taken only where the file makes it narrow enough: most pairs a record it may bring. Undefined: always taken. */
  most?: number;
  emit: (row: number, sink: Sink) => void;
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

/** Keys only of rows that have a date of birth. */
const datedBy =
  (parts: Parts) =>
  (emit: Emit): Emit =>
  (row, sink) => {
    if (parts.at(row, cell.born) > 0) emit(row, sink);
  };

function dateAndNameKinds(parts: Parts): KeyKind[] {
  const dated = datedBy(parts);
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
  ];
}

function dateAndPlaceKinds(parts: Parts): KeyKind[] {
  const dated = datedBy(parts);
  return [
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
  ];
}

function dateInPartKinds(parts: Parts): KeyKind[] {
  const dated = datedBy(parts);
  return [
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
  ];
}

function broadNameKinds(parts: Parts): KeyKind[] {
  return [
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
export function keyKinds(parts: Parts): KeyKind[] {
  return [
    ...codeKinds(parts),
    ...dateAndNameKinds(parts),
    ...dateAndPlaceKinds(parts),
    ...dateInPartKinds(parts),
    ...nameKinds(parts),
    ...broadNameKinds(parts),
  ];
}
