import type { Loader } from '../../platform/db/bulk-load.ts';
import type { Sample } from '../people/sample.ts';
import { clockRow } from './sample/clock-row.ts';
import { caseworkSheets, sourceFor, takeFamily, tellAllEarlyHelp, tellAllReferrals, worryFor } from './sample/sample-town.ts';
import { fullName, moment, told } from './sample/story.ts';
import { sampleTables } from './sample/tables.ts';
import { worries } from './sample/worries.ts';

/** Early help and referrals of one patch of the demonstration borough. */
const tell: Sample = async (scene) => {
  const sheets = caseworkSheets();
  const thousands = scene.people.people.filter((it) => it.part === 'child').length / 1000;
  tellAllEarlyHelp(scene, sheets, thousands);
  tellAllReferrals(scene, sheets, thousands);
  await sheets.write(scene.loader);
};

/** Once all is loaded: who is involved with whom because of open work, as the triggers would have kept it. */
async function involve(loader: Loader): Promise<void> {
  await loader.query(`insert into involvement (person_id, agency_id, team_id, staff_id, practitioner_name, practitioner_phone, role, opens, is_lead, started_on, source, confirmed_at, because_kind, because_id)
    select w.person_id, w.agency_id, w.team_id, w.staff_id, w.practitioner_name, w.practitioner_phone, w.role, w.opens, w.is_lead, o.since, 'Recorded here', now(), o.kind, o.id
      from (select 'early-help' as kind, id, coalesce(agreed_on, requested_at::date) as since from early_help_episode where closed_on is null
        union all select 'referral', id, received_at::date from referral where state in ('RECEIVED','DECISION_PENDING','ACCEPTED')
        union all select 'strategy', id, requested_at::date from strategy_request where state <> 'HELD') o
      cross join lateral access.wanted_involvement(o.kind, o.id) w`);
}

/** What the demonstration needs of this room, and what the front door's sample tells its contacts with. */
export const caseworkSample = {
  tell,
  involve,
  heavyTables: sampleTables,
  worries,
  worryFor,
  takeFamily,
  sourceFor,
  moment,
  told,
  fullName,
  clockRow,
} as const;
export type { SampleWorry } from './sample/worries.ts';
