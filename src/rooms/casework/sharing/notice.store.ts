import { sql } from 'kysely';
import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { ItemKind } from './share.codes.ts';

/** A correction as a recipient reads it: what they were given, what it should say, and by whom. Nothing else of the record. */
export interface NoticeToUs {
  id: string;
  decisionId: string;
  personId: string;
  named: string | null;
  wasKind: ItemKind;
  wasWords: string;
  nowKind: ItemKind;
  nowWords: string;
  because: string;
  correctedAt: Date;
  correctedBy: string;
  deliveredAt: Date;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  confirmedWords: string | null;
  isSuperseded: boolean;
}

/** What makes a row one's own as a recipient, as the database's own rule says it. */
const mine = (staffId: string) => sql`n.delivered_at is not null and n.channel = 'in Goldthread'
  and (n.to_staff_id = ${staffId} or n.to_team_id = any((select access.my_teams())::uuid[]) or n.to_agency_id = any((select access.answers_for())::uuid[]))`;

const columns = sql`n.id, n.decision_id as "decisionId", n.person_id as "personId", n.about_named as named, i.kind as "wasKind", i.words as "wasWords",
  c.now_kind as "nowKind", c.now_words as "nowWords", c.because, c.corrected_at as "correctedAt", s.display_name as "correctedBy", n.delivered_at as "deliveredAt",
  n.confirmed_at as "confirmedAt", k.display_name as "confirmedBy", n.confirmed_words as "confirmedWords",
  exists (select 1 from share_correction later where later.thing_id = c.thing_id and later.place > c.place) as "isSuperseded"`;
const tables = sql`share_notice n join share_correction c on c.id = n.correction_id join share_item i on i.id = n.item_id join staff s on s.id = c.corrected_by
  left join staff k on k.id = n.confirmed_by`;

/** Corrections that reached the reader, their team or the agency they answer for: those not confirmed first, then the latest. */
export async function noticesToMe(ctx: StaffCtx): Promise<NoticeToUs[]> {
  const { rows } = await sql<NoticeToUs>`
    select ${columns} from ${tables} where ${mine(ctx.who.staffId)} order by n.confirmed_at is not null, n.delivered_at desc limit 200`.execute(
    ctx.tx,
  );
  saw(ctx, ...rows.map((row) => row.personId));
  return rows;
}

/** One of them. Throws notFound. */
export async function noticeToMe(ctx: StaffCtx, id: string): Promise<NoticeToUs> {
  const { rows } = await sql<NoticeToUs>`select ${columns} from ${tables} where n.id = ${id} and ${mine(ctx.who.staffId)}`.execute(ctx.tx);
  const notice = found(rows[0]);
  saw(ctx, notice.personId);
  about(ctx, 'share-notice', notice.id);
  return notice;
}
