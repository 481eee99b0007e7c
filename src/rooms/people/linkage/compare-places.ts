import { cell, manyStreet, type Columns } from './columns.ts';
import { addressLevel, emailLevel, homeWidth, phoneLevel, postcodeLevel, silent, townLevel } from './levels.ts';
import { near } from './vocabulary.ts';
import { slips } from './words.ts';

function comparePostcodes(columns: Columns, one: number, other: number): number {
  if (one < 0 || other < 0) return postcodeLevel.missing;
  if (one === other) return postcodeLevel.same;
  const [a, b] = [columns.codes.words[one]!, columns.codes.words[other]!];
  if (slips(a, b, 1) <= 1) return postcodeLevel.slip;
  const start = a.length >= 5 ? a.slice(0, -3) : a.slice(0, 2);
  const startOther = b.length >= 5 ? b.slice(0, -3) : b.slice(0, 2);
  return start === startOther ? postcodeLevel.near : postcodeLevel.different;
}

/** How much of the shorter street's words are in the other: 2 all, 1 some, 0 none. */
function streetsShared(columns: Columns, a: number, b: number): number {
  const { cells, words } = columns;
  const [whole, wholeOther] = [cells[a + cell.streetWhole]!, cells[b + cell.streetWhole]!];
  if (words.between(whole, wholeOther) <= near.slip) return 2;
  let [shared, many, manyOther] = [0, 0, 0];
  for (let j = 0; j < manyStreet && cells[b + cell.street + j]! >= 0; j++) manyOther++;
  for (let i = 0; i < manyStreet; i++) {
    const word = cells[a + cell.street + i]!;
    if (word < 0) break;
    many++;
    for (let j = 0; j < manyOther; j++) {
      if (words.between(word, cells[b + cell.street + j]!) > near.slip) continue;
      shared++;
      break;
    }
  }
  if (shared === 0) return words.between(whole, wholeOther) === near.alike ? 1 : 0;
  return shared >= Math.min(many, manyOther) ? 2 : 1;
}

function compareAddresses(columns: Columns, a: number, b: number): number {
  const { cells } = columns;
  if (cells[a + cell.streetWhole]! < 0 || cells[b + cell.streetWhole]! < 0) return addressLevel.missing;
  const [house, houseOther] = [cells[a + cell.house]!, cells[b + cell.house]!];
  const sameHouse = house === houseOther && house >= 0;
  const shared = streetsShared(columns, a, b);
  if (shared === 2) return sameHouse || (house < 0 && houseOther < 0) ? addressLevel.same : addressLevel.street;
  if (shared === 1) return sameHouse ? addressLevel.sameInPart : addressLevel.streetInPart;
  return sameHouse ? addressLevel.number : addressLevel.different;
}

/** Postcode and address together as one level, `silent` when neither can be compared. */
export function compareHomes(columns: Columns, a: number, b: number): number {
  const { cells } = columns;
  const postcode = comparePostcodes(columns, cells[a + cell.postcode]!, cells[b + cell.postcode]!);
  const address = compareAddresses(columns, a, b);
  if (postcode === postcodeLevel.missing && address === addressLevel.missing) return silent;
  return postcode * homeWidth + address;
}

/** True when the home's level already says the town: the same postcode, or the same street and number. */
function homeSaysTown(home: number): boolean {
  if (home === silent) return false;
  return Math.floor(home / homeWidth) === postcodeLevel.same || home % homeWidth <= addressLevel.sameInPart;
}

/** Towns, where the home does not already say them. */
export function compareTowns(columns: Columns, a: number, b: number, home: number): number {
  const [one, other] = [columns.cells[a + cell.town]!, columns.cells[b + cell.town]!];
  if (one < 0 || other < 0 || homeSaysTown(home)) return silent;
  if (one === other) return townLevel.same;
  return columns.words.between(one, other) <= near.alike ? townLevel.alike : townLevel.different;
}

/** The last nine digits of telephone numbers. */
export function comparePhones(columns: Columns, a: number, b: number): number {
  const [one, other] = [columns.cells[a + cell.phone]!, columns.cells[b + cell.phone]!];
  if (one < 0 || other < 0) return silent;
  if (one === other) return phoneLevel.same;
  return slips(columns.codes.words[one]!, columns.codes.words[other]!, 1) <= 1 ? phoneLevel.slip : phoneLevel.different;
}

/** Email addresses; alike when the part before the @ is the same or few letters differ. */
export function compareEmails(columns: Columns, a: number, b: number): number {
  const { cells, codes } = columns;
  const [one, other] = [cells[a + cell.email]!, cells[b + cell.email]!];
  if (one < 0 || other < 0) return silent;
  if (one === other) return emailLevel.same;
  const [local, localOther] = [cells[a + cell.localPart]!, cells[b + cell.localPart]!];
  if (local === localOther || slips(codes.words[one]!, codes.words[other]!, 3) <= 3) return emailLevel.alike;
  const [left, right] = [codes.words[local] ?? '', codes.words[localOther] ?? ''];
  return left.length >= 5 && right.length >= 5 && slips(left, right, 1) <= 1 ? emailLevel.alike : emailLevel.different;
}
