import type { StaffCtx } from '../../platform/access/ctx.ts';
import { londonDate } from '../../platform/time/london.ts';
import type { Away } from './away.ts';

/** Which of these colleagues are away today. */
export async function awayAmong(ctx: StaffCtx, staffIds: readonly string[]): Promise<Map<string, Away>> {
  if (staffIds.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('staff as s')
    .leftJoin('staff as c', 'c.id', 's.cover_staff_id')
    .select(['s.id', 's.display_name', 's.away_until', 'c.display_name as cover'])
    .where('s.id', 'in', [...new Set(staffIds)])
    .where('s.away_until', '>=', londonDate(ctx.now))
    .execute();
  return new Map(rows.map((row) => [row.id, { staffId: row.id, name: row.display_name, until: row.away_until ?? '', cover: row.cover }]));
}
