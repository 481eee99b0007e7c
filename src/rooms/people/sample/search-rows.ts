import { copyText } from '../../../platform/db/copy-text.ts';
import { searchRow } from '../search-keys.ts';
import { isoDay } from './days.ts';
import type { Population } from './population-types.ts';

/**
 * The search keys of a batch as lines for COPY: the same keys the people room keeps when a person is recorded, without the
 * address of anyone in `shielded`.
 */
export function searchLines(batch: Population, shielded: ReadonlySet<string>): string {
  const addresses = Map.groupBy(batch.addresses, (it) => it.personId);
  const identifiers = Map.groupBy(batch.identifiers, (it) => it.personId);
  const people = new Map(batch.people.map((it) => [it.id, it]));
  const parents = Map.groupBy(
    batch.relationships.filter(({ kind }) => kind === 'mother' || kind === 'father' || kind === 'expecting'),
    (it) => it.relatedId,
  );
  return copyText(
    batch.people.map((it) => {
      const places = shielded.has(it.id) ? [] : (addresses.get(it.id) ?? []).filter((place) => place.to === null);
      const row = searchRow({
        names: [{ given: it.given, family: it.family }, ...it.others],
        dateOfBirth: it.bornOn === null ? null : isoDay(it.bornOn),
        postcodes: places.map((place) => place.postcode),
        wards: places.map((place) => place.ward),
        expectedOn: it.expectedOn === null ? null : isoDay(it.expectedOn),
        lines: places.map((place) => place.line1),
        phones: it.phone === null || shielded.has(it.id) ? [] : [it.phone],
        parents: (parents.get(it.id) ?? []).flatMap((one) => people.get(one.personId) ?? []),
        identifiers: (identifiers.get(it.id) ?? []).filter((identifier) => identifier.to === null).map((identifier) => identifier.value),
      });
      return [it.id, row.keys, row.heard, row.folded];
    }),
  );
}
