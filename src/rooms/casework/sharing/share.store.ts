import { sql } from 'kysely';
import { saw, type Ctx } from '../../../platform/access/ctx.ts';
import { isGiven, type ItemToShare, type ShareToDecide } from './share.ts';
import type { ItemKind, Verdict } from './share.codes.ts';

/** Setting that holds the day from which Children Act 2004 section 16LA binds this authority; without it, the duty is not in force. */
export const dutySetting = 'duty-to-share-from';

/** The day from which the duty binds, or null; and what kinds of agency stand on both sides. */
export async function dutyFacts(
  ctx: Ctx,
  fromAgency: string | null,
  toAgency: string | null,
): Promise<{ inForceFrom: string | null; fromType: string | null; toType: string | null }> {
  const { rows } = await sql<{ inForceFrom: string | null; fromType: string | null; toType: string | null }>`
    select (select s.value from setting s where s.key = ${dutySetting} and s.value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') as "inForceFrom",
      (select a.agency_type from agency a where a.id = ${fromAgency}::uuid) as "fromType",
      (select a.agency_type from agency a where a.id = ${toAgency}::uuid) as "toType"`.execute(ctx.tx);
  return rows[0] ?? { inForceFrom: null, fromType: null, toType: null };
}

export interface Decided {
  id: string;
  staffId: string;
  agencyId: string | null;
  dutyInForce: boolean;
}

/** Writes a decision as it was made. Error 42501 where the decider may not know the child. */
export async function insertDecision(ctx: Ctx, share: ShareToDecide, by: Decided): Promise<void> {
  const { to, basis } = share;
  const inside = 'agencyId' in to ? to : null;
  const outside = 'body' in to ? to : null;
  await ctx.tx
    .insertInto('share_decision')
    .values({
      id: by.id,
      person_id: share.personId,
      about_named: share.named ?? null,
      decided_by: by.staffId,
      by_agency_id: by.agencyId,
      decided_at: share.decidedAt ?? ctx.now,
      recorded_at: ctx.now,
      to_agency_id: inside?.agencyId ?? null,
      to_team_id: inside?.teamId ?? null,
      to_staff_id: inside?.staffId ?? null,
      to_body: outside?.body ?? null,
      to_person: to.person ?? null,
      to_email: outside?.email ?? null,
      to_phone: outside?.phone ?? null,
      purpose: share.purpose,
      serves: share.serves,
      article6: basis.article6,
      article9: basis.article9,
      dpa_condition: basis.dpaCondition,
      statute: basis.statute,
      statute_note: basis.statuteNote ?? null,
      confidence: basis.confidence,
      duty_in_force: by.dutyInForce,
      detriment: share.detriment.answer,
      detriment_because: share.detriment.because,
      family_told: share.family.told,
      told_whom: share.family.whom ?? null,
      not_told_because: share.family.notBecause ?? null,
      agreement: share.agreement.answer,
      agreement_because: share.agreement.because,
      decision: share.decision,
      reason: share.reason,
      ground: share.ground ?? null,
      method: share.decision === 'WITHHOLD' ? null : (share.method ?? null),
      security_check: share.decision === 'WITHHOLD' ? null : (share.securityCheck ?? null),
      open_to: share.openTo ?? 'social care',
      origin_kind: share.origin?.kind ?? null,
      origin_id: share.origin?.id ?? null,
      replaces_id: share.replacesId ?? null,
    })
    .execute();
}

/** An item with the piece of information it is, and how many corrections of that were known. */
export type Known = ItemToShare & { thingId: string; correctionsKnown: number };

/** Writes the items of a decision, in order. */
export async function insertItems(ctx: Ctx, decisionId: string, decision: Verdict, items: readonly Known[]): Promise<void> {
  await ctx.tx
    .insertInto('share_item')
    .values(
      items.map((item, at) => ({
        decision_id: decisionId,
        position: at + 1,
        thing_id: item.thingId,
        kind: item.kind,
        words: item.words,
        said_by: item.saidBy,
        third_party: item.thirdParty ?? false,
        given: isGiven(item, decision),
        corrections_known: item.correctionsKnown,
      })),
    )
    .execute();
}

/** Holds pieces of information until the transaction ends, so that none is given in the moment in which it is corrected; answers how often each was. */
export async function holdThings(ctx: Ctx, thingIds: readonly string[]): Promise<Map<string, number>> {
  for (const id of thingIds.toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended('share-thing:' || ${id}::text, 0))`.execute(ctx.tx);
  if (thingIds.length === 0) return new Map();
  const { rows } = await sql<{ thingId: string; place: number }>`
    select thing_id as "thingId", place from access.corrections_of(${thingIds}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.thingId, row.place]));
}

