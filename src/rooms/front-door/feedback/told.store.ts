import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';

/** A decided contact and whether whoever raised it was told. */
export interface ToldLine {
  id: string;
  reference: string;
  state: string;
  referrer: string;
  wishesFeedback: boolean;
  decidedAt: Date;
  how: string | null;
  givenAt: Date | null;
  readAt: Date | null;
  /** State of the latest message about it; null where none was sent. */
  message: 'WAITING' | 'SENT' | 'DELIVERED' | 'FAILED' | 'NOT_SENT' | null;
  personIds: string[];
}

/** How far back the page and its figure look, in days. */
export const lookBackDays = 28;

/** Contacts decided in the last four weeks, and those that still wait to be told however old: oldest first. */
export async function toldLines(ctx: StaffCtx): Promise<ToldLine[]> {
  const from = new Date(ctx.now.getTime() - lookBackDays * 86_400_000);
  const { rows } = await sql<ToldLine>`
    select c.id, c.reference, c.state, case when c.anonymous then 'Did not give a name' else concat_ws(', ', c.referrer_name, c.referrer_agency_name) end as referrer,
      c.wishes_feedback as "wishesFeedback", d.at as "decidedAt", f.how, f.given_at as "givenAt", f.read_at as "readAt", n.state as message,
      coalesce((select array_agg(r.person_id) from contact_recognition r where r.contact_id = c.id), '{}') as "personIds"
    from contact c
    join lateral (select max(x.decided_at) as at from contact_decision x where x.contact_id = c.id) d on d.at is not null
    left join lateral (select x.how, x.given_at, x.read_at from contact_feedback x where x.contact_id = c.id order by x.given_at desc limit 1) f on true
    left join lateral (select x.state from notification x where x.about_kind = 'contact' and x.about_id = c.id order by x.asked_at desc limit 1) n on true
    where c.state = 'DECIDED' or c.state = 'CLOSED' and c.closed_at > ${from}
    order by d.at limit 500`.execute(ctx.tx);
  return rows;
}
