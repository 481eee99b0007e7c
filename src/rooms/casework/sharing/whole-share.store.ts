import { sql } from 'kysely';
import { about, saw, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { correctionsOf, type CorrectionLine } from './correction.store.ts';
import type { ItemKind, Verdict } from './share.codes.ts';

/** A decision as its page shows it. `decidedBy` and the like are names; codes are codes. */
export interface WholeShare {
  id: string;
  personId: string;
  named: string | null;
  decidedAt: Date;
  recordedAt: Date;
  decidedBy: string;
  decidedById: string;
  byAgency: string | null;
  agencyId: string | null;
  recipient: string;
  toPerson: string | null;
  toEmail: string | null;
  toPhone: string | null;
  purpose: string;
  serves: string;
  article6: string;
  article9: string;
  dpaCondition: string;
  statute: string;
  statuteNote: string | null;
  confidence: string;
  dutyInForce: boolean;
  detriment: string;
  detrimentBecause: string;
  familyTold: string;
  toldWhom: string | null;
  notToldBecause: string | null;
  agreement: string;
  agreementBecause: string | null;
  decision: Verdict;
  reason: string;
  ground: string | null;
  method: string | null;
  securityCheck: string | null;
  openTo: string;
  originKind: string | null;
  originId: string | null;
  replacesId: string | null;
  replacedBy: string | null;
}

export interface ItemLine {
  id: string;
  position: number;
  thingId: string;
  kind: ItemKind;
  words: string;
  saidBy: string;
  thirdParty: boolean;
  given: boolean;
}

export interface EventLine {
  id: string;
  kind: string;
  words: string;
  by: string;
  at: Date;
}

/** A decision with everything that belongs to it; `items` is empty for a reader who may know of the decision and not of what was said. */
export interface ShareFile {
  share: WholeShare;
  items: ItemLine[];
  events: EventLine[];
  corrections: CorrectionLine[];
}

/** One decision with its items, what happened afterwards, and its corrections. Throws notFound. */
export async function shareFile(ctx: StaffCtx, id: string): Promise<ShareFile> {
  const share = await wholeShare(ctx, id);
  const items = await itemsOf(ctx, id);
  const events = await eventsOf(ctx, id);
  const corrections = await correctionsOf(
    ctx,
    items.map((item) => item.thingId),
  );
  return { share, items, events, corrections };
}

/** One decision without what belongs to it. Throws notFound. */
export async function wholeShare(ctx: Ctx, id: string): Promise<WholeShare> {
  const { rows } = await sql<WholeShare>`
    select d.id, d.person_id as "personId", d.about_named as named, d.decided_at as "decidedAt", d.recorded_at as "recordedAt", s.display_name as "decidedBy", d.decided_by as "decidedById",
      b.name as "byAgency", d.to_agency_id as "agencyId", coalesce(a.name, d.to_body) as recipient,
      coalesce(d.to_person, t.name, p.display_name) as "toPerson", d.to_email as "toEmail", d.to_phone as "toPhone",
      d.purpose, d.serves, d.article6, d.article9, d.dpa_condition as "dpaCondition", d.statute, d.statute_note as "statuteNote", d.confidence, d.duty_in_force as "dutyInForce",
      d.detriment, d.detriment_because as "detrimentBecause", d.family_told as "familyTold", d.told_whom as "toldWhom", d.not_told_because as "notToldBecause",
      d.agreement, d.agreement_because as "agreementBecause", d.decision, d.reason, d.ground, d.method, d.security_check as "securityCheck", d.open_to as "openTo",
      d.origin_kind as "originKind", d.origin_id as "originId", d.replaces_id as "replacesId",
      (select r.id from share_decision r where r.replaces_id = d.id order by r.recorded_at desc limit 1) as "replacedBy"
    from share_decision d join staff s on s.id = d.decided_by left join agency b on b.id = d.by_agency_id left join agency a on a.id = d.to_agency_id
      left join team t on t.id = d.to_team_id left join staff p on p.id = d.to_staff_id
    where d.id = ${id}`.execute(ctx.tx);
  const share = found(rows[0]);
  saw(ctx, share.personId);
  about(ctx, 'share-decision', share.id);
  return share;
}

/** The items of a decision whose words the reader may read, in order. */
export async function itemsOf(ctx: Ctx, decisionId: string): Promise<ItemLine[]> {
  const rows = await ctx.tx
    .selectFrom('share_item')
    .select(['id', 'position', 'thing_id as thingId', 'kind', 'words', 'said_by as saidBy', 'third_party as thirdParty', 'given'])
    .where('decision_id', '=', decisionId)
    .orderBy('position')
    .execute();
  return rows as ItemLine[];
}

async function eventsOf(ctx: Ctx, decisionId: string): Promise<EventLine[]> {
  return ctx.tx
    .selectFrom('share_event as e')
    .innerJoin('staff as s', 's.id', 'e.by_staff')
    .select(['e.id', 'e.kind', 'e.words', 's.display_name as by', 'e.at'])
    .where('e.decision_id', '=', decisionId)
    .orderBy('e.at')
    .execute();
}

export type EventKind = 'family told' | 'family will not be told' | 'note';

/** Adds what happened afterwards. Error 42501 for someone who may not read the decision. */
export async function insertEvent(ctx: StaffCtx, decisionId: string, kind: EventKind, words: string): Promise<void> {
  await ctx.tx.insertInto('share_event').values({ decision_id: decisionId, kind, words, by_staff: ctx.who.staffId, at: ctx.now }).execute();
}

/** Agencies a share may go to: at work in Goldthread and not suspended, by name. */
export async function agenciesToShareWith(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.tx.selectFrom('agency').select(['id', 'name']).where('suspended_at', 'is', null).orderBy('name').execute();
}

/** Whether the reader may record a decision about this child: they help the child, or screen and decide at the front door, in early help or social care. */
export async function mayDecideFor(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${personId}::uuid = any(access.people_i_help()) or access.has_role(array['CO','MASH_M','EH_CO','SW','TM']) or access.in_team_for(array['shield-desk']) as may`.execute(
    ctx.tx,
  );
  return rows[0]?.may ?? false;
}

/** Who was given something about a child, for the filter of the list: agency id or name of the body, with its name. */
export async function recipientsAbout(ctx: Ctx, personId: string): Promise<{ value: string; text: string }[]> {
  const { rows } = await sql<{ value: string; text: string }>`
    select distinct coalesce(d.to_agency_id::text, d.to_body) as value, coalesce(a.name, d.to_body) as text
    from share_decision d left join agency a on a.id = d.to_agency_id where d.person_id = ${personId} order by 2 limit 200`.execute(ctx.tx);
  return rows;
}

/** Decisions of the reader's own after which the family was still to be told, oldest first. */
export async function familiesToTell(
  ctx: StaffCtx,
): Promise<{ id: string; personId: string; named: string | null; recipient: string; decidedAt: Date }[]> {
  const { rows } = await sql<{ id: string; personId: string; named: string | null; recipient: string; decidedAt: Date }>`
    select d.id, d.person_id as "personId", d.about_named as named, coalesce(a.name, d.to_body) as recipient, d.decided_at as "decidedAt"
    from share_decision d left join agency a on a.id = d.to_agency_id
    where d.decided_by = ${ctx.who.staffId} and d.family_told = 'to be told' and not exists (select 1 from share_event e where e.decision_id = d.id and e.kind like 'family%')
      and not exists (select 1 from share_decision r where r.replaces_id = d.id)
    order by d.decided_at limit 100`.execute(ctx.tx);
  saw(ctx, ...rows.map((row) => row.personId));
  return rows;
}