/** Pieces of information as they were last said, of those the reader may read: with the latest correction where there is one. */
export async function latestWords(ctx: Ctx, thingIds: readonly string[]): Promise<Map<string, { kind: ItemKind; words: string }>> {
  if (thingIds.length === 0) return new Map();
  const { rows } = await sql<{ thingId: string; kind: ItemKind; words: string }>`
    select distinct on (thing_id) thing_id as "thingId", kind, words from (
      select thing_id, kind, words, corrections_known as place, 0 as is_correction from share_item where thing_id = any(${thingIds}::uuid[])
      union all select thing_id, now_kind, now_words, place, 1 from share_correction where thing_id = any(${thingIds}::uuid[])) said
    order by thing_id, place desc, is_correction desc`.execute(ctx.tx);
  return new Map(rows.map(({ thingId, ...said }) => [thingId, said]));
}

/** Of pieces of information that were given to somebody: the decision that gave each last, and who decided. Read by a job; others find what they may read. */
export async function lastGiven(
  ctx: Ctx,
  thingIds: readonly string[],
): Promise<{ thingId: string; decisionId: string; itemId: string; decidedBy: string }[]> {
  if (thingIds.length === 0) return [];
  const { rows } = await sql<{ thingId: string; decisionId: string; itemId: string; decidedBy: string }>`
    select distinct on (i.thing_id) i.thing_id as "thingId", d.id as "decisionId", i.id as "itemId", d.decided_by as "decidedBy"
    from share_item i join share_decision d on d.id = i.decision_id
    where i.thing_id = any(${[...thingIds]}::uuid[]) and i.given order by i.thing_id, d.decided_at desc, d.id`.execute(ctx.tx);
  return rows;
}

/** One line of the list of shares about a child. */
export interface ShareLine {
  id: string;
  decidedAt: Date;
  decision: Verdict;
  recipient: string;
  purpose: string;
  reason: string;
  decidedBy: string;
  byAgency: string | null;
  familyTold: string;
  itemsGiven: number;
  itemsKeptBack: number;
  corrections: number;
  unconfirmed: number;
  replacedBy: string | null;
  replacesId: string | null;
  originKind: string | null;
}

export interface ShareFilter {
  decision?: Verdict | null;
  recipient?: string | null;
  from?: string | null;
  to?: string | null;
}

/** Most lines one page shows. */
export const mostShares = 500;

/** Every decision about a child that the reader may read, latest first. Counts items only of those whose words the reader may read. */
export async function sharesAbout(ctx: Ctx, personId: string, filter: ShareFilter = {}): Promise<ShareLine[]> {
  const { rows } = await sql<ShareLine>`
    select d.id, d.decided_at as "decidedAt", d.decision, coalesce(a.name, d.to_body) as recipient, d.purpose, d.reason, s.display_name as "decidedBy", b.name as "byAgency",
      case when d.family_told = 'to be told' then coalesce((select e.kind from share_event e where e.decision_id = d.id and e.kind like 'family%' order by e.at desc limit 1), 'to be told')
        else d.family_told end as "familyTold",
      (select count(*) filter (where i.given) from share_item i where i.decision_id = d.id)::integer as "itemsGiven",
      (select count(*) filter (where not i.given) from share_item i where i.decision_id = d.id)::integer as "itemsKeptBack",
      (select count(*) from share_notice n where n.decision_id = d.id)::integer as corrections,
      (select count(*) from share_notice n where n.decision_id = d.id and n.confirmed_at is null)::integer as unconfirmed,
      (select r.id from share_decision r where r.replaces_id = d.id order by r.recorded_at desc limit 1) as "replacedBy", d.replaces_id as "replacesId", d.origin_kind as "originKind"
    from share_decision d left join agency a on a.id = d.to_agency_id left join agency b on b.id = d.by_agency_id join staff s on s.id = d.decided_by
    where d.person_id = ${personId} and (${filter.decision ?? null}::text is null or d.decision = ${filter.decision ?? null})
      and (${filter.recipient ?? null}::text is null or coalesce(d.to_agency_id::text, d.to_body) = ${filter.recipient ?? null})
      and (${filter.from ?? null}::date is null or d.decided_at >= ${filter.from ?? null}::date) and (${filter.to ?? null}::date is null or d.decided_at < ${filter.to ?? null}::date + 1)
    order by d.decided_at desc, d.recorded_at desc limit ${mostShares}`.execute(ctx.tx);
  saw(ctx, personId);
  return rows;
}
