import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';

export interface ChangesSince {
  number: string;
  contactIds: string[];
}

/** Contacts somebody else changed after the number `since`, of those the reader may see, at most 200. */
export async function changesSince(ctx: StaffCtx, since: string): Promise<ChangesSince> {
  const { rows } = await sql<{ number: string; contactId: string }>`
    select number::text as number, contact_id as "contactId" from contact_change
    where number > ${since}::bigint and changed_by is distinct from ${ctx.who.staffId}::uuid order by number desc limit 200`.execute(
    ctx.tx,
  );
  return { number: rows[0]?.number ?? since, contactIds: rows.map((row) => row.contactId) };
}

/** Who changed one contact last, and when; null when nobody has since it was loaded. */
export async function lastChangeOf(ctx: StaffCtx, contactId: string) {
  const { rows } = await sql<{ number: string; at: Date; by: string | null; byId: string | null }>`
    select h.number::text as number, h.changed_at as at, s.display_name as by, h.changed_by as "byId"
    from contact_change h left join staff s on s.id = h.changed_by where h.contact_id = ${contactId}::uuid`.execute(ctx.tx);
  return rows[0] ?? null;
}
