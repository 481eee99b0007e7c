import type { Loader } from '../../../platform/db/bulk-load.ts';
import { wards } from './tables/wards.ts';

/** Who stands where in the stories of who is involved: ids of the demonstration's staff and teams. */
export interface KeptCast {
  now: Date;
  /** Leads families and keeps involvements of their own; follows children. */
  worker: string;
  /** Asks a service to contact them. */
  asker: string;
  /** Leaves in five days and still holds children. */
  leaver: string;
  /** A service whose part is not told: its agency and team. */
  service: { agencyId: string; teamId: string };
  /** Teams that share the wards among them. */
  areaTeams: readonly (readonly string[])[];
}

/** Children of the families someone works with by name, the oldest first. */
const childrenOf = `select i.person_id from involvement i join person p on p.id = i.person_id
  where i.staff_id = $1 and i.ended_on is null and i.opens = 'work' and p.shield = 'none' and not p.restricted and p.date_of_birth > $2::date - 6500
  group by i.person_id, p.date_of_birth order by p.date_of_birth, 1`;

/**
 * Writes, once everyone's work is known: involvements people typed, some long unconfirmed; a watch with news; a service that is not told and
 * messages to it; a colleague who leaves; where teams work; the emergency duty team's number.
 */
export async function loadKept(loader: Loader, cast: KeptCast): Promise<void> {
  const of = async (staffId: string): Promise<string[]> =>
    (await loader.query<{ person_id: string }>(childrenOf, [staffId, cast.now])).map((row) => row.person_id);
  const [own, asked] = [await of(cast.worker), await of(cast.asker)];
  await typed(loader, cast, own.slice(0, 6));
  await followed(loader, cast, own.slice(0, 2));
  await passedOn(loader, cast, asked.slice(0, 2));
  await loader.query("update staff set left_on = ($2::timestamptz + interval '5 days')::date where id = $1", [cast.leaver, cast.now]);
  await loader.query(
    `insert into setting (key, value, note) values ('emergency-duty-team', '020 7946 0999', 'Number to ring out of hours')`,
  );
  await loader.copy(
    'team_area',
    ['team_id', 'area'],
    cast.areaTeams.flatMap((teams) => wards.map((ward, at) => [teams[at % teams.length] ?? '', ward.name])),
  );
}

/** What the worker said by hand, confirmed ever longer ago; and the question whether it still holds. */
async function typed(loader: Loader, { worker, now }: KeptCast, children: readonly string[]): Promise<void> {
  for (const [at, personId] of children.entries())
    await loader.query(
      `insert into involvement (person_id, agency_id, staff_id, role, opens, started_on, source, confirmed_at, because_kind, because_id, recorded_by)
       select $1, m.agency_id, $2, 'Saturday reading group', 'nothing', ($3::timestamptz - make_interval(months => $4::int + 1))::date, s.display_name || ', typed', $3::timestamptz - make_interval(months => $4::int), 'typed', $1, $2
         from staff s join membership m on m.staff_id = s.id where s.id = $2 limit 1`,
      [personId, worker, now, at * 3],
    );
  await loader.query(`insert into alert (staff_id, kind, href, raised_at) values ($1, 'still-working', '/still-working', $2)`, [
    worker,
    now,
  ]);
}

/** Two children the worker follows; someone became involved with the first yesterday. */
async function followed(loader: Loader, { worker, now }: KeptCast, children: readonly string[]): Promise<void> {
  await loader.query(
    `update involvement set recorded_at = least(started_on::timestamptz, $2::timestamptz - interval '2 days') where person_id = any($1::uuid[])`,
    [[...children], now],
  );
  for (const [at, personId] of children.entries()) {
    await loader.query(
      `with w as (insert into involvement_watch (person_id, staff_id, started_at) values ($1, $2, $3::timestamptz - interval '30 days') returning *)
       insert into involvement_news (person_id, watch_id, on_day, staff_id, first_at, last_at)
       select person_id, id, ($3::timestamptz - interval '1 day')::date, staff_id, $3::timestamptz - interval '1 day', $3::timestamptz - interval '1 day' from w where $4::boolean`,
      [personId, worker, now, at === 0],
    );
    if (at === 0)
      await loader.query(
        `insert into involvement (person_id, agency_id, practitioner_name, practitioner_phone, role, started_on, source, confirmed_at, because_kind, because_id, recorded_at)
         select $1, a.id, 'Young carers’ project', '020 7946 0612', 'young carers’ group', ($2::timestamptz - interval '1 day')::date, 'Young carers’ project, typed', $2::timestamptz - interval '1 day', 'typed', $1, $2::timestamptz - interval '1 day'
           from agency a where a.agency_type = 'VCS' order by a.name limit 1`,
        [personId, now],
      );
  }
}

/** Two children someone asks about: with the first a service is involved that is not told, and a message has reached it; the second's waits. */
async function passedOn(loader: Loader, { asker, service, now }: KeptCast, children: readonly string[]): Promise<void> {
  const [withService, without] = children;
  if (!withService || !without) return;
  await loader.query(
    `insert into involvement (person_id, agency_id, team_id, role, sensitive, started_on, source, confirmed_at, because_kind, because_id)
     values ($1, $2, $3, 'young people’s clinic', true, ($4::timestamptz - interval '60 days')::date, 'Clinic list', $4, 'typed', $1)`,
    [withService, service.agencyId, service.teamId, now],
  );
  await loader.query(
    `with officer as (select staff_id from membership where role = 'DPO' order by staff_id limit 1),
       r as (insert into broker_request (person_id, asked_by, asked_at, message, decision, decided_at, decided_by)
         select $1, $2, $3::timestamptz - interval '3 days', 'I am planning support with the family and would like to hear from any service that sees them.', 'passed on', $3::timestamptz - interval '2 days', staff_id from officer returning *)
     insert into broker_delivery (person_id, request_id, asked_by, agency_id, team_id, passed_on_at) select person_id, id, asked_by, $4, $5, decided_at from r`,
    [withService, asker, now, service.agencyId, service.teamId],
  );
  await loader.query(
    `insert into broker_request (person_id, asked_by, asked_at, message) values ($1, $2, $3::timestamptz - interval '1 day', $4)`,
    [without, asker, now, 'Is there anyone I should speak to before the review next week? Please ring me.'],
  );
}
