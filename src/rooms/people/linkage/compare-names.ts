import { cell, flag, manyFamily, manyGiven, type Columns } from './columns.ts';
import { at, familyLevel, givenLevel, middleLevel, silent } from './levels.ts';
import { weakGivenNames } from './spellings.ts';
import { near, type Vocabulary } from './vocabulary.ts';

/** Where the comparison of names is written. */
export interface NameCells {
  readonly columns: Columns;
  readonly levels: Uint8Array;
  givenOne: number;
  givenOther: number;
  familyOne: number;
  familyOther: number;
  /** True for a word that stands as a family name nearly as often as it stands as a given one. */
  shared: (word: number) => boolean;
}

/** A word found among others: how near, and which. */
const found = { nearness: 5, word: -1, mate: -1 };

/** Looks for the nearest pair between words of two rows; the answer stands in `found`. */
function nearest(cells: Int32Array, words: Vocabulary, one: number, manyOne: number, other: number, manyOther: number): number {
  found.nearness = near.different;
  found.word = found.mate = -1;
  for (let i = 0; i < manyOne; i++) {
    const word = cells[one + i]!;
    if (word < 0) break;
    for (let j = 0; j < manyOther; j++) {
      const mate = cells[other + j]!;
      if (mate < 0) break;
      const nearness = words.between(word, mate);
      if (nearness < found.nearness) {
        found.nearness = nearness;
        found.word = word;
        found.mate = mate;
        if (nearness === near.same) return nearness;
      }
    }
  }
  return found.nearness;
}

function agreeGiven(out: NameCells, level: number, one: number, other: number): number {
  out.givenOne = one;
  out.givenOther = other;
  return level;
}

/** True when a name that tells has nothing like it among the other's. */
function hasNameAlone({ columns: { cells, words } }: NameCells, a: number, b: number): boolean {
  for (let k = 0; k < manyGiven && cells[a + k]! >= 0; k++) {
    const word = cells[a + k]!;
    if (words.words[word]!.length === 1 || weakGivenNames.has(words.words[word]!)) continue;
    let alone = true;
    for (let j = 0; j < manyGiven && cells[b + j]! >= 0 && alone; j++) alone = words.between(word, cells[b + j]!) === near.different;
    if (alone) return true;
  }
  return false;
}

/** The first name of one among the further names of the other: a middle name used, or names in another order. Not where each has a name the
 *  other lacks: Bobbie Freddie and Sebastian Bobbie. */
function elsewhere(out: NameCells, a: number, b: number): number {
  const { cells, words } = out.columns;
  const [one, other] = [cells[a]!, cells[b]!];
  let best = near.different as number;
  for (const [word, row] of [
    [one, b],
    [other, a],
  ] as const) {
    for (let k = 1; k < manyGiven && cells[row + k]! >= 0; k++) {
      const nearness = words.between(word, cells[row + k]!);
      if (nearness < best && nearness <= near.slip) {
        best = nearness;
        agreeGiven(out, 0, word, cells[row + k]!);
      }
    }
  }
  if (best > near.slip) return givenLevel.different;
  if (hasNameAlone(out, a, b) && hasNameAlone(out, b, a)) return agreeGiven(out, givenLevel.different, -1, -1);
  return weakGivenNames.has(words.words[out.givenOne]!) ? givenLevel.initial : givenLevel.elsewhere;
}

/** Both given names are of several words and only the first agrees: Wei Ling and Wei Han, as children of one family are named. */
function secondDiffers(out: NameCells, a: number, b: number): boolean {
  const { cells, words } = out.columns;
  if ((cells[a + cell.flags]! & cells[b + cell.flags]! & flag.compound) === 0 || cells[a + cell.givenWhole] === cells[b + cell.givenWhole])
    return false;
  if (cells[a] !== cells[b] && words.between(cells[a + cell.givenWhole]!, cells[b + cell.givenWhole]!) <= near.slip) return false;
  return nearest(cells, words, a + 1, manyGiven - 1, b + 1, manyGiven - 1) > near.slip;
}

/** True when the given name is written as several words. */
function inWords({ columns: { cells } }: NameCells, row: number): boolean {
  for (let k = 0; k < manyGiven; k++) if (cells[row + k] === cells[row + cell.givenWhole]) return false;
  return true;
}

/** Names are compared closed up only where one is written so: what two names of several words have in common would hide a difference. */
function closedUp(out: NameCells, a: number, b: number): boolean {
  const { cells } = out.columns;
  if (cells[a + cell.givenWhole]! < 0 || cells[b + cell.givenWhole]! < 0) return false;
  return !inWords(out, a) || !inWords(out, b);
}

function compareGiven(out: NameCells, a: number, b: number): number {
  const { cells, words } = out.columns;
  if ((cells[a + cell.flags]! | cells[b + cell.flags]!) & flag.nameless) return silent;
  const [one, other] = [cells[a]!, cells[b]!];
  const nearness = words.between(one, other);
  if (nearness <= near.slip && secondDiffers(out, a, b)) return agreeGiven(out, givenLevel.initial, one, other);
  if (nearness <= near.spelling) return agreeGiven(out, nearness, one, other);
  const [whole, wholeOther] = [cells[a + cell.givenWhole]!, cells[b + cell.givenWhole]!];
  if (whole >= 0 && whole === wholeOther) return agreeGiven(out, givenLevel.same, one, other);
  if (nearness === near.slip) return agreeGiven(out, givenLevel.slip, one, other);
  const level = elsewhere(out, a, b);
  if (level !== givenLevel.different) return level;
  if (closedUp(out, a, b) && words.between(whole, wholeOther) <= near.slip) return agreeGiven(out, givenLevel.slip, one, other);
  if (nearness === near.alike) return agreeGiven(out, givenLevel.alike, one, other);
  if (nearness === near.initial) return agreeGiven(out, givenLevel.initial, one, other);
  return givenLevel.different;
}

