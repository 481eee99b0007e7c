import type { Loader } from '../../../platform/db/bulk-load.ts';
import { ENGLAND_AND_WALES, holidaysThatStand } from '../../../platform/time/bank-holidays.ts';

const targets = [
  ['screened', 90, 'Agreed by the safeguarding partners for the year'],
  ['told', 85, 'Agreed by the safeguarding partners for the year'],
  ['answered', 80, 'Written into every agency’s agreement'],
  ['re-referral', 22, 'England, children in need census 2025: 22.6%'],
] as const;

/** Counts the demonstration's contacts as the nightly job would, and sets what the measures are held against: once all is loaded. */
export async function countFigures(loader: Loader): Promise<void> {
  const holidays = holidaysThatStand(ENGLAND_AND_WALES).map((one) => one.date);
  await loader.query(`select set_config('app.actor', 'system', true)`);
  await loader.query(`select access.refresh_figures(now(), $1::date[], true)`, [holidays]);
  await loader.query(`select set_config('app.actor', '', true)`);
  const [manager] = await loader.query<{ id: string }>(
    `select staff_id as id from membership where role = 'MASH_M' and valid_to is null order by valid_from, staff_id limit 1`,
  );
  if (!manager) return;
  for (const [measure, target, reason] of targets)
    await loader.query(
      `insert into measure_target (measure, target, valid_from, reason, set_by, set_at) values ($1, $2, current_date - 200, $3, $4, now() - interval '200 days')`,
      [measure, target, reason, manager.id],
    );
  await loader.query(
    `insert into process_change (measure, happened_on, words, begins_anew, recorded_by, recorded_at)
     values ('screened', current_date - 120, 'A second contact officer from eight in the morning', false, $1, now() - interval '119 days')`,
    [manager.id],
  );
}
