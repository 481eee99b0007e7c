import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';

/** Alerts of one kind that lead to one place, not yet put away. */
export interface OpenAlert {
  kind: string;
  href: string;
  count: number;
  lastAt: Date;
}

/** Alerts for the person, their teams and their roles that nobody has put away, those of a kind and place together. */
export async function openAlerts(ctx: StaffCtx): Promise<OpenAlert[]> {
  const { rows } = await sql<OpenAlert>`
    select kind, href, count(*)::int as count, max(raised_at) as "lastAt" from alert where seen_at is null and raised_at <= ${ctx.now} group by kind, href order by 4 desc limit 50`.execute(
    ctx.tx,
  );
  return rows;
}
