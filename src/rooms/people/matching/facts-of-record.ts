import { randomUUID } from 'node:crypto';
import type { FactsOf } from '../index-model/assertion.ts';
import type { LinkageRecord } from '../linkage/linkage-record.ts';
import { foldName } from '../name-folding.ts';
import type { KeyFacts } from '../search-keys.ts';
import type { ArrivingRecord } from './arriving-record.ts';
import type { Story } from './story.ts';

type Kind = 'link' | 'name' | 'date of birth' | 'sex' | 'address' | 'contact point' | 'identifier';

/** One fact of a record, with the id its assertion gets, and whether the person did not have it before. */
export type RecordFact = { [K in Kind]: { id: string; kind: K; facts: FactsOf[K]; isNew: boolean } }[Kind];

const same = (one: string | null | undefined, other: string | null | undefined): boolean => foldName(one ?? '') === foldName(other ?? '');
const given = (record: ArrivingRecord): string | null => [record.givenName, record.middleName].filter(Boolean).join(' ') || null;

/** What a record says, as assertions in the order they are written; beside a person, which of it is new. */
export function factsOf(record: ArrivingRecord, story: Story | null): RecordFact[] {
  const said = { on: record.factsOn ?? null };
  const facts: RecordFact[] = [{ id: randomUUID(), kind: 'link', facts: {}, isNew: false }];
  const add = <K extends Exclude<Kind, 'link'>>(kind: K, of: FactsOf[K], isNew: boolean): void => {
    facts.push({ id: randomUUID(), kind, facts: of, isNew } as RecordFact);
  };
  if (given(record) || record.familyName)
    add(
      'name',
      {
        ...said,
        use: 'usual',
        given: given(record),
        family: record.familyName ?? null,
        preferred: record.knownAs ?? null,
        script: record.nameScript ?? null,
        order: record.nameOrder ?? null,
      },
      story !== null && !story.names.some((name) => same(name.given, given(record)) && same(name.family, record.familyName)),
    );
  if (record.dateOfBirth || record.expectedOn || record.dateOfBirthAsWritten)
    add(
      'date of birth',
      {
        ...said,
        born: record.dateOfBirth ?? null,
        expectedOn: record.dateOfBirth ? null : (record.expectedOn ?? null),
        plurality: record.plurality ?? null,
        asWritten: record.dateOfBirthAsWritten ?? null,
      },
      false,
    );
  if (record.sex && record.sex !== 'U') add('sex', { ...said, sex: record.sex }, false);
  if (record.line1 || record.postcode)
    add(
      'address',
      {
        ...said,
        line1: record.line1 ?? 'Not known',
        line2: record.line2 ?? null,
        town: record.town ?? null,
        postcode: record.postcode ?? null,
        from: record.addressFrom ?? null,
      },
      !story?.addresses.some((home) => home.postcode === (record.postcode ?? null) && same(home.line1, record.line1)),
    );
  for (const [kind, value] of [
    ['phone', record.phone],
    ['email', record.email],
  ] as const)
    if (value) add('contact point', { ...said, kind, value }, !story?.contacts.some((it) => it.kind === kind && it.value === value));
  for (const [kind, value] of [
    ['nhs-number', record.nhsNumber],
    ['upn', record.upn],
  ] as const)
    if (value) add('identifier', { ...said, kind, value }, !story?.identifiers.some((it) => it.kind === kind && it.value === value));
  return facts;
}

/** The record as the matcher reads it. */
export const linkageOfArriving = (record: ArrivingRecord, source: string): LinkageRecord => ({
  id: record.localId ?? 'arriving',
  source,
  givenName: record.givenName ?? null,
  middleName: record.middleName ?? null,
  familyName: record.familyName ?? null,
  sex: record.sex ?? null,
  dateOfBirth: record.dateOfBirth ?? null,
  addressLine: [record.line1, record.line2].filter(Boolean).join(', ') || null,
  town: record.town ?? null,
  postcode: record.postcode ?? null,
  phone: record.phone ?? null,
  email: record.email ?? null,
  nhsNumber: record.nhsNumber ?? null,
  upn: record.upn ?? null,
});

/** What the record may be found by. */
export const keyFactsOfArriving = (record: ArrivingRecord): KeyFacts => ({
  names: [
    { given: given(record), family: record.familyName ?? null },
    ...(record.knownAs ? [{ given: record.knownAs, family: record.familyName ?? null }] : []),
  ],
  dateOfBirth: record.dateOfBirth ?? null,
  expectedOn: record.dateOfBirth ? null : (record.expectedOn ?? null),
  postcodes: record.postcode ? [record.postcode] : [],
  wards: [],
  identifiers: [record.nhsNumber, record.upn].flatMap((it) => it ?? []),
  phones: record.phone ? [record.phone] : [],
  lines: record.line1 ? [record.line1] : [],
});

/** The facts of two, together: what a person may be found by once the record stands under them. */
export const bothFacts = (one: KeyFacts, other: KeyFacts): KeyFacts => ({
  names: [...one.names, ...other.names],
  dateOfBirth: one.dateOfBirth ?? other.dateOfBirth,
  expectedOn: (one.dateOfBirth ?? other.dateOfBirth) ? null : (one.expectedOn ?? other.expectedOn ?? null),
  postcodes: [...new Set([...one.postcodes, ...other.postcodes])],
  wards: [...new Set([...one.wards, ...other.wards])],
  identifiers: [...new Set([...one.identifiers, ...other.identifiers])],
  phones: [...new Set([...(one.phones ?? []), ...(other.phones ?? [])])],
  lines: [...new Set([...(one.lines ?? []), ...(other.lines ?? [])])],
  parents: [...(one.parents ?? []), ...(other.parents ?? [])],
});
