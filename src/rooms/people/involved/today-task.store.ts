import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { shortDate } from '../../../platform/time/plain-dates.ts';
import { londonDay } from '../today.ts';

/** Something to do about who is involved, as Today shows it. */
export interface InvolvedTask {
  kind: 'involved-news' | 'broker-waits' | 'passed-to-us' | 'leaver';
  what: string;
  whom: string;
  familyId: null;
  personId: string | null;
  dueOn: string | null;
  overdue: boolean;
  clockWords: null;
  href: string;
  action: string;
}

interface Row {
  kind: InvolvedTask['kind'];
  id: string | null;
  name: string | null;
  due: string | null;
  many: number;
}

const count = (many: number, one: string, more: string): string => (many === 1 ? `1 ${one}` : `${many} ${more}`);

function taskOf(row: Row, today: string): InvolvedTask {
  const task = { kind: row.kind, familyId: null, personId: null, dueOn: null, overdue: false, clockWords: null } as const;
  const name = row.name ?? 'Name not known';
  if (row.kind === 'involved-news')
    return {
      ...task,
      what: 'Someone else became involved',
      whom: name,
      personId: row.id,
      href: `/people/${row.id}/involved`,
      action: 'Look',
    };
  if (row.kind === 'broker-waits')
    return {
      ...task,
      what: `${count(row.many, 'request waits', 'requests wait')} for the broker`,
      whom: 'Privacy',
      href: '/broker',
      action: 'Decide',
    };
  if (row.kind === 'passed-to-us')
    return {
      ...task,
      what: `${count(row.many, 'practitioner asks', 'practitioners ask')} you to contact them about a child`,
      whom: 'Your service',
      href: '/passed-on-requests',
      action: 'Read',
    };
  const left = row.due !== null && row.due < today;
  const when = row.due ? `${left ? 'left' : 'leaves'} on ${shortDate(row.due, today)}` : 'has no post any more';
  return {
    ...task,
    what: `${name} ${when}: ${count(row.many, 'child', 'children')} to pass on`,
    whom: 'Your team',
    dueOn: row.due ?? today,
    overdue: left,
    href: `/practitioners/${row.id}/hand-over`,
    action: 'Pass on',
  };
}

/** What waits for the reader: news of children they watch, requests for the broker, requests that reached their service, colleagues who leave. */
export async function involvedTasks(ctx: StaffCtx): Promise<InvolvedTask[]> {
  const { rows } = await sql<Row>`
    select 'involved-news' as kind, p.id, concat_ws(' ', coalesce(p.preferred_name, p.given_name), p.family_name) as name, null::date as due, 1 as many
      from (select distinct n.person_id from involvement_news n join involvement_watch w on w.person_id = n.person_id and w.id = n.watch_id and w.ended_at is null
             where n.staff_id = ${ctx.who.staffId} and n.seen_at is null) n join person p on p.id = n.person_id
    union all
    select 'broker-waits', null, null, null, count(*)::int from broker_request where decided_at is null and asked_by <> ${ctx.who.staffId}
      and (select access.has_role(array['DPO'])) having count(*) > 0
    union all
    select 'passed-to-us', null, null, null, count(*)::int from broker_delivery where answered_at is null having count(*) > 0
    union all
    select 'leaver', s.id, s.display_name, s.left_on, count(distinct h.person_id)::int from access.held_by_leavers(null) h join staff s on s.id = h.staff_id
      where h.cover_staff_id is null group by s.id, s.display_name, s.left_on`.execute(ctx.tx);
  saw(ctx, ...rows.filter((row) => row.kind === 'involved-news').map((row) => row.id));
  return rows.map((row) => taskOf(row, londonDay(ctx)));
}
