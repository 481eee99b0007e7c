import type { Cast } from './people.sample.ts';
import type { Planting } from './planting.sample.ts';

/** Every contact counted once and once as disputed, a day's sum, a target, and a change marked on the charts. */
export async function plantFigures(plant: Planting, cast: Pick<Cast, 'staff'>, contacts: readonly (string | undefined)[]): Promise<void> {
  const day = '2026-10-05';
  for (const contact of contacts)
    for (const measure of ['received', 'disputed'])
      if (contact)
        await plant.put('figure_line', { measure, item_id: contact, contact_id: contact, happened_on: day, part: '2A', amount: 1 });
  await plant.put('figure_day', {
    measure: 'received',
    happened_on: day,
    part: '2A',
    numerator: contacts.length,
    denominator: contacts.length,
  });
  await plant.put('figure_period', { grain: 'month', period: '2026-10-01', measure: 'received', part: '2A', numerator: 1, denominator: 1 });
  await plant.put('figure_refresh', { only_one: true, looked_at: new Date().toISOString() });
  const by = cast.staff['manager'];
  await plant.put('measure_target', { measure: 'screened', target: 90, valid_from: day, set_by: by, set_at: new Date().toISOString() });
  await plant.put('process_change', {
    measure: null,
    happened_on: day,
    begins_anew: false,
    recorded_by: by,
    recorded_at: new Date().toISOString(),
  });
}
