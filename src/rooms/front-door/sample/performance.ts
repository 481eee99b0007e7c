import type { Loader } from '../../../platform/db/bulk-load.ts';
import { ENGLAND_AND_WALES, holidaysThatStand } from '../../../platform/time/bank-holidays.ts';

const targets = [
  ['screened', 90, 'Agreed by the safeguarding partners for the year'],
  ['told', 85, 'Agreed by the safeguarding partners for the year'],
  ['answered', 80, 'Written into every agency’s agreement'],
  ['re-referral', 22, 'England, children in need census 2025: 22.6%'],
] as const;

/** Of a hundred contacts: how many were late to be screened (and so told), and how many late in either. */
const late = { screened: 7, told: 14 } as const;

/** Some older contacts that opened nothing were screened days late, and some referrers told days late: a front door has bad weeks. */
async function someLate(loader: Loader): Promise<void> {
  await loader.query(
    `create temporary table late on commit drop as
       select c.id, abs(hashtext(c.id::text)) % 100 < $1 as screening from contact c
        where c.state = 'CLOSED' and c.received_at < now() - interval '20 days' and abs(hashtext(c.id::text)) % 100 < $2
          and not exists (select from contact_decision d where d.contact_id = c.id and d.led_to_id is not null)`,
    [late.screened, late.told],
  );
  for (const statement of [
    `update contact_decision d set decided_at = d.decided_at + interval '3 days' from late l where l.id = d.contact_id and l.screening`,
    `update clock k set met_at = k.met_at + interval '3 days' from late l where k.subject_kind = 'contact' and k.subject_id = l.id and l.screening and k.met_at is not null`,
    `update contact_feedback f set given_at = f.given_at + interval '6 days', read_at = f.read_at + interval '6 days' from late l where l.id = f.contact_id`,
    `update contact c set closed_at = c.closed_at + interval '6 days' from late l where l.id = c.id`,
  ])
    await loader.query(statement);
}

/** Counts the demonstration's contacts as the nightly job would, and sets what the measures are held against: once all is loaded. */
export async function countFigures(loader: Loader): Promise<void> {
  await someLate(loader);
  const holidays = holidaysThatStand(ENGLAND_AND_WALES).map((one) => one.date);
  await loader.query(`select set_config('app.actor', 'system', true)`);
  await loader.query(`select access.refresh_figures(now(), $1::date[], '-infinity', 'infinity')`, [holidays]);
  await loader.query(`select access.refresh_figures(now(), $1::date[], null, null)`, [holidays]);
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
  await loader.query(
    `insert into process_change (measure, happened_on, words, begins_anew, recorded_by, recorded_at)
     values (null, (date_trunc('month', now()) - interval '11 months')::date, 'Every contact is recorded here, not only those that led to help', true, $1, now() - interval '300 days')`,
    [manager.id],
  );
}
