import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';

/** What the contact page says of how a contact came. */
export interface WayInSummary {
  channel: string;
  lane: string | null;
  ruleName: string | null;
  suggested: string | null;
  never: string | null;
  safeHow: string | null;
  legalStatus: string | null;
  actions: number;
  /** Kinds of worry ticked. */
  categories: string[];
}

/** In one statement, under the reader's own sight. */
export async function wayInSummary(ctx: Ctx, contactId: string): Promise<WayInSummary | null> {
  const { rows } = await sql<WayInSummary>`
    select c.channel, r.lane, rule.name as "ruleName", case when r.rag_answer is null then r.suggested_rag end as suggested, s.never, s.how as "safeHow",
      h.legal_status as "legalStatus", (select count(*)::int from immediate_action a where a.contact_id = c.id) as actions,
      coalesce((select array_agg(k.category order by k.category) from contact_category k where k.contact_id = c.id), '{}') as categories
    from contact c left join lateral (select * from contact_routing q where q.contact_id = c.id order by q.number desc limit 1) r on true
    left join routing_rule rule on rule.id = r.rule_id left join safe_contact s on s.contact_id = c.id left join health_trigger h on h.contact_id = c.id
    where c.id = ${contactId}::uuid`.execute(ctx.tx);
  return rows[0] ?? null;
}
