import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import type { MonthCounts } from './drift.ts';

/** A feed's last 13 months by the counts of its files that were loaded or shadowed, latest first. A file read twice counts by its last reading. */
export async function monthsOf(ctx: Ctx, feedId: string): Promise<MonthCounts[]> {
  const { rows } = await sql<MonthCounts>`
    with last as (
      select distinct on (r.file_id) r.* from feed_run r where r.feed_id = ${feedId} and r.kind <> 'dry run' and r.state in ('finished','failed')
       order by r.file_id, r.asked_at desc
    ), counted as (
      select to_char(r.asked_at at time zone 'Europe/London', 'YYYY-MM-01') as month, r.* from last r
    ), field as (
      select c.month, f.field, sum(f.given)::integer as given, sum(f.missing)::integer as missing,
        sum(f.wrong)::integer as wrong, sum(f.agreed)::integer as agreed, sum(f.differed)::integer as differed
        from counted c join feed_run_field f on f.run_id = c.id group by 1, 2
    )
    select c.month, count(*)::integer as files, max(c.taken + c.rejected)::integer as largest, sum(c.taken)::integer as taken, sum(c.rejected)::integer as rejected,
      sum(c.linked)::integer as linked, sum(c.asked)::integer as asked,
      sum(c.new_people)::integer as "newPeople",
      coalesce((select jsonb_agg(to_jsonb(f) - 'month' order by f.field) from field f where f.month = c.month), '[]') as fields
      from counted c group by c.month order by c.month desc limit 13`.execute(ctx.tx);
  return rows;
}
