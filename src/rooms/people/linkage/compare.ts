import { cell, rowLength, type Columns } from './columns.ts';
import { compareNames, type NameCells } from './compare-names.ts';
import { compareEmails, compareHomes, comparePhones, compareTowns } from './compare-places.ts';
import { compareDays } from './dates.ts';
import type { LogShares } from './score.ts';
import { aspectCount, at, silent } from './levels.ts';

/** Log ratio of a word's share as a family name and as a given name from which it is one that families share. */
const sharedFrom = Math.log(0.25);

/** Compares two rows of a set of columns to one level an aspect. Holds the last answer in `levels`; makes no object a pair. */
export class Comparer implements NameCells {
  readonly levels = new Uint8Array(aspectCount).fill(silent);
  /** Words by which the names agreed, for how common they are; -1 where they did not. */
  givenOne = -1;
  givenOther = -1;
  familyOne = -1;
  familyOther = -1;
  readonly columns: Columns;
  readonly shared: (word: number) => boolean;

  /** `shares` tells which middle names are names of families. */
  constructor(columns: Columns, shares: Pick<LogShares, 'given' | 'family'>) {
    this.columns = columns;
    this.shared = (word) => shares.family(word) > shares.given(word) + sharedFrom;
  }

  /** Names, date, sex, numbers and source: what decides quickly that two records have nothing in common. */
  comparePerson(one: number, other: number): void {
    const { levels } = this;
    const { cells } = this.columns;
    const [a, b] = [one * rowLength, other * rowLength];
    compareNames(this, a, b);
    const [bornOne, bornOther] = [cells[a + cell.born]!, cells[b + cell.born]!];
    levels[at.born] = bornOne === 0 || bornOther === 0 ? silent : compareDays(bornOne, bornOther);
    const [sexOne, sexOther] = [cells[a + cell.sex]!, cells[b + cell.sex]!];
    levels[at.sex] = sexOne === 0 || sexOther === 0 ? silent : sexOne === sexOther ? 0 : 1;
    levels[at.nhsNumber] = this.#exact(cells[a + cell.nhsNumber]!, cells[b + cell.nhsNumber]!);
    levels[at.upn] = this.#exact(cells[a + cell.upn]!, cells[b + cell.upn]!);
    const [from, fromOther] = [cells[a + cell.source]!, cells[b + cell.source]!];
    levels[at.source] = from < 0 || fromOther < 0 ? silent : from === fromOther ? 1 : 0;
  }

  /** Home, town, telephone and email. */
  comparePlaces(one: number, other: number): void {
    const [a, b] = [one * rowLength, other * rowLength];
    const { levels, columns } = this;
    levels[at.home] = compareHomes(columns, a, b);
    levels[at.town] = compareTowns(columns, a, b, levels[at.home]!);
    levels[at.phone] = comparePhones(columns, a, b);
    levels[at.email] = compareEmails(columns, a, b);
  }

  /** Everything of two rows. */
  compare(one: number, other: number): void {
    this.comparePerson(one, other);
    this.comparePlaces(one, other);
  }

  #exact(one: number, other: number): number {
    return one < 0 || other < 0 ? silent : one === other ? 0 : 1;
  }

  /** Flags of either row (`flag` of columns). */
  flagsOf(one: number, other: number): number {
    const { cells } = this.columns;
    return cells[one * rowLength + cell.flags]! | cells[other * rowLength + cell.flags]!;
  }
}
