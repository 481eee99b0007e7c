import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';

/** Something passed to a worker or their team that nobody has taken yet. */
export interface WaitingHandover {
  id: string;
  contactId: string;
  reference: string;
  personId: string;
  child: string;
  toName: string;
  sentAt: Date;
  whatHappened: string;
}

/** Contacts passed to me or my team that nobody has taken yet, oldest first, at most 100. */
export async function handoversForMe(ctx: StaffCtx): Promise<WaitingHandover[]> {
  const teams = ctx.who.memberships.flatMap((one) => (one.teamId ? [one.teamId] : []));
  const { rows } = await sql<WaitingHandover>`
    select h.id, c.id as "contactId", c.reference, h.person_id as "personId", h.to_name as "toName", h.sent_at as "sentAt",
      coalesce(nullif(concat_ws(' ', n.given_name, n.family_name), ''), n.description, 'A child') as child,
      left(c.what_happened, 300) as "whatHappened"
    from contact_handover h
    join contact c on c.id = h.contact_id
    left join contact_recognition r on r.contact_id = c.id and r.person_id = h.person_id
    left join contact_person n on n.id = r.contact_person_id
    where h.accepted_at is null and h.returned_at is null
      and (h.to_staff_id = ${ctx.who.staffId} or h.to_team_id = any(${teams}::uuid[]))
    order by h.sent_at limit 100`.execute(ctx.tx);
  return rows;
}
