import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';

/** The number of the last change of the front door the reader may know of; 0 before the first. A page carries it as `since`. */
export async function lastChange(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select coalesce((select number from contact_change order by number desc limit 1), 0)::text as number`.execute(ctx.tx);
  return rows[0]?.number ?? '0';
}

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

/** A number of a change as an address carries it; null for anything else. */
export const changeNumber = (typed: string | undefined): string | null => (/^\d{1,18}$/.test(typed ?? '') ? String(typed) : null);
