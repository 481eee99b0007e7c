import type { Loader } from '../../../platform/db/bulk-load.ts';
import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { addDays, weekdayOf } from '../../../platform/time/calendar-day.ts';
import { londonDate, londonInstant } from '../../../platform/time/london.ts';
import type { Scene } from '../../people/sample.ts';

const hour = 3_600_000;

/** Who is on duty on which weekdays (1 Monday), from when to when; what is left out shows as a gap. */
const rota: readonly (readonly [discipline: string, key: string, days: readonly number[], from: number, to: number])[] = [
  ['social work', 'social-worker', [1, 3, 5], 9, 17],
  ['social work', 'social-worker-2', [2, 4], 9, 17],
  ['police', 'police-officer', [1, 2, 3, 4, 5], 8, 16],
  ['health', 'health-visitor', [1, 2, 4], 9, 17],
  ['health', 'health-visitor-2', [5], 9, 17],
  ['education', 'primary-dsl', [1, 3], 9, 17],
  ['education', 'secondary-dsl', [2, 5], 9, 13],
  ['early help', 'lead-practitioner', [2, 4], 9, 17],
  ['domestic abuse', 'domestic-abuse-adviser', [3], 10, 15],
  ['housing', 'housing-officer', [4], 10, 15],
];

/** The rota of the week before, this week and the next; somebody for health and the police at this moment whatever the hour; one turn offered to a colleague. */
export function tellRota(scene: Scene, sheets: RowSheets): void {
  if (scene.batch > 0) return;
  const manager = scene.staff('front-door-manager').id;
  const today = londonDate(scene.now);
  const monday = addDays(today, 1 - weekdayOf(today) - 7);
  const rostered = new Date(scene.now.getTime() - 20 * 24 * hour);
  const add = (discipline: string, key: string, startsAt: Date, endsAt: Date, id = scene.random.uuid()): string => {
    sheets.add('duty_slot', {
      id,
      discipline,
      staff_id: scene.staff(key).id,
      starts_at: startsAt,
      ends_at: endsAt,
      rostered_by: manager,
      rostered_at: rostered,
    });
    return id;
  };
  for (const [discipline, key, days, from, to] of rota)
    for (const week of [0, 7, 14])
      for (const day of days) {
        const on = addDays(monday, week + day - 1);
        if (on !== today || !['health', 'police'].includes(discipline))
          add(discipline, key, londonInstant(on, from), londonInstant(on, to));
      }
  for (const [discipline, key] of [
    ['health', 'health-visitor'],
    ['police', 'police-officer'],
  ] as const)
    add(discipline, key, new Date(scene.now.getTime() - 3 * hour), new Date(scene.now.getTime() + 8 * hour));
  const on = addDays(today, 8);
  const offered = add('health', 'health-visitor-2', londonInstant(on, 9), londonInstant(on, 12));
  sheets.add('duty_swap', {
    slot_id: offered,
    asked_by: scene.staff('health-visitor-2').id,
    asked_of: scene.staff('health-visitor').id,
    asked_at: new Date(scene.now.getTime() - 5 * hour),
    why: 'I am at a conference all morning.',
  });
}

/** Once all is loaded: who has a contact in hand, two views asked of disciplines (one waits, one is answered), and one child handed over to
 *  child protection whom nobody has accepted yet. Every open contact has the number of a last change. */
export async function completeWorkspace(loader: Loader): Promise<void> {
  await loader.query(
    `insert into contact_hold (contact_id, staff_id, taken_at) select id, held_by, held_since from contact where held_by is not null and held_since is not null`,
  );
  await loader.query(
    `insert into contact_change (contact_id, number, changed_at) select id, (extract(epoch from received_at) * 1000000)::bigint, received_at from contact
      where state not in ('CLOSED', 'MERGED') order by received_at on conflict do nothing`,
  );
  await loader.query(
    asks('health', 'Is the family known to a health visitor, and was anything seen at the last visit?', "now() - interval '50 minutes'", 0),
  );
  await loader.query(asks('police', 'Have officers been to the address in the last twelve months?', "now() - interval '5 hours'", 1));
  await loader.query(
    `update consult q set state = 'ANSWERED', answered_by = q.asked_of, answered_at = now() - interval '4 hours',
      answer = 'Two calls in March by neighbours about shouting. Nobody was hurt and nothing was taken further.' where q.discipline = 'police' and q.asked_of is not null`,
  );
  await loader.query(
    `insert into clock (rule_key, subject_kind, subject_id, started_at, due_at, warn_at, met_at)
      select 'C02B', 'consult', id, asked_at, asked_at + interval '4 hours', asked_at + interval '192 minutes', answered_at from consult`,
  );
  await loader.query(
    `insert into protection_handover (contact_id, decision_id, person_id, strategy_id, team_id, offered_by, offered_at)
      select f.contact_id, d.id, q.child_id, q.id, q.team_id, d.decided_by, now() - interval '12 minutes' from strategy_request q join referral f on f.id = q.referral_id
        join contact_decision d on d.contact_id = f.contact_id and d.person_id = q.child_id where q.state = 'REQUESTED' order by q.requested_at desc limit 1`,
  );
}

/** A view asked by whoever holds the contact, of whoever is on duty for the discipline; the children are named, nobody else. */
function asks(discipline: string, question: string, askedAt: string, place: number): string {
  return `with held as (
      select c.id, c.held_by from contact c where c.state = 'SCREENING' and c.held_by is not null
        and not exists (select 1 from contact_recognition r join person p on p.id = r.person_id where r.contact_id = c.id and (p.shield <> 'none' or p.restricted))
       order by c.received_at desc, c.id offset ${place} limit 1),
    asked as (
      insert into consult (contact_id, discipline, question, background, asked_by, asked_at, asked_of)
      select h.id, '${discipline}', '${question}', 'School is worried about how tired and unsettled the children have been since the summer.', h.held_by, ${askedAt},
        (select d.staff_id from duty_slot d where d.discipline = '${discipline}' and d.starts_at <= now() and d.ends_at > now() limit 1) from held h
      returning id, contact_id)
    insert into consult_person (consult_id, contact_person_id, person_id, name, date_of_birth)
    select a.id, p.id, r.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'A child'), p.date_of_birth
      from asked a join contact_person p on p.contact_id = a.contact_id and p.part = 'child' left join contact_recognition r on r.contact_person_id = p.id`;
}
