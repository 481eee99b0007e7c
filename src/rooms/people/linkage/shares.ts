import { cell, manyFamily, manyGiven, rowLength, type Columns } from './columns.ts';
import { mixed } from './radix.ts';
import type { LogShares } from './score.ts';

/** Log shares of every word in each place, and of every day of two and a half centuries. Held in shared memory for the workers. */
export interface ShareTables {
  given: Float32Array;
  family: Float32Array;
  town: Float32Array;
  days: Float32Array;
}

const firstYear = 1780;
const dayCount = 290 * 372;
const dayPlace = (date: number): number => {
  const place = (Math.floor(date / 10000) - firstYear) * 372 + (Math.floor(date / 100) % 100) * 31 - 31 + (date % 100) - 1;
  return place >= 0 && place < dayCount ? place : 0;
};

const floats = (many: number): Float32Array => new Float32Array(new SharedArrayBuffer(Math.max(many, 1) * 4));

/** Turns counts into log shares. `twice`: by how many records a person has on average a count is lowered, the pair's own person not being a stranger. */
function toShares(counts: Float32Array, total: number, twice: number): void {
  for (let k = 0; k < counts.length; k++) {
    const seen = counts[k]!;
    counts[k] = Math.log(Math.max(seen - twice + 1, 0.35 * seen, 0.7) / Math.max(total, 1));
  }
}

/** Counts words where they stand: given names (first and further), family names (whole and parts), towns, days. */
export function countShares(columns: Columns, twice: number): ShareTables {
  const { cells, words, count } = columns;
  const [given, family, town] = [floats(words.words.length), floats(words.words.length), floats(words.words.length)];
  const days = floats(dayCount);
  const totals = { given: 0, family: 0, town: 0, days: 0 };
  const add = (counts: Float32Array, word: number): void => {
    if (word >= 0) counts[word]!++;
  };
  for (let row = 0; row < count; row++) {
    const at = row * rowLength;
    for (let k = 0; k < manyGiven; k++) add(given, cells[at + cell.given + k]!);
    for (let k = 0; k < manyFamily; k++) add(family, cells[at + cell.family + k]!);
    if (cells[at + cell.family + 1]! >= 0) add(family, cells[at + cell.familyWhole]!);
    add(town, cells[at + cell.town]!);
    if (cells[at + cell.given]! >= 0) totals.given++;
    if (cells[at + cell.family]! >= 0) totals.family++;
    if (cells[at + cell.town]! >= 0) totals.town++;
    if (cells[at + cell.born]! === 0) continue;
    days[dayPlace(cells[at + cell.born]!)]!++;
    totals.days++;
  }
  toShares(given, totals.given, twice);
  toShares(family, totals.family, twice);
  toShares(town, totals.town, twice);
  const ordinary = Math.log(0.5 / Math.max(days.filter((seen) => seen > 0).length, 1));
  toShares(days, totals.days, twice);
  for (let k = 0; k < days.length; k++) days[k] = Math.max(days[k]!, ordinary);
  return { given, family, town, days };
}

/** Shares as the scorer asks for them. */
export const sharesFrom = (tables: ShareTables): LogShares => ({
  given: (word) => tables.given[word]!,
  family: (word) => tables.family[word]!,
  town: (word) => tables.town[word]!,
  day: (date) => tables.days[dayPlace(date)]!,
});

/**
 * Counts people by both names as heard (two dates of birth count as two people) and writes into each row the log share of strangers who would
 * bear both: those seen, and what chance expects times how much likelier names of one community meet.
 */
export function countTogether(columns: Columns, tables: ShareTables): void {
  const { cells, words, count } = columns;
  const heard = new Map<string, number>();
  const sound = words.words.map((_, word) => {
    const text = words.heard(word);
    const known = heard.get(text) ?? heard.size;
    heard.set(text, known);
    return known;
  });
  const people = new Map<number, number>();
  const born = new Set<number>();
  const keyOf = (at: number): number => {
    const [given, family] = [cells[at + cell.given]!, cells[at + cell.familyWhole]!];
    return given < 0 || family < 0 ? -1 : sound[given]! * 4194304 + sound[family]!;
  };
  let total = 0;
  for (let row = 0; row < count; row++) {
    const key = keyOf(row * rowLength);
    if (key < 0) continue;
    const person = mixed(key % 4194304, Math.floor(key / 4194304)) * 2097152 + (cells[row * rowLength + cell.born]! % 2097152);
    if (born.has(person)) continue;
    born.add(person);
    people.set(key, (people.get(key) ?? 0) + 1);
    total++;
  }
  const likelier = attraction(columns, tables, people, total, keyOf);
  for (let row = 0; row < count; row++) {
    const at = row * rowLength;
    const key = keyOf(at);
    if (key < 0) continue;
    const chance = Math.exp(tables.given[cells[at + cell.given]!]! + tables.family[cells[at + cell.familyWhole]!]!);
    cells[at + cell.together] = Math.round(1000 * Math.log((people.get(key)! - 1) / total + Math.min(chance * likelier, 0.01))) || -1;
  }
}

/** How much oftener strangers share both names than chance has it. */
function attraction(
  columns: Columns,
  tables: ShareTables,
  people: Map<number, number>,
  total: number,
  keyOf: (at: number) => number,
): number {
  let [seen, expected] = [0, 0];
  for (const many of people.values()) seen += (many * (many - 1)) / (total * total);
  for (let row = 0; row < columns.count; row++) {
    const at = row * rowLength;
    if (keyOf(at) < 0) continue;
    expected +=
      Math.exp(tables.given[columns.cells[at + cell.given]!]! + tables.family[columns.cells[at + cell.familyWhole]!]!) / columns.count;
  }
  return Math.min(Math.max(expected > 0 ? seen / expected : 1, 1), 50);
}
