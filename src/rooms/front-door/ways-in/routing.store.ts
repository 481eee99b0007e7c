import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { ageOn } from '../../../platform/time/age.ts';
import { clockConfiguration } from '../../../platform/time/clock-configuration.store.ts';
import { isHubOpen } from '../../../platform/time/hub-hours.ts';
import { londonDate } from '../../../platform/time/london.ts';
import type { Lane, Rating } from './lanes.codes.ts';
import type { Routed, RoutingFacts, RoutingRule } from './routing.ts';
import { ruleOf, type RuleRow } from './rule-row.ts';

/** The rules in force on a day: agreed, begun, not ended; of one key the row that began last. */
export async function rulesInForce(ctx: Ctx, on: string = londonDate(ctx.now)): Promise<RoutingRule[]> {
  const { rows } = await sql<RuleRow>`
    select * from (select distinct on (key) * from routing_rule
      where agreed_at is not null and valid_from <= ${on} order by key, valid_from desc, agreed_at desc) newest
    where not retires and (valid_to is null or valid_to >= ${on}) order by position, key`.execute(ctx.tx);
  return rows.map(ruleOf);
}

/** What the rules look at of one contact; `openWork` null when it is not known. Null when the reader may not see the contact. */
export async function routingFactsOf(ctx: Ctx, contactId: string, openWork: boolean | null): Promise<RoutingFacts | null> {
  const contact = await ctx.tx
    .selectFrom('contact')
    .select(['channel', 'source_code', 'received_at', 'immediate_danger', 'what_happened', 'child_said', 'impact_on_child', 'when_where'])
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (!contact) return null;
  const people = await ctx.tx
    .selectFrom('contact_person')
    .select(['part', 'date_of_birth', 'postcode'])
    .where('contact_id', '=', contactId)
    .execute();
  const categories = await ctx.tx.selectFrom('contact_category').select('category').where('contact_id', '=', contactId).execute();
  const { calendar } = await clockConfiguration(ctx);
  const received = londonDate(contact.received_at);
  const ages = people
    .filter((one) => one.part !== 'adult')
    .flatMap((one) => (one.part === 'unborn' ? [0] : one.date_of_birth ? [ageOn(one.date_of_birth, received)?.years ?? 0] : []));
  return {
    channel: contact.channel,
    sourceCode: contact.source_code,
    categories: categories.map((one) => one.category),
    text: [contact.what_happened, contact.child_said, contact.impact_on_child, contact.when_where].filter(Boolean).join('\n'),
    postcodes: people.flatMap((one) => one.postcode ?? []),
    youngest: ages.length > 0 ? Math.min(...ages) : null,
    openWork,
    danger: contact.immediate_danger,
    hubOpen: isHubOpen(calendar.hubOpening, calendar.working, contact.received_at),
  };
}

/** Routings of a contact with the names of their rules, newest first. */
export async function routingsOf(ctx: Ctx, contactId: string) {
  return ctx.tx
    .selectFrom('contact_routing as r')
    .innerJoin('routing_rule as rule', 'rule.id', 'r.rule_id')
    .leftJoin('routing_rule as rated', 'rated.id', 'r.rag_rule_id')
    .leftJoin('staff as s', 's.id', 'r.rag_by')
    .selectAll('r')
    .select(['rule.name as rule_name', 'rule.because as rule_because', 'rated.name as rag_rule_name', 'rated.key as rag_rule_key'])
    .select('s.display_name as rag_by_name')
    .where('r.contact_id', '=', contactId)
    .orderBy('r.number', 'desc')
    .execute();
}
export type Routing = Awaited<ReturnType<typeof routingsOf>>[number];

/** Where each of these contacts waits now: lane, priority, the rating suggested and not yet answered. One statement, for lists. */
export async function lanesOf(ctx: Ctx, contactIds: readonly string[]): Promise<Map<string, LaneNow>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<LaneNow & { contactId: string }>`
    select distinct on (r.contact_id) r.contact_id as "contactId", r.lane, r.discipline, r.priority, rule.name as "ruleName",
      case when r.rag_answer is null then r.suggested_rag end as suggested
    from contact_routing r join routing_rule rule on rule.id = r.rule_id
    where r.contact_id = any(${[...contactIds]}::uuid[]) order by r.contact_id, r.number desc`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.contactId, row]));
}
export interface LaneNow {
  lane: Lane;
  discipline: string | null;
  priority: number;
  ruleName: string;
  suggested: Rating | null;
}

/** Writes a routing after those that stand. */
export async function writeRouting(ctx: Ctx, contactId: string, routed: Routed, number: number): Promise<void> {
  const { rule, because, suggestion } = routed;
  await ctx.tx
    .insertInto('contact_routing')
    .values({
      contact_id: contactId,
      number,
      rule_id: rule.id,
      lane: rule.lane,
      discipline: rule.discipline,
      priority: rule.priority,
      because,
      rag_rule_id: suggestion?.rule.id ?? null,
      suggested_rag: suggestion?.rag ?? null,
      rag_because: suggestion?.because ?? null,
      routed_at: ctx.now,
    })
    .execute();
}

/** Open contacts that no rule has looked at yet, oldest first. */
export async function unrouted(ctx: Ctx, most = 200): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from contact c where c.state not in ('CLOSED', 'MERGED') and not exists (select 1 from contact_routing r where r.contact_id = c.id)
    order by c.received_at limit ${most}`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
