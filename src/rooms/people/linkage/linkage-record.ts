/** One description of a person as one source holds it. Every field but the id may be missing; text stands as it was written. */
export interface LinkageRecord {
  id: string;
  source?: string | null;
  givenName?: string | null;
  middleName?: string | null;
  familyName?: string | null;
  /** F, M or anything else, which says nothing. */
  sex?: string | null;
  /** ISO day; what cannot be read as a day is left out before it comes here. */
  dateOfBirth?: string | null;
  addressLine?: string | null;
  town?: string | null;
  postcode?: string | null;
  phone?: string | null;
  email?: string | null;
  nhsNumber?: string | null;
  upn?: string | null;
}

export const linkageFields = [
  'source',
  'givenName',
  'middleName',
  'familyName',
  'sex',
  'dateOfBirth',
  'addressLine',
  'town',
  'postcode',
  'phone',
  'email',
  'nhsNumber',
  'upn',
] as const satisfies readonly (keyof LinkageRecord)[];

export type LinkageField = (typeof linkageFields)[number];
