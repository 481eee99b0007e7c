import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { questionsFor } from '../returns/question-sets.codes.ts';
import type { Item } from './picture.ts';

/** Every item of the returns released to the hub in an enquiry, as they stand; a return that was replaced is told by `replacedReturns`. */
export async function itemsOf(ctx: Ctx, enquiryId: string): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select l.id, l.request_id as "requestId", l.agency_id as "agencyId", a.name as agency, r.discipline, p.contact_person_id as "namedId", p.name as about, p.part, l.question, l.kind, l.words,
      l.happened_from as "from", l.happened_to as "to", l.source, l.grading, l.handling, l.sensitivity, l.releasable, l.third_party as "thirdParty",
      s.display_name as "saidBy", t.released_at as "saidAt",
      coalesce((select json_agg(json_build_object('id', k.id, 'toWhom', k.to_whom, 'purpose', k.purpose, 'askedAt', k.asked_at, 'agreed', k.agreed, 'reason', k.answer_reason) order by k.asked_at)
        from line_release k where k.line_id = l.id), '[]') as asks
    from return_line l join agency_return t on t.id = l.return_id join information_request r on r.id = l.request_id join agency a on a.id = l.agency_id
    join staff s on s.id = t.released_by left join information_request_person p on p.id = l.about_id
    where r.enquiry_id = ${enquiryId}::uuid and t.released_at is not null and t.replaced_at is null order by a.name, l.position`.execute(
    ctx.tx,
  );
  return rows.map((row) => ({ ...row, question: asked(row.discipline, row.question) }));
}

/** The question in the words the agency read; one that is gone from the set is left as its key. */
function asked(discipline: string, key: string): string {
  if (key === 'more') return 'Anything else';
  try {
    return questionsFor(discipline).questions.find((one) => one.key === key)?.ask ?? key;
  } catch {
    return key;
  }
}

/** Returns that a further one replaced: what was said before stays readable beside why it was corrected. */
export async function replacedReturns(ctx: Ctx, enquiryId: string) {
  const { rows } = await sql<{
    requestId: string;
    agency: string;
    number: number;
    releasedAt: Date;
    releasedBy: string;
    becauseNext: string | null;
    items: { kind: string; words: string; about: string | null }[];
  }>`
    select t.request_id as "requestId", a.name as agency, t.number, t.released_at as "releasedAt", s.display_name as "releasedBy",
      (select n.correction_reason from agency_return n where n.request_id = t.request_id and n.number > t.number and n.released_at is not null order by n.number limit 1) as "becauseNext",
      coalesce((select json_agg(json_build_object('kind', l.kind, 'words', l.words, 'about', p.name) order by l.position)
        from return_line l left join information_request_person p on p.id = l.about_id where l.return_id = t.id), '[]') as items
    from agency_return t join information_request r on r.id = t.request_id join agency a on a.id = t.agency_id join staff s on s.id = t.released_by
    where r.enquiry_id = ${enquiryId}::uuid and t.replaced_at is not null and t.released_at is not null order by a.name, t.number desc`.execute(
    ctx.tx,
  );
  return rows;
}

/** One item of an enquiry as the hub may read it, or not found. */
export async function itemOf(ctx: StaffCtx, enquiryId: string, itemId: string): Promise<Item> {
  return found((await itemsOf(ctx, enquiryId)).find((one) => one.id === itemId));
}

/** Asks an item's owner whether it may go to someone. */
export async function writeOwnerAsked(ctx: StaffCtx, item: Item, it: { toWhom: string; purpose: string }): Promise<void> {
  await ctx.tx
    .insertInto('line_release')
    .values({
      line_id: item.id,
      request_id: item.requestId,
      agency_id: item.agencyId,
      to_whom: it.toWhom,
      purpose: it.purpose,
      asked_by: ctx.who.staffId,
      asked_at: ctx.now,
    })
    .execute();
}
