import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { addDays } from '../../../platform/time/calendar-day.ts';
import type { ProposedRule } from './rule-change.ts';

/** Every row of the rules with who proposed and answered it: of one key, or all; as they are held, the newest of a key first. */
export async function ruleRows(ctx: Ctx, key: string | null = null) {
  let query = ctx.tx
    .selectFrom('routing_rule as r')
    .leftJoin('staff as p', 'p.id', 'r.proposed_by')
    .leftJoin('staff as a', 'a.id', 'r.agreed_by')
    .leftJoin('staff as f', 'f.id', 'r.refused_by')
    .selectAll('r')
    .select(['p.display_name as proposed_by_name', 'a.display_name as agreed_by_name', 'f.display_name as refused_by_name']);
  if (key) query = query.where('r.key', '=', key);
  return query.orderBy('r.position').orderBy('r.key').orderBy('r.valid_from', 'desc').execute();
}
export type RuleStanding = Awaited<ReturnType<typeof ruleRows>>[number];

/** One row, or not found. */
export async function ruleRow(ctx: Ctx, id: string): Promise<RuleStanding> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<RuleStanding>(null);
  return found((await ruleRows(ctx)).find((row) => row.id === id));
}

/** How many contacts each rule gave their lane in the last 30 days, by the rule's row. */
export async function routedByRule(ctx: Ctx): Promise<Map<string, number>> {
  const { rows } = await sql<{ ruleId: string; count: number }>`
    select rule_id as "ruleId", count(distinct contact_id)::int as count from contact_routing
     where routed_at > ${new Date(ctx.now.getTime() - 30 * 86_400_000)} group by rule_id`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.ruleId, row.count]));
}

/** Writes a proposal; the database holds one open proposal a rule. */
export async function writeProposal(ctx: StaffCtx, rule: ProposedRule): Promise<string> {
  const row = await ctx.tx
    .insertInto('routing_rule')
    .values({
      key: rule.key,
      name: rule.name,
      because: rule.because,
      position: rule.position,
      channels: rule.channels,
      sources: rule.sources,
      categories: rule.categories,
      words: rule.words,
      postcodes: rule.postcodes,
      age_from: rule.ageFrom,
      age_to: rule.ageTo,
      open_work: rule.openWork,
      danger: rule.danger,
      time_of_day: rule.timeOfDay,
      lane: rule.lane,
      discipline: rule.discipline,
      priority: rule.priority,
      suggested_rag: rule.suggestedRag,
      valid_from: rule.validFrom,
      retires: rule.retires,
      proposed_by: ctx.who.staffId,
      proposed_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The open proposal of a rule, if there is one. */
export async function openProposal(ctx: Ctx, key: string) {
  return ctx.tx
    .selectFrom('routing_rule')
    .select('id')
    .where('key', '=', key)
    .where('agreed_at', 'is', null)
    .where('refused_at', 'is', null)
    .executeTakeFirst();
}

/** Writes the second person's agreement; the row before it is in force until the day before. */
export async function writeAgreement(ctx: StaffCtx, rule: Pick<RuleStanding, 'id' | 'key' | 'valid_from'>): Promise<void> {
  await ctx.tx
    .updateTable('routing_rule')
    .set({ valid_to: addDays(rule.valid_from, -1) })
    .where('key', '=', rule.key)
    .where('id', '<>', rule.id)
    .where('agreed_at', 'is not', null)
    .where('valid_from', '<', rule.valid_from)
    .where((no) => no.or([no('valid_to', 'is', null), no('valid_to', '>=', rule.valid_from)]))
    .execute();
  await ctx.tx.updateTable('routing_rule').set({ agreed_by: ctx.who.staffId, agreed_at: ctx.now }).where('id', '=', rule.id).execute();
}

/** Writes why it was refused. */
export async function writeRefusal(ctx: StaffCtx, id: string, why: string): Promise<void> {
  await ctx.tx
    .updateTable('routing_rule')
    .set({ refused_by: ctx.who.staffId, refused_at: ctx.now, refused_why: why })
    .where('id', '=', id)
    .execute();
}

/** A contact by its reference, among those the reader may see. */
export async function contactByReference(ctx: Ctx, reference: string): Promise<{ id: string; reference: string } | null> {
  const row = await ctx.tx.selectFrom('contact').select(['id', 'reference']).where('reference', '=', reference).executeTakeFirst();
  return row ?? null;
}
