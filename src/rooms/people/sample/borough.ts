/**
 * The Harrow village of a hundred children ("Our Plan: Children and Families 2013-2018"): the shape the demonstration borough
 * is drawn to. Each of these partitions sums to 100. Reference figures about a place, never about a person.
 */
export const village = {
  gender: { Boys: 48, Girls: 52 },
  age: { '0-4': 29, '5-9': 26, '10-14': 27, '15-18': 18 },
  ethnicity: {
    Indian: 20,
    'Asian Other': 20,
    'White British': 19,
    'Black African': 9,
    'White Other': 7,
    Pakistani: 5,
    'Black Caribbean': 4,
    Other: 16,
  },
  firstLanguage: { English: 45, Gujarati: 11, Tamil: 9, Somali: 5, Urdu: 4, Arabic: 3, Other: 23 },
} as const;

export type VillageEthnicity = keyof typeof village.ethnicity;

/** Age bands as first year, years and share of a hundred children. */
const ageBands = [
  [0, 5, 29],
  [5, 5, 26],
  [10, 5, 27],
  [15, 4, 18],
] as const;

/** Age in years at a share (0 to 1) of all children put in order of age; turned round, it makes ages fall as in the village. */
export function ageAtShare(share: number): number {
  let left = share * 100;
  for (const [from, years, part] of ageBands) {
    if (left < part) return from + (left / part) * years;
    left -= part;
  }
  return 18.99;
}

/** The band of the village an age in whole years belongs to. */
export function ageBand(years: number): keyof typeof village.age {
  if (years < 5) return '0-4';
  if (years < 10) return '5-9';
  return years < 15 ? '10-14' : '15-18';
}
