import { randomUUID } from 'node:crypto';
import type { Family } from './family.sample.ts';
import type { Planting } from './planting.sample.ts';

/** Plants a source record of every child with what it says, an entry that waits for someone to say whose it is, and a row a join moved. */
export async function plantFold(plant: Planting, agencyId: string, families: readonly Family[]): Promise<void> {
  let moved = 0;
  for (const family of families) {
    const { child, mother } = family.ids;
    if (!child || !mother) continue;
    const record = await plant.put('source_record', { person_id: child, agency_id: agencyId, feed_id: null, upn: null, nhs_number: null });
    family.ids['sourceRecord'] = record;
    const asserted = { person_id: child, source_record_id: record, agency_id: agencyId, is_manual: false, model_version: null };
    await plant.put('assertion', { ...asserted, place: 101, kind: 'link', facts: {} });
    const says = (place: number) => plant.mark('assertion', 'facts', `${child}|${place}`);
    await plant.put('assertion', { ...asserted, place: 102, kind: 'name', facts: { use: 'known as', given: says(102), family: null } });
    await plant.put('assertion', {
      ...asserted,
      place: 103,
      kind: 'address',
      facts: { line1: says(103), postcode: 'HA1 1AA', to: '2020-01-01' },
    });
    const waits = {
      person_id: child,
      other_id: mother,
      assertion_id: randomUUID(),
      table_name: 'warning_note',
      column_name: 'person_id',
      row_key: {},
    };
    await plant.put('apportion_item', { ...waits, reason: null, decision: null });
    const entry = {
      person_id: child,
      to_id: mother,
      assertion_id: randomUUID(),
      table_name: 'family',
      column_name: 'person_id',
      row_key: {},
    };
    await plant.put('person_move', {
      ...entry,
      id: (moved += 1),
      what: 'moved',
      row: { note: plant.mark('person_move', 'row', `${child}|${moved}`) },
    });
  }
}
