import type { LinkageRecord } from '../linkage/linkage-record.ts';
import type { KeyFacts } from '../search-keys.ts';

/** A source record as the database hands it over, with the columns' names. */
export interface StandingRecord {
  id: string;
  feed_id: string | null;
  given_name: string | null;
  middle_name: string | null;
  family_name: string | null;
  known_as: string | null;
  sex: string;
  date_of_birth: string | null;
  line1: string | null;
  line2: string | null;
  town: string | null;
  postcode: string | null;
  phone: string | null;
  email: string | null;
  nhs_number: string | null;
  upn: string | null;
  mother_name: string | null;
}

/** What the index knows of one person, for the matcher alone: never shown. */
export interface Story {
  id: string;
  twin: boolean;
  names: readonly { given: string | null; family: string | null; known?: string | null }[];
  dateOfBirth: string | null;
  sex: string;
  addresses: readonly { line1: string | null; town: string | null; postcode: string | null; ward: string | null; current: boolean }[];
  contacts: readonly { kind: string; value: string }[];
  identifiers: readonly { kind: string; value: string }[];
  /** Whole names of parents who may be told of: a child is looked for by their mother's name too. */
  parents: readonly { given: string | null; family: null }[];
  records: readonly StandingRecord[];
  certainlyNot: readonly string[];
}

const line = (...parts: (string | null)[]): string | null => parts.filter(Boolean).join(', ') || null;

/** A source record as the matcher reads it. */
export const linkageOf = (record: Omit<StandingRecord, 'known_as' | 'mother_name'>): LinkageRecord => ({
  id: record.id,
  source: record.feed_id,
  givenName: record.given_name,
  middleName: record.middle_name,
  familyName: record.family_name,
  sex: record.sex,
  dateOfBirth: record.date_of_birth,
  addressLine: line(record.line1, record.line2),
  town: record.town,
  postcode: record.postcode,
  phone: record.phone,
  email: record.email,
  nhsNumber: record.nhs_number,
  upn: record.upn,
});

/** What stands of a person as records: one for each of their names and addresses, so that an earlier name or home is compared too,
 *  and every source record. At most twelve. */
export function recordsOf(story: Story): LinkageRecord[] {
  const first = (kind: string, of: readonly { kind: string; value: string }[]): string | null =>
    of.find((it) => it.kind === kind)?.value ?? null;
  const standing = (at: number): LinkageRecord => {
    const name = story.names[Math.min(at, story.names.length - 1)];
    const home = story.addresses[Math.min(at, story.addresses.length - 1)];
    return {
      id: `${story.id}:${at}`,
      givenName: name?.given,
      familyName: name?.family,
      sex: story.sex,
      dateOfBirth: story.dateOfBirth,
      addressLine: home?.line1 ?? null,
      town: home?.town ?? null,
      postcode: home?.postcode ?? null,
      phone: first('phone', story.contacts),
      email: first('email', story.contacts),
      nhsNumber: first('nhs-number', story.identifiers),
      upn: first('upn', story.identifiers),
    };
  };
  const many = Math.min(Math.max(1, story.names.length, story.addresses.length), 4);
  return [...Array.from({ length: many }, (_none, at) => standing(at)), ...story.records.map(linkageOf)].slice(0, 12);
}

/** The facts a person may be found by. */
export const keyFactsOf = (story: Story): KeyFacts => ({
  names: [
    ...story.names.map(({ given, family }) => ({ given, family })),
    ...story.names.flatMap(({ known, family }) => (known ? [{ given: known, family }] : [])),
  ],
  dateOfBirth: story.dateOfBirth,
  postcodes: story.addresses.flatMap((it) => (it.current && it.postcode ? [it.postcode] : [])),
  wards: story.addresses.flatMap((it) => (it.current && it.ward ? [it.ward] : [])),
  identifiers: story.identifiers.map((it) => it.value),
  phones: story.contacts.flatMap((it) => (it.kind === 'phone' ? [it.value] : [])),
  lines: story.addresses.flatMap((it) => (it.current && it.line1 ? [it.line1] : [])),
  parents: story.parents,
});
