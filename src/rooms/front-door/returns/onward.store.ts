import { sql } from 'kysely';
import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { reachOf, type ItemKind, type Reach } from './return.ts';

/** A question of the hub whether one item of ours may leave it, with the item as it was released. */
export interface OnwardAsk {
  id: string;
  requestId: string;
  enquiryId: string;
  agency: string;
  discipline: string;
  toWhom: string;
  purpose: string;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  agreed: boolean | null;
  answerReason: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  about: string | null;
  question: string;
  kind: ItemKind;
  words: string;
  reach: Reach;
}

/** Onward questions about items of the reader's agencies: those of a request or all, waiting first, oldest first. At most 200. */
export async function onwardAsks(ctx: StaffCtx, which: { requestId?: string; id?: string; waiting?: boolean } = {}): Promise<OnwardAsk[]> {
  const { rows } = await sql<Omit<OnwardAsk, 'reach'> & { sensitivity: string; releasable: string; personIds: string[] }>`
    select k.id, k.request_id as "requestId", r.enquiry_id as "enquiryId", a.name as agency, r.discipline, k.to_whom as "toWhom", k.purpose,
      k.asked_by as "askedById", asker.display_name as "askedBy", k.asked_at as "askedAt", k.agreed, k.answer_reason as "answerReason",
      giver.display_name as "answeredBy", k.answered_at as "answeredAt", p.name as about, l.question, l.kind, l.words, l.sensitivity, l.releasable,
      coalesce((select array_agg(o.person_id) from information_request_person o where o.request_id = r.id and o.person_id is not null), '{}') as "personIds"
    from line_release k join return_line l on l.id = k.line_id join information_request r on r.id = k.request_id join agency a on a.id = k.agency_id
    join staff asker on asker.id = k.asked_by left join staff giver on giver.id = k.answered_by left join information_request_person p on p.id = l.about_id
    where k.request_id = any((select access.requests_asked_of_me())::uuid[])
      and (${which.requestId ?? null}::uuid is null or k.request_id = ${which.requestId ?? null}::uuid)
      and (${which.id ?? null}::uuid is null or k.id = ${which.id ?? null}::uuid)
      and (${which.waiting ?? false} = false or k.agreed is null)
    order by k.agreed is not null, k.asked_at limit 200`.execute(ctx.tx);
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  return rows.map(({ sensitivity, releasable, personIds: _, ...row }) => ({ ...row, reach: reachOf(sensitivity, releasable) }));
}

/** One onward question to the reader's agency, or not found. */
export async function onwardAsk(ctx: StaffCtx, id: string): Promise<OnwardAsk> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<OnwardAsk>(null);
  const ask = found((await onwardAsks(ctx, { id }))[0]);
  about(ctx, 'information-request', ask.requestId);
  return ask;
}

/** Writes the answer; false when a colleague answered first. */
export async function writeOnwardAnswer(ctx: StaffCtx, id: string, it: { agreed: boolean; reason: string | null }): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('line_release')
    .set({ agreed: it.agreed, answer_reason: it.reason, answered_by: ctx.who.staffId, answered_at: ctx.now })
    .where('id', '=', id)
    .where('agreed', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
