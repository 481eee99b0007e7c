import { foldName } from '../../name-folding.ts';

/** An address as it is compared. */
export interface ComparedAddress {
  lines: readonly string[];
  postcode: string | null;
  isNow: boolean;
}

export type AddressLikeness = 'same' | 'uncertain' | 'different';
/** How two people's addresses answer each other. */
export type AddressAnswer =
  | 'same'
  | 'histories meet'
  | 'ours is one of theirs'
  | 'theirs is one of ours'
  | 'uncertain'
  | 'different'
  | 'missing here'
  | 'missing there';

interface Building {
  number: string | null;
  flat: string | null;
  isRange: boolean;
}

/** "Flat 3, 12-14 High Street" is flat 3 of a range; "12A High Street" is number 12a. */
function buildingOf(lines: readonly string[]): Building {
  const text = lines.join(', ').toLowerCase();
  const flat = /\b(?:flat|apartment|apt|unit|room)\s*([0-9]+[a-z]?|[a-z])\b/.exec(text)?.[1] ?? null;
  const rest = text.replace(/\b(?:flat|apartment|apt|unit|room)\s*(?:[0-9]+[a-z]?|[a-z])\b/, '');
  const range = /\b(\d+)\s*[-–/]\s*(\d+)\b/.exec(rest);
  return { number: range ? `${range[1]}-${range[2]}` : (/\b(\d+[a-z]?)\b/.exec(rest)?.[1] ?? null), flat, isRange: range !== null };
}

/**
 * Compares two addresses: the postcode must be the same; then the first line, or else the number of the building. A flat on one side alone,
 * two different flats of one building, and a range of numbers are uncertain (the order of the DfE's SUI matcher).
 */
export function compareAddresses(one: ComparedAddress, other: ComparedAddress): AddressLikeness {
  if (!one.postcode || one.postcode !== other.postcode) return 'different';
  const [first, second] = [foldName(one.lines[0] ?? ''), foldName(other.lines[0] ?? '')];
  if (first !== '' && first === second) return 'same';
  const [ours, theirs] = [buildingOf(one.lines), buildingOf(other.lines)];
  if (ours.isRange || theirs.isRange) return 'uncertain';
  if (!ours.number || !theirs.number) return 'uncertain';
  if (ours.number !== theirs.number) return ours.flat || theirs.flat ? 'uncertain' : 'different';
  return ours.flat === theirs.flat ? 'same' : 'uncertain';
}

const likest = (one: ComparedAddress, others: readonly ComparedAddress[]): AddressLikeness => {
  const all = others.map((other) => compareAddresses(one, other));
  return all.includes('same') ? 'same' : all.includes('uncertain') ? 'uncertain' : 'different';
};

/** Compares where two records say someone lives and lived: the homes of now, then each home of now with the other's history, then both
 *  histories. */
export function answerOfAddresses(ours: readonly ComparedAddress[], theirs: readonly ComparedAddress[]): AddressAnswer {
  if (ours.length === 0) return 'missing here';
  if (theirs.length === 0) return 'missing there';
  const [oursNow, theirsNow] = [ours.find((one) => one.isNow), theirs.find((one) => one.isNow)];
  const now = oursNow && theirsNow ? compareAddresses(oursNow, theirsNow) : 'different';
  if (now === 'same') return 'same';
  if (oursNow && likest(oursNow, theirs) === 'same') return 'ours is one of theirs';
  if (theirsNow && likest(theirsNow, ours) === 'same') return 'theirs is one of ours';
  if (ours.some((one) => likest(one, theirs) === 'same')) return 'histories meet';
  return now === 'uncertain' || ours.some((one) => likest(one, theirs) === 'uncertain') ? 'uncertain' : 'different';
}
