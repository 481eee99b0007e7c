import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';

export interface RaisedConcern {
  id: string;
  reference: string;
  state: string;
  receivedAt: Date;
  children: string[];
  raisedBy: string;
  news: boolean;
}

/** Concerns raised by this person, and by their agency where they lead on safeguarding (policy own_concern), newest first.
 *  Says what the referrer may know and no more. */
export async function concernsOf(ctx: StaffCtx): Promise<RaisedConcern[]> {
  const agencies = ctx.who.memberships.map((one) => one.agencyId);
  const { rows } = await sql<RaisedConcern>`
    select c.id, c.reference, c.state, c.received_at as "receivedAt", coalesce(c.referrer_name, 'A colleague') as "raisedBy",
      (select coalesce(array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby')
        order by p.position), '{}') from contact_person p where p.contact_id = c.id and p.part <> 'adult') as children,
      c.referrer_staff_id = ${ctx.who.staffId} and (exists (select 1 from contact_feedback f where f.contact_id = c.id and f.read_at is null and f.how <> 'none')
        or exists (select 1 from contact_question q where q.contact_id = c.id and q.answered_at is null)) as news
    from contact c where (c.referrer_staff_id = ${ctx.who.staffId} or c.referrer_agency_id = any(${agencies}::uuid[])) order by c.received_at desc limit 200`.execute(
    ctx.tx,
  );
  return rows;
}

/** What is on file about whoever raises the concern, to be filled in for them. */
export async function ownDetails(ctx: StaffCtx) {
  return ctx.tx
    .selectFrom('staff')
    .select(['display_name', 'job_title', 'email', 'phone'])
    .where('id', '=', ctx.who.staffId)
    .executeTakeFirst();
}
