import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';

/** How a telephone call, an email or a request for help came, beside a contact; each null when it came another way. */
export async function cameAs(ctx: Ctx, contactId: string) {
  const phone = await ctx.tx
    .selectFrom('phone_record as p')
    .leftJoin('staff as s', 's.id', 'p.taken_by')
    .selectAll('p')
    .select('s.display_name as taken_by_name')
    .where('p.contact_id', '=', contactId)
    .executeTakeFirst();
  const email = await ctx.tx.selectFrom('email_capture').selectAll().where('contact_id', '=', contactId).executeTakeFirst();
  const safe = await safeContactBeside(ctx, contactId);
  return { phone: phone ?? null, email: email ?? null, safe };
}
export type CameAs = Awaited<ReturnType<typeof cameAs>>;

/** How it is safe to reach whoever asked; null when nobody said. */
export async function safeContactBeside(ctx: Ctx, contactId: string) {
  return (await ctx.tx.selectFrom('safe_contact').selectAll().where('contact_id', '=', contactId).executeTakeFirst()) ?? null;
}

/** Counts for the landing page: open contacts by lane, and what waits for a person. */
export interface WaysInCounts {
  byLane: { lane: string; open: number; atOnce: number }[];
  unrouted: number;
  suggestions: number;
  mornings: number;
  transfers: number;
  proposals: number;
}

/** Counted under the reader's own sight, in one statement. */
export async function waysInCounts(ctx: Ctx): Promise<WaysInCounts> {
  const { rows } = await sql<WaysInCounts>`
    with now_in as (select distinct on (c.id) c.id, r.lane, r.priority, r.suggested_rag is not null and r.rag_answer is null as suggested
        from contact c left join contact_routing r on r.contact_id = c.id where c.state not in ('CLOSED', 'MERGED') order by c.id, r.number desc)
    select coalesce((select json_agg(x) from (select lane, count(*)::int as open, (count(*) filter (where priority = 1))::int as "atOnce"
        from now_in where lane is not null group by lane) x), '[]') as "byLane",
      (select count(*)::int from now_in where lane is null) as unrouted,
      (select count(*)::int from now_in where suggested) as suggestions,
      (select count(*)::int from out_of_hours_list where accepted_at is null) as mornings,
      (select count(*)::int from transfer_in where acknowledged_at is null) as transfers,
      (select count(*)::int from routing_rule where agreed_at is null and refused_at is null) as proposals`.execute(ctx.tx);
  return rows[0] ?? { byLane: [], unrouted: 0, suggestions: 0, mornings: 0, transfers: 0, proposals: 0 };
}

/** Open contacts of a lane, or with a suggested rating nobody has answered; at once first, then as they came. */
export async function contactsIn(ctx: Ctx, which: { lane: string } | 'suggested' | 'unrouted') {
  const only =
    which === 'suggested'
      ? sql`r.suggested_rag is not null and r.rag_answer is null`
      : which === 'unrouted'
        ? sql`r.lane is null`
        : sql`r.lane = ${which.lane}`;
  const { rows } = await sql<LaneRow>`
    select c.id, c.reference, c.channel, c.received_at as "receivedAt", c.immediate_danger as "immediateDanger", r.lane, r.priority, r.discipline, r.rule_name as "ruleName",
      case when r.rag_answer is null then r.suggested_rag end as suggested, s.display_name as "heldBy",
      coalesce((select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position)
        from contact_person p where p.contact_id = c.id and p.part <> 'adult'), '{}') as children,
      coalesce((select array_agg(x.person_id) from contact_recognition x where x.contact_id = c.id), '{}') as "personIds"
    from contact c left join lateral (select q.*, rule.name as rule_name from contact_routing q join routing_rule rule on rule.id = q.rule_id
        where q.contact_id = c.id order by q.number desc limit 1) r on true left join staff s on s.id = c.held_by
    where c.state not in ('CLOSED', 'MERGED') and ${only} order by r.priority nulls last, c.received_at limit 100`.execute(ctx.tx);
  return rows;
}

export interface LaneRow {
  id: string;
  reference: string;
  channel: string;
  receivedAt: Date;
  immediateDanger: boolean;
  lane: string | null;
  priority: number | null;
  discipline: string | null;
  ruleName: string | null;
  suggested: string | null;
  heldBy: string | null;
  children: string[];
  personIds: string[];
}
