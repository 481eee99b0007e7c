import type { Community } from './community.ts';

/** A name as the family gives it: words of the given name, of the middle name, and of the family name with what joins them. */
export interface Name {
  given: readonly string[];
  middle: readonly string[];
  family: readonly string[];
  join: ' ' | '-';
}

export type Sex = 'M' | 'F';

/** Where a family lives or lived, from the day `since` (days since 1970). */
export interface Home {
  since: number;
  flat: string;
  building: string;
  number: string;
  street: string;
  kind: readonly string[];
  town: string;
  postcode: string;
}

export interface Child {
  person: number;
  sex: Sex;
  /** Days since 1970. */
  born: number;
  name: Name;
  /** A name the child is known by that is not the registered one. */
  known: string;
  motherFamily: readonly string[];
  fatherFamily: readonly string[];
  /** The family name before a change, and the day of the change. */
  before: { family: readonly string[]; until: number } | null;
  /** The number of the multiple birth, or 0. */
  twins: number;
  nhsNumber: string;
  upn: string;
}

export interface Family {
  /** The mother: children with the same number are full or half siblings. */
  mother: number;
  community: string;
  /** The community whose spellings and endings the names follow. */
  names: Community;
  /** Newest first. */
  homes: readonly Home[];
  otherHome: Home | null;
  /** The mother's number now, her number before, the father's. */
  phones: readonly [string, string, string];
  email: string;
  children: Child[];
}
