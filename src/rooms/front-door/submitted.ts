import type { candidatesFor, recordPerson } from '../people/index.ts';
import { calledOf } from './concern.ts';
import type { NamedRow } from './contact.store.ts';

type SubmittedPerson = Parameters<typeof candidatesFor>[1];
type NewPerson = Parameters<typeof recordPerson>[1];

/** A person as a contact names them, in the shape the index compares. Adults named with a child are their possible parents. */
export function submittedOf(named: NamedRow, everyone: readonly NamedRow[]): SubmittedPerson {
  const adults = named.part === 'adult' ? [] : everyone.filter((other) => other.part === 'adult').map(calledOfRow);
  return {
    givenName: named.given_name,
    familyName: named.family_name,
    otherNames: named.also_known_as ? [named.also_known_as] : [],
    dateOfBirth: named.date_of_birth,
    expectedOn: named.expected_on,
    sex: named.sex as 'F' | 'M' | 'U',
    address: named.line1 || named.postcode ? { line1: named.line1, town: named.town, postcode: named.postcode } : null,
    nhsNumber: named.nhs_number,
    upn: named.upn,
    parentNames: adults,
  };
}

/** The same person as someone to be newly recorded. */
export function newPersonOf(named: NamedRow, everyone: readonly NamedRow[], reference: string): NewPerson {
  return {
    ...submittedOf(named, everyone),
    dateOfBirthIs: named.date_of_birth ? 'exact' : 'unknown',
    ethnicity: named.ethnicity,
    firstLanguage: named.first_language,
    interpreterNeeded: named.interpreter === 'yes' ? true : named.interpreter === 'no' ? false : null,
    phone: named.phone,
    source: `Contact ${reference}`,
  };
}

/** How a named row is spoken of. */
export const calledOfRow = (named: NamedRow): string =>
  calledOf({
    part: named.part as 'child' | 'unborn' | 'adult',
    givenName: named.given_name,
    familyName: named.family_name,
    description: named.description,
  });
