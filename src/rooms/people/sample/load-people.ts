import type { Loader } from '../../../platform/db/bulk-load.ts';
import { isoDay, type DayNumber } from './days.ts';
import type { Population, SamplePerson } from './population-types.ts';

/** Tables of this room that receive most rows of a borough. */
export const heavyTables = [
  'person',
  'person_name',
  'person_address',
  'person_contact_point',
  'identifier',
  'relationship',
  'family',
  'family_member',
  'involvement',
  'certainly_not',
  'person_search',
] as const;

const day = (number: DayNumber | null): string | null => (number === null ? null : isoDay(number));
const reference = (household: number): string => `F-${20_000 + household}`;

/** Writes one batch of people, their names, addresses, identifiers, relationships and families; search keys come apart. `recordedAt` is when all of it was recorded. */
export async function loadPeople(loader: Loader, batch: Population, recordedAt: Date): Promise<void> {
  const { people } = batch;
  await loader.copy(
    'person',
    [
      'id',
      'given_name',
      'family_name',
      'date_of_birth',
      'date_of_birth_is',
      'expected_on',
      'sex',
      'ethnicity',
      'first_language',
      'interpreter_needed',
      'religion',
      'disabilities',
      'is_synthetic',
      'created_at',
    ],
    people.map((it) => [
      it.id,
      it.given,
      it.family,
      day(it.bornOn),
      it.bornOnIs,
      day(it.expectedOn),
      it.sex,
      it.ethnicity,
      it.firstLanguage,
      it.interpreterNeeded,
      it.religion,
      it.disabilities,
      true,
      recordedAt,
    ]),
  );
  await loader.copy(
    'person_name',
    ['person_id', 'kind', 'given_name', 'family_name', 'source'],
    people.flatMap((it) => it.others.map((name) => [it.id, name.kind, name.given || null, name.family || null, name.source])),
  );
  await loader.copy(
    'person_address',
    ['person_id', 'line1', 'town', 'postcode', 'ward', 'valid_from', 'valid_to', 'source'],
    batch.addresses.map((it) => [it.personId, it.line1, it.town, it.postcode, it.ward, isoDay(it.from), day(it.to), it.source]),
  );
  await loader.copy('person_contact_point', ['person_id', 'kind', 'value', 'safe_note', 'is_safe'], people.flatMap(contactPoints));
  await loader.copy(
    'identifier',
    ['person_id', 'kind', 'value', 'valid_from', 'valid_to', 'source'],
    batch.identifiers.map((it) => [it.personId, it.kind, it.value, day(it.from), day(it.to), it.source]),
  );
  await loadTies(loader, batch, recordedAt);
}

function contactPoints(person: SamplePerson): [string, string, string, string | null, boolean][] {
  const points: [string, string, string, string | null, boolean][] = [];
  if (person.phone) points.push([person.id, 'phone', person.phone, null, true]);
  if (person.email) points.push([person.id, 'email', person.email, null, true]);
  return points;
}

async function loadTies(loader: Loader, batch: Population, recordedAt: Date): Promise<void> {
  await loader.copy(
    'relationship',
    ['person_id', 'related_id', 'kind', 'parental_responsibility', 'source'],
    batch.relationships.map((it) => [it.personId, it.relatedId, it.kind, it.parentalResponsibility, 'Family']),
  );
  // Triggers rest while a borough is loaded: what they would write of known twins is loaded too.
  await loader.copy(
    'certainly_not',
    ['person_a', 'person_b', 'because', 'decided_at'],
    batch.relationships
      .filter((it) => it.kind === 'twin' && it.personId < it.relatedId)
      .map((it) => [it.personId, it.relatedId, 'twins', recordedAt]),
  );
  await loader.copy(
    'family',
    ['id', 'reference', 'name', 'created_at'],
    batch.households.map((it) => [it.id, reference(it.number), it.name, recordedAt]),
  );
  await loader.copy(
    'family_member',
    ['family_id', 'person_id', 'part', 'lives_here', 'valid_from'],
    batch.people.map((it) => [
      it.householdId,
      it.id,
      it.part,
      it.livesHere,
      day(it.bornOn !== null && it.part === 'child' ? it.bornOn : null) ?? '2020-01-01',
    ]),
  );
}
