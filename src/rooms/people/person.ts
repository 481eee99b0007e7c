import type { PlainDate } from '../../platform/time/calendar-day.ts';

export type Sex = 'F' | 'M' | 'U';

/** A name as someone wrote it. */
export interface WrittenName {
  given: string | null;
  family: string | null;
}

/** An address as someone wrote it. */
export interface WrittenAddress {
  line1: string | null;
  line2?: string | null;
  town?: string | null;
  postcode: string | null;
  ward?: string | null;
}

/** A person as someone described them in a contact, before anyone has said who they are. Null is "not known". */
export interface SubmittedPerson {
  givenName: string | null;
  familyName: string | null;
  /** Other names they go by, as written: "Mo Hassan". */
  otherNames?: readonly string[];
  dateOfBirth: PlainDate | null;
  /** Expected date of delivery, for an unborn baby. */
  expectedOn?: PlainDate | null;
  sex?: Sex | null;
  address?: WrittenAddress | null;
  nhsNumber?: string | null;
  upn?: string | null;
  /** Names of parents and carers named with them. */
  parentNames?: readonly string[];
}

/** What is recorded of a new person. Only what is known is given. */
export interface NewPerson extends SubmittedPerson {
  preferredName?: string | null;
  dateOfBirthIs?: 'exact' | 'estimated' | 'unknown';
  gender?: string | null;
  ethnicity?: string | null;
  firstLanguage?: string | null;
  interpreterNeeded?: boolean | null;
  religion?: string | null;
  disabilities?: readonly string[];
  phone?: string | null;
  email?: string | null;
  /** When and how it is safe to use the telephone or email; null when nothing special is known. */
  safeNote?: string | null;
  /** Where the facts came from, in words: "Contact C-2041". */
  source: string;
}

/** The name people are shown: given and family as the family uses it. */
export const nameOf = (person: { given_name: string | null; family_name: string | null; preferred_name?: string | null }): string =>
  [person.preferred_name ?? person.given_name, person.family_name].filter(Boolean).join(' ') || 'Name not known';

/** The name on official papers. */
export const officialName = (person: { given_name: string | null; family_name: string | null }): string =>
  [person.given_name, person.family_name].filter(Boolean).join(' ') || 'Name not known';
