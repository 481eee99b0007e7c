import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';

/** Which lines behind a figure: of one measure, within days, perhaps of one part, all of the denominator or only the numerator, or the rest. */
export interface Behind {
  measure: string;
  from: PlainDate;
  before: PlainDate;
  part: string | null;
  which: 'all' | 'counted' | 'rest';
}

/** One line behind a figure. */
export interface CountedRow {
  itemId: string;
  contactId: string;
  reference: string;
  state: string;
  sourceCode: string;
  receivedAt: Date;
  countsOn: PlainDate;
  part: string;
  amount: number;
  personIds: string[];
}

/** Lines of one page: as many as are looked through at once. */
export const countedPageLength = 30;

/** What a figure counts, newest first, under the reader's own scope; an earlier contact closed to the reader counts for nothing here too. */
export async function countedBehind(ctx: StaffCtx, behind: Behind, page: number): Promise<{ rows: CountedRow[]; count: number }> {
  const { rows } = await sql<CountedRow & { count: number }>`
    with closed as materialized (select access.contacts_closed_to_me() as ids),
    line as (
      select l.item_id, l.contact_id, l.happened_on, l.part,
        case when l.because is not null and l.because <@ (select ids from closed) then 0 else l.amount end as amount
        from figure_line l
       where l.measure = ${behind.measure} and l.happened_on >= ${behind.from}::date and l.happened_on < ${behind.before}::date
         and (${behind.part}::text is null or l.part = ${behind.part}))
    select l.item_id as "itemId", l.contact_id as "contactId", c.reference, c.state, c.source_code as "sourceCode", c.received_at as "receivedAt",
      l.happened_on::text as "countsOn", l.part, l.amount, l.count,
      array(select r.person_id from contact_recognition r where r.contact_id = l.contact_id) as "personIds"
      from (select line.*, count(*) over ()::int as count from line
             where ${behind.which} = 'all' or (amount > 0) = (${behind.which} = 'counted')
             order by happened_on desc, contact_id, item_id
             limit ${countedPageLength} offset ${(page - 1) * countedPageLength}) l
      join contact c on c.id = l.contact_id
     order by l.happened_on desc, l.contact_id, l.item_id`.execute(ctx.tx);
  return { rows, count: rows[0]?.count ?? 0 };
}