function compareMiddle(out: NameCells, a: number, b: number, level: number): number {
  const { cells, words } = out.columns;
  if (cells[a + 1]! < 0 || cells[b + 1]! < 0 || level === givenLevel.elsewhere) return silent;
  const nearness = nearest(cells, words, a + 1, manyGiven - 1, b + 1, manyGiven - 1);
  if (nearness <= near.slip) return out.shared(found.word) ? middleLevel.fathers : middleLevel.agree;
  return nearness === near.initial ? middleLevel.initial : middleLevel.different;
}

const levelOf = [familyLevel.same, familyLevel.spelling, familyLevel.slip, familyLevel.alike, familyLevel.different, familyLevel.different];

function agreeFamily(out: NameCells, level: number, one: number, other: number): number {
  out.familyOne = one;
  out.familyOther = other;
  return level;
}

function compareFamily(out: NameCells, a: number, b: number): number {
  const { cells, words } = out.columns;
  const [whole, wholeOther] = [cells[a + cell.familyWhole]!, cells[b + cell.familyWhole]!];
  if (whole < 0 || wholeOther < 0) return silent;
  const together = words.between(whole, wholeOther);
  if (together <= near.slip) return agreeFamily(out, levelOf[together]!, whole, wholeOther);
  const single = cells[a + cell.family + 1]! < 0 && cells[b + cell.family + 1]! < 0;
  if (!single && nearest(cells, words, a + cell.family, manyFamily, b + cell.family, manyFamily) <= near.slip)
    return agreeFamily(out, familyLevel.part, found.word, found.mate);
  if (together === near.alike) return agreeFamily(out, familyLevel.alike, whole, wholeOther);
  if (nearest(cells, words, a + cell.family, manyFamily, b + cell.given + 1, manyGiven - 1) <= near.spelling)
    return agreeFamily(out, familyLevel.elsewhere, found.word, found.mate);
  if (nearest(cells, words, a + cell.given + 1, manyGiven - 1, b + cell.family, manyFamily) <= near.spelling)
    return agreeFamily(out, familyLevel.elsewhere, found.word, found.mate);
  return familyLevel.different;
}

/** Closed up, each whole name stands in the other's place: Wei Ling, Chan and Chan, Weiling. */
function wholesSwapped(out: NameCells, a: number, b: number): boolean {
  const { cells } = out.columns;
  const [given, givenOther, family, familyOther] = [a + cell.givenWhole, b + cell.givenWhole, a + cell.familyWhole, b + cell.familyWhole];
  if (cells[given] !== cells[familyOther] || cells[family] !== cells[givenOther]) return false;
  out.levels[at.given] = agreeGiven(out, givenLevel.same, cells[a]!, cells[a]!);
  out.levels[at.family] = agreeFamily(out, familyLevel.same, cells[family]!, cells[family]!);
  return true;
}

/** Given and family name in each other's place: both must be found there. Answers whether they were. */
function compareSwapped(out: NameCells, a: number, b: number): boolean {
  const { cells, words } = out.columns;
  if (wholesSwapped(out, a, b)) return true;
  const crossed = nearest(cells, words, a, manyGiven, b + cell.family, manyFamily);
  if (crossed > near.slip) return false;
  const [one, other] = [found.word, found.mate];
  const back = nearest(cells, words, a + cell.family, manyFamily, b, manyGiven);
  if (back > near.slip || (crossed === near.slip && back === near.slip)) return false;
  out.levels[at.given] = agreeGiven(out, crossed, one, other);
  out.levels[at.family] = agreeFamily(out, levelOf[back]!, found.word, found.mate);
  return true;
}

/** A given name that stands in the other's family name, the rest not agreeing. */
function givenInFamily(out: NameCells, a: number, b: number): boolean {
  const { cells, words } = out.columns;
  if (out.levels[at.family]! <= familyLevel.slip && cells[a + cell.family + 1]! < 0 && cells[b + cell.family + 1]! < 0) return false;
  if (
    nearest(cells, words, a, 1, b + cell.family, manyFamily) > near.spelling &&
    nearest(cells, words, b, 1, a + cell.family, manyFamily) > near.spelling
  )
    return false;
  out.levels[at.given] = agreeGiven(out, givenLevel.inFamily, found.word, found.mate);
  return true;
}

/** Compares all names of two rows (`a` and `b` are places of cells): given, middle, family name and their order. */
export function compareNames(out: NameCells, a: number, b: number): void {
  const { levels } = out;
  out.givenOne = out.givenOther = out.familyOne = out.familyOther = -1;
  const given = (levels[at.given] = compareGiven(out, a, b));
  const family = (levels[at.family] = compareFamily(out, a, b));
  levels[at.middle] = given === silent ? silent : compareMiddle(out, a, b, given);
  levels[at.order] = given === silent || family === silent ? silent : 0;
  if (given === silent || given <= givenLevel.slip) return;
  if (family !== silent && family >= familyLevel.alike && compareSwapped(out, a, b)) {
    levels[at.order] = 1;
    levels[at.middle] = silent;
  } else if (given === givenLevel.different) givenInFamily(out, a, b);
}
