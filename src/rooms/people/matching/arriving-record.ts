import type { Band } from '../linkage/evidence.ts';

/** One person as a partner's system describes them, mapped to our names and otherwise as given. Null or left out is "not told". */
export interface ArrivingRecord {
  /** The agency's own identifier of the person; with it the same row twice changes nothing. */
  localId: string | null;
  givenName?: string | null;
  middleName?: string | null;
  familyName?: string | null;
  knownAs?: string | null;
  /** Script of the name (ISO 15924): Latn, Arab, Beng. */
  nameScript?: string | null;
  nameOrder?: 'given first' | 'family first' | 'unknown';
  sex?: 'F' | 'M' | 'U';
  /** ISO day, already read; what could not be read stands in `dateOfBirthAsWritten`. */
  dateOfBirth?: string | null;
  dateOfBirthAsWritten?: string | null;
  expectedOn?: string | null;
  plurality?: number | null;
  line1?: string | null;
  line2?: string | null;
  town?: string | null;
  /** With one space where it could be read. */
  postcode?: string | null;
  addressFrom?: string | null;
  phone?: string | null;
  email?: string | null;
  /** Only where the check digit holds (identifier.ts). */
  nhsNumber?: string | null;
  /** Only where the check letter holds. */
  upn?: string | null;
  motherName?: string | null;
  /** Day the source says the facts were true. */
  factsOn?: string | null;
}

/** Where a record came from. */
export interface Arrival {
  feedId: string;
  agencyId: string;
  fileId: string | null;
  rowNumber: number | null;
}

/** What became of a record. A record in the review band stands under a person of its own until someone has answered. */
export interface Taken {
  recordId: string;
  personId: string;
  band: Band;
  change: 'new' | 'changed' | 'same';
  /** Whether a person had to be recorded for it. */
  newPerson: boolean;
  questionId: string | null;
}
