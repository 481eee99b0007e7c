import { sql } from 'kysely';
import { saw, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { ItemKind } from './share.codes.ts';

/** An item to correct: where it was given, and as what it is known now. */
export interface ItemNow {
  id: string;
  decisionId: string;
  personId: string;
  thingId: string;
  kind: ItemKind;
  words: string;
  saidBy: string;
}

/** One item of a decision, as far as the reader may read its words. Throws notFound. */
export async function itemOf(ctx: Ctx, decisionId: string, itemId: string): Promise<ItemNow> {
  const row = await ctx.tx
    .selectFrom('share_item as i')
    .innerJoin('share_decision as d', 'd.id', 'i.decision_id')
    .select([
      'i.id',
      'i.decision_id as decisionId',
      'd.person_id as personId',
      'i.thing_id as thingId',
      'i.kind',
      'i.words',
      'i.said_by as saidBy',
    ])
    .where('i.id', '=', itemId)
    .where('d.id', '=', decisionId)
    .executeTakeFirst();
  saw(ctx, row?.personId);
  return found(row) as ItemNow;
}

export interface NewCorrection {
  id: string;
  personId: string;
  thingId: string;
  place: number;
  nowKind: ItemKind;
  nowWords: string;
  because: string;
}

/** Writes a correction. Error 42501 for someone who may not read what it corrects. */
export async function insertCorrection(ctx: StaffCtx, it: NewCorrection): Promise<void> {
  await ctx.tx
    .insertInto('share_correction')
    .values({
      id: it.id,
      person_id: it.personId,
      thing_id: it.thingId,
      place: it.place,
      now_kind: it.nowKind,
      now_words: it.nowWords,
      because: it.because,
      corrected_by: ctx.who.staffId,
      corrected_at: ctx.now,
    })
    .execute();
  saw(ctx, it.personId);
}

/** For the worker: one row of the ledger for everyone who was given the piece of information before this correction was known; none twice, however often
 *  it runs. The same recipient by several shares is one. Answers the ids of every row of the correction. */
export async function writeNotices(ctx: Ctx, correctionId: string): Promise<string[]> {
  await sql`
    insert into share_notice (correction_id, decision_id, item_id, person_id, about_named, to_agency_id, to_team_id, to_staff_id, to_body, to_person, decided_by, made_at)
    select distinct on (d.to_agency_id, d.to_team_id, d.to_staff_id, lower(d.to_body), lower(d.to_person))
        c.id, d.id, i.id, d.person_id, d.about_named, d.to_agency_id, d.to_team_id, d.to_staff_id, d.to_body, d.to_person, d.decided_by, ${ctx.now}::timestamptz
      from share_correction c join share_item i on i.thing_id = c.thing_id and i.given and i.corrections_known < c.place
      join share_decision d on d.id = i.decision_id
     where c.id = ${correctionId} and not exists (select 1 from share_notice n where n.correction_id = c.id
       and (n.to_agency_id, n.to_team_id, n.to_staff_id, lower(n.to_body), lower(n.to_person))
         is not distinct from (d.to_agency_id, d.to_team_id, d.to_staff_id, lower(d.to_body), lower(d.to_person)))
     order by d.to_agency_id, d.to_team_id, d.to_staff_id, lower(d.to_body), lower(d.to_person), d.decided_at desc
    on conflict (correction_id, item_id) do nothing`.execute(ctx.tx);
  const rows = await ctx.tx.selectFrom('share_notice').select('id').where('correction_id', '=', correctionId).execute();
  return rows.map((row) => row.id);
}

/** For the worker: corrections of what a decision gave that were made before and not known to it. */
export async function correctionsMissedBy(ctx: Ctx, decisionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from share_item i join share_correction c on c.thing_id = i.thing_id and c.place > i.corrections_known
     where i.decision_id = ${decisionId} and i.given order by c.place`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** A row of the ledger as the sharing side reads it. */
export interface NoticeLine {
  id: string;
  correctionId: string;
  decisionId: string;
  personId: string;
  recipient: string;
  toPerson: string | null;
  channel: string | null;
  madeAt: Date;
  byHandSince: Date | null;
  deliveredAt: Date | null;
  deliveredHow: string | null;
  deliveredBy: string | null;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  confirmedWords: string | null;
}

const ledgerColumns = sql`n.id, n.correction_id as "correctionId", n.decision_id as "decisionId", n.person_id as "personId", coalesce(a.name, n.to_body) as recipient,
  coalesce(t.name, p.display_name, n.to_person) as "toPerson", n.channel, n.made_at as "madeAt", n.by_hand_since as "byHandSince", n.delivered_at as "deliveredAt",
  n.delivered_how as "deliveredHow", h.display_name as "deliveredBy", n.confirmed_at as "confirmedAt", k.display_name as "confirmedBy", n.confirmed_words as "confirmedWords"`;
const ledgerJoins = sql`left join agency a on a.id = n.to_agency_id left join team t on t.id = n.to_team_id left join staff p on p.id = n.to_staff_id
  left join staff h on h.id = n.delivered_by left join staff k on k.id = n.confirmed_by`;

/** A correction with its ledger, as far as the reader sees the decisions behind it. */
export interface CorrectionLine {
  id: string;
  thingId: string;
  place: number;
  nowKind: ItemKind;
  nowWords: string;
  because: string;
  correctedBy: string;
  correctedAt: Date;
  notices: NoticeLine[];
}

/** Corrections of pieces of information, oldest first, with who has heard of each. */
export async function correctionsOf(ctx: Ctx, thingIds: readonly string[]): Promise<CorrectionLine[]> {
  if (thingIds.length === 0) return [];
  const { rows } = await sql<Omit<CorrectionLine, 'notices'>>`
    select c.id, c.thing_id as "thingId", c.place, c.now_kind as "nowKind", c.now_words as "nowWords", c.because, s.display_name as "correctedBy", c.corrected_at as "correctedAt"
    from share_correction c join staff s on s.id = c.corrected_by where c.thing_id = any(${thingIds}::uuid[]) order by c.corrected_at, c.place`.execute(
    ctx.tx,
  );
  const notices = await noticesWhere(ctx, sql`n.correction_id = any(${rows.map((row) => row.id)}::uuid[])`);
  return rows.map((row) => ({ ...row, notices: notices.filter((one) => one.correctionId === row.id) }));
}

async function noticesWhere(ctx: Ctx, which: ReturnType<typeof sql>): Promise<NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select ${ledgerColumns} from share_notice n ${ledgerJoins} where ${which} order by n.made_at desc, recipient limit 500`.execute(ctx.tx);
  return rows;
}

/** Corrections not confirmed yet, of the reader's own shares (for the shield desk, of the shielded), oldest first; with `all`, of every share they see. */
export async function noticesToTell(ctx: StaffCtx, all = false): Promise<NoticeLine[]> {
  const mine = all ? sql`true` : sql`(n.decided_by = ${ctx.who.staffId} or (select access.in_team_for(array['shield-desk'])))`;
  const rows = await noticesWhere(
    ctx,
    sql`${mine} and n.confirmed_at is null and exists (select 1 from share_decision d where d.id = n.decision_id)`,
  );
  saw(ctx, ...rows.map((row) => row.personId));
  return rows.toReversed();
}

/** One row of the ledger held for change, as sharer or recipient. Throws notFound. */
export async function lockNotice(ctx: Ctx, id: string) {
  return found(await ctx.tx.selectFrom('share_notice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
}

export interface NoticeChange {
  channel?: 'in Goldthread' | 'e-mail' | 'by hand';
  by_hand_since?: Date;
  delivered_at?: Date;
  delivered_by?: string | null;
  delivered_how?: string;
  confirmed_at?: Date;
  confirmed_by?: string | null;
  confirmed_words?: string | null;
}

/** Writes how far a message has come. */
export async function writeNotice(ctx: Ctx, id: string, change: NoticeChange): Promise<void> {
  await ctx.tx.updateTable('share_notice').set(change).where('id', '=', id).execute();
}
