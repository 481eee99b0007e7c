import { addressLevel, homeWidth, levelCounts, postcodeLevel, type Aspect } from './levels.ts';

/** What the matcher has learned, as plain numbers that can be kept as JSON beside every decision it made. */
export interface LinkageModel {
  version: string;
  /** What it was estimated on, in words. */
  basis: string;
  /** People the priors speak of. A decision over another number of people shifts them. */
  people: number;
  /** Natural logarithm of the chance that two records drawn at random are of each class: same, sibling, twin, unrelated. */
  priors: readonly number[];
  /** For each aspect and class the chance of each level, given that the fact is there on both sides. */
  tables: Readonly<Record<Aspect, readonly (readonly number[])[]>>;
  /** How common words are: shares of records, most common first, and the share taken for any other. */
  shares: Readonly<Record<'given' | 'family' | 'town', { rare: number; common: Readonly<Record<string, number>> }>>;
  /** Log share of the scarcer word, typical of unrelated pairs at each level of agreement. */
  typical: Readonly<Record<'given' | 'family', readonly number[]>>;
  /** Share of records born on one ordinary day, and on the first of January of one year. */
  days: { ordinary: number; firstOfJanuary: number };
  /** Pairs of words learned to be one name. */
  learned: readonly (readonly [string, string])[];
  /** Log odds from which a pair is linked, from which it is asked about, and by how much a leader must lead. */
  bands: { link: number; review: number; margin: number };
}

/** Levels of an aspect that share one total: a home with both parts, with postcode alone, with address alone. */
export function levelGroups(aspect: Aspect): number[][] {
  const all = Array.from({ length: levelCounts[aspect] }, (_, level) => level);
  if (aspect !== 'home') return [all];
  const noPostcode = (level: number): boolean => Math.floor(level / homeWidth) === postcodeLevel.missing;
  const noAddress = (level: number): boolean => level % homeWidth === addressLevel.missing;
  return [
    all.filter((level) => !noPostcode(level) && !noAddress(level)),
    all.filter((level) => !noPostcode(level) && noAddress(level)),
    all.filter((level) => noPostcode(level) && !noAddress(level)),
  ];
}

/** Makes each group of levels add up to one, nothing being quite impossible. */
export function levelled(aspect: Aspect, weights: ArrayLike<number>, least = 1e-7): number[] {
  const chances = Array.from({ length: levelCounts[aspect] }, (_, level) => Math.max(weights[level] ?? 0, 0));
  for (const group of levelGroups(aspect)) {
    const sum = group.reduce((total, level) => total + chances[level]!, 0);
    for (const level of group) chances[level] = Math.max(sum > 0 ? chances[level]! / sum : 1 / group.length, least);
  }
  return chances;
}

/** A home's levels from chances of its two parts; the address is taken to depend on whether the postcode agrees. */
function homes(postcodes: readonly number[], where: readonly number[], elsewhere: readonly number[]): number[] {
  const chances = new Array<number>(levelCounts.home).fill(0);
  for (let postcode = 0; postcode < 4; postcode++) {
    for (let address = 0; address < 6; address++)
      chances[postcode * homeWidth + address] = postcodes[postcode]! * (postcode <= 1 ? where : elsewhere)[address]!;
    chances[postcode * homeWidth + addressLevel.missing] = postcodes[postcode]!;
  }
  for (let address = 0; address < 6; address++)
    chances[postcodeLevel.missing * homeWidth + address] = postcodes[0]! * where[address]! + (1 - postcodes[0]!) * elsewhere[address]!;
  return levelled('home', chances);
}

const samePlace = [0.8, 0.07, 0.06, 0.02, 0.02, 0.03];
const otherPlace = [0.03, 0.02, 0.02, 0.03, 0.05, 0.85];
const strangers = homes([0.0003, 0.0006, 0.03, 0.9691], [0.05, 0.02, 0.5, 0.1, 0.02, 0.31], [0.00002, 0.0001, 0.002, 0.02, 0.02, 0.95786]);
const family = {
  family: [0.78, 0.04, 0.03, 0.05, 0.01, 0.01, 0.08],
  home: homes([0.8, 0.03, 0.02, 0.15], samePlace, otherPlace),
  middle: [0.02, 0.1, 0.6, 0.28],
};

/** Where estimation starts: rough figures of the kind published for records of children. Estimation replaces all of them. */
export const startingTables: Record<Aspect, readonly (readonly number[])[]> = {
  given: [
    [0.85, 0.05, 0.035, 0.01, 0.015, 0.005, 0.01, 0.025],
    [0.004, 0.004, 0.006, 0.03, 0.004, 0.004, 0.05, 0.898],
    [0.004, 0.004, 0.006, 0.03, 0.004, 0.004, 0.05, 0.898],
    [0.006, 0.004, 0.006, 0.03, 0.004, 0.004, 0.05, 0.896],
  ],
  middle: [[0.5, 0.05, 0.15, 0.3], family.middle, family.middle, [0.012, 0.06, 0.92, 0.008]],
  family: [[0.84, 0.03, 0.04, 0.03, 0.01, 0.01, 0.04], family.family, family.family, [0.004, 0.002, 0.003, 0.004, 0.02, 0.003, 0.964]],
  order: [
    [0.985, 0.015],
    [0.985, 0.015],
    [0.985, 0.015],
    [1, 1],
  ],
  born: [
    [0.94, 0.008, 0.015, 0.005, 0.005, 0.009, 0.004, 0.002, 0.007, 0.004, 0.001],
    [0.001, 0.0005, 0.006, 0.004, 0.002, 0.06, 0.14, 0.018, 0.7565, 0.002, 0.01],
    [0.98, 0.004, 0.005, 0.002, 0.002, 0.003, 0.001, 0.001, 0.001, 0.001, 0.0003],
    [0.00015, 0.0001, 0.004, 0.0005, 0.002, 0.07, 0.14, 0.05, 0.71325, 0.008, 0.01],
  ],
  sex: [
    [0.99, 0.01],
    [0.5, 0.5],
    [0.6, 0.4],
    [0.5, 0.5],
  ],
  home: [homes([0.72, 0.03, 0.05, 0.2], samePlace, otherPlace), family.home, family.home, strangers],
  town: [
    [0.7, 0.1, 0.2],
    [0.85, 0.05, 0.1],
    [0.85, 0.05, 0.1],
    [0.02, 0.01, 0.97],
  ],
  phone: [
    [0.7, 0.03, 0.27],
    [0.6, 0.03, 0.37],
    [0.7, 0.03, 0.27],
    [0.0001, 0.0001, 0.9998],
  ],
  email: [
    [0.7, 0.1, 0.2],
    [0.4, 0.05, 0.55],
    [0.5, 0.05, 0.45],
    [0.0002, 0.001, 0.9988],
  ],
  nhsNumber: [
    [0.995, 0.005],
    [1e-7, 1],
    [1e-7, 1],
    [1e-7, 1],
  ],
  upn: [
    [0.99, 0.01],
    [1e-7, 1],
    [1e-7, 1],
    [1e-7, 1],
  ],
  source: [
    [0.8, 0.2],
    [0.7, 0.3],
    [0.7, 0.3],
    [0.7, 0.3],
  ],
};

/** Priors for an index of this many people, one record against one of them. */
export function priorsFor(people: number): number[] {
  const one = Math.log(1 / Math.max(people, 2));
  return [one, one + Math.log(0.8), one + Math.log(0.03), 0];
}
