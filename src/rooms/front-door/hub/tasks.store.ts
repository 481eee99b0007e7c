import { sql } from 'kysely';
import { may, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { clocksOf } from '../../../platform/time/clock.store.ts';
import type { FrontDoorTask } from '../tasks.store.ts';
import type { EnquiryState } from './enquiry.ts';

interface Row {
  id: string;
  reference: string;
  state: EnquiryState;
  children: string[];
  personIds: string[];
  mine: boolean;
  openedBy: string;
  openedById: string;
  secondWanted: boolean;
  overdue: string[];
}

/** What the hub waits for from the signed-in person: enquiries they opened or whose contact they hold, second managers asked for, and for a
 *  manager every enquiry that is overdue. */
export async function hubTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  if (!may(ctx, 'front-door.queue')) return [];
  const decides = may(ctx, 'front-door.decide');
  const { rows } = await sql<Row>`
    select e.id, c.reference, e.state, s.display_name as "openedBy", e.opened_by as "openedById", (e.opened_by = ${ctx.who.staffId} or c.held_by is not distinct from ${ctx.who.staffId}) as mine,
      (${decides} and e.second_asked_by is not null and e.second_by is null and e.second_asked_by <> ${ctx.who.staffId} and e.decided_at is null) as "secondWanted",
      coalesce((select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position)
        from contact_person p where p.contact_id = c.id and p.part <> 'adult'), '{}') as children,
      coalesce((select array_agg(x.person_id) from contact_recognition x where x.contact_id = c.id), '{}') as "personIds",
      coalesce((select array_agg(distinct a.name) from information_request r join agency a on a.id = r.agency_id
        join clock k on k.subject_kind = 'information-request' and k.subject_id = r.id and k.met_at is null and k.cancelled_at is null and k.due_at < ${ctx.now}
        where r.enquiry_id = e.id and r.state in ('SENT','ACKNOWLEDGED')), '{}') as overdue
    from hub_enquiry e join contact c on c.id = e.contact_id join staff s on s.id = e.opened_by
    where e.closed_at is null and (e.opened_by = ${ctx.who.staffId} or c.held_by = ${ctx.who.staffId}
      or ${decides} and (e.second_asked_by is not null and e.second_by is null and e.second_asked_by <> ${ctx.who.staffId} and e.decided_at is null
        or exists (select 1 from clock k where k.subject_kind = 'hub-enquiry' and k.subject_id = e.id and k.met_at is null and k.cancelled_at is null and k.due_at < ${ctx.now})))
    order by e.opened_at limit 50`.execute(ctx.tx);
  const clocks = await clocksOf(
    ctx,
    'hub-enquiry',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  return rows.map((row) => {
    const reading = clocks.get(row.id)?.find((clock) => clock.metAt === null && clock.cancelledAt === null)?.reading;
    return {
      kind: 'hub-enquiry',
      what: `${row.reference}: ${whatNext(row)}`,
      whom: row.children.join(' and ') || 'Child not named',
      familyId: null,
      personId: null,
      dueOn: reading?.dueOn ?? null,
      overdue: reading?.state === 'overdue',
      clockWords: reading?.words ?? null,
      href: row.state === 'DECISION' ? `/front-door/hub/${row.id}/tell` : `/front-door/hub/${row.id}`,
      action: row.secondWanted ? 'Answer' : row.mine ? 'Open' : 'Look',
      ...(row.mine || row.secondWanted ? {} : { heldBy: row.openedBy, heldById: row.openedById }),
    };
  });
}

const next: Record<EnquiryState, string> = {
  OPEN: 'ask agencies what they know',
  REQUESTING: 'agencies are asked',
  GATHERING: 'answers are coming in',
  COLLATED: 'the picture is complete: decide for each child',
  DECISION: 'tell the agencies what became of it',
  CLOSED: 'closed',
};

function whatNext({ secondWanted, overdue, state }: Row): string {
  if (secondWanted) return 'a second manager is asked for';
  if (overdue.length > 0 && (state === 'REQUESTING' || state === 'GATHERING'))
    return `${overdue.join(', ')} overdue: chase, or go on without`;
  return next[state];
}
