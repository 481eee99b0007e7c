import { sql } from 'kysely';
import { may, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { clocksOf } from '../../../platform/time/clock.store.ts';
import { fullDate } from '../../../platform/time/plain-dates.ts';
import type { FrontDoorTask } from '../tasks.store.ts';

interface Row {
  kind: 'out-of-hours-list' | 'transfer-in' | 'suggested-rating' | 'routing-rule';
  id: string;
  reference: string;
  children: string[];
  personIds: string[];
}

const timeless = { familyId: null, personId: null, dueOn: null, overdue: false, clockWords: null } as const;

/** What the ways in wait for: a night's list without an officer or half read by this one, transfers to acknowledge, ratings suggested for
 *  contacts this person holds, and for a manager rules that another proposed. */
export async function waysInTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  if (!may(ctx, 'front-door.screen')) return [];
  const { rows } = await sql<Row>`
    select * from (
      select 'out-of-hours-list' as kind, l.id, l.for_day::text as reference, '{}'::text[] as children, '{}'::uuid[] as "personIds", 1 as place, l.made_at as since
        from out_of_hours_list l where l.accepted_at is null and (l.day_officer is null or l.day_officer = ${ctx.who.staffId})
      union all select 'transfer-in', t.contact_id, c.reference, ${named}, ${recognised}, 2, c.received_at
        from transfer_in t join contact c on c.id = t.contact_id where t.acknowledged_at is null and (c.held_by is null or c.held_by = ${ctx.who.staffId})
      union all select 'suggested-rating', c.id, c.reference, ${named}, ${recognised}, 3, c.received_at
        from contact c join lateral (select * from contact_routing q where q.contact_id = c.id order by q.number desc limit 1) r on r.suggested_rag is not null and r.rag_answer is null
        where c.held_by = ${ctx.who.staffId} and c.state not in ('CLOSED', 'MERGED')
      union all select 'routing-rule', r.id, r.name, '{}', '{}', 4, r.proposed_at
        from routing_rule r where ${may(ctx, 'front-door.decide')} and r.agreed_at is null and r.refused_at is null and r.proposed_by <> ${ctx.who.staffId}
    ) waits order by place, since limit 50`.execute(ctx.tx);
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const clocked = rows.filter((row) => row.kind === 'out-of-hours-list' || row.kind === 'transfer-in');
  const clocks = new Map([
    ...(await clocksOf(ctx, 'out-of-hours-list', idsOf(clocked, 'out-of-hours-list'))),
    ...(await clocksOf(ctx, 'transfer-in', idsOf(clocked, 'transfer-in'))),
  ]);
  return rows.map((row) => {
    const reading = clocks.get(row.id)?.find((clock) => clock.metAt === null && clock.cancelledAt === null)?.reading;
    const time = reading ? { dueOn: reading.dueOn, overdue: reading.state === 'overdue', clockWords: reading.words } : {};
    return { ...timeless, ...time, kind: row.kind, ...wordsOf(row), whom: row.children.join(' and ') || 'Front door' };
  });
}

const named = sql`coalesce((select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position)
  from contact_person p where p.contact_id = c.id and p.part <> 'adult'), '{}')`;
const recognised = sql`coalesce((select array_agg(x.person_id) from contact_recognition x where x.contact_id = c.id), '{}')`;
const idsOf = (rows: readonly Row[], kind: Row['kind']): string[] => rows.filter((row) => row.kind === kind).map((row) => row.id);

function wordsOf(row: Row): { what: string; href: string; action: string } {
  if (row.kind === 'out-of-hours-list')
    return {
      what: `Out-of-hours list of ${fullDate(row.reference)} is not handed over`,
      href: `/front-door/mornings/${row.id}`,
      action: 'Read',
    };
  if (row.kind === 'transfer-in')
    return {
      what: `${row.reference}: tell the other council that we have it`,
      href: `/front-door/contacts/${row.id}/way-in`,
      action: 'Open',
    };
  if (row.kind === 'suggested-rating')
    return {
      what: `${row.reference}: a rule suggests a rating; say whether it is so`,
      href: `/front-door/contacts/${row.id}/way-in`,
      action: 'Open',
    };
  return { what: `Agree to a change of the rule “${row.reference}”, or refuse`, href: `/front-door/rules/${row.id}`, action: 'Read' };
}
