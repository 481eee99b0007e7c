/** What is compared of two records, in the order levels are kept. */
export const aspects = [
  'given',
  'middle',
  'family',
  'order',
  'born',
  'sex',
  'home',
  'town',
  'phone',
  'email',
  'nhsNumber',
  'upn',
  'source',
] as const;
export type Aspect = (typeof aspects)[number];
export const aspectCount = aspects.length;
export const at = Object.fromEntries(aspects.map((aspect, place) => [aspect, place])) as Record<Aspect, number>;

/** No level: the fact is missing on one side, and says nothing. */
export const silent = 255;

export const givenLevel = { same: 0, spelling: 1, slip: 2, alike: 3, elsewhere: 4, inFamily: 5, initial: 6, different: 7 } as const;
export const familyLevel = { same: 0, spelling: 1, slip: 2, part: 3, alike: 4, elsewhere: 5, different: 6 } as const;
/** `fathers`: what agrees is no given name but a father's, grandfather's or religious one, as families share it. */
export const middleLevel = { agree: 0, initial: 1, different: 2, fathers: 3 } as const;
/** A home's level is seven times the postcode's and the address's together, so that one household counts once. */
export const postcodeLevel = { same: 0, slip: 1, near: 2, different: 3, missing: 4 } as const;
export const addressLevel = { same: 0, sameInPart: 1, street: 2, streetInPart: 3, number: 4, different: 5, missing: 6 } as const;
export const homeWidth = 7;
export const townLevel = { same: 0, alike: 1, different: 2 } as const;
export const phoneLevel = { same: 0, slip: 1, different: 2 } as const;
export const emailLevel = { same: 0, alike: 1, different: 2 } as const;

/** How many levels each aspect has. */
export const levelCounts: Record<Aspect, number> = {
  given: 8,
  middle: 4,
  family: 7,
  order: 2,
  born: 11,
  sex: 2,
  home: 35,
  town: 3,
  phone: 3,
  email: 3,
  nhsNumber: 2,
  upn: 2,
  source: 2,
};

/** The classes of a pair: one person twice, brothers and sisters, twins, strangers. Sibling and twin together are "same family". */
export const classes = ['same', 'sibling', 'twin', 'unrelated'] as const;
export const same = 0;
export const sibling = 1;
export const twin = 2;
export const unrelated = 3;
