import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { holdMinutes } from './hold.ts';
import { minutesOf } from './setting.store.ts';

/** Who had a contact in hand, newest first. `endedByName` is null for a hold that ran out. */
export interface Hold {
  id: string;
  staffId: string;
  name: string;
  takenAt: Date;
  endedAt: Date | null;
  endedByName: string | null;
  why: string | null;
}

/** The holds of a contact, newest first, at most 20. */
export async function holdsOf(ctx: StaffCtx, contactId: string): Promise<Hold[]> {
  const { rows } = await sql<Hold>`
    select h.id, h.staff_id as "staffId", s.display_name as name, h.taken_at as "takenAt", h.ended_at as "endedAt", e.display_name as "endedByName", h.why
    from contact_hold h join staff s on s.id = h.staff_id left join staff e on e.id = h.ended_by
    where h.contact_id = ${contactId}::uuid order by h.taken_at desc limit 20`.execute(ctx.tx);
  return rows;
}

/** Whoever holds it has just worked on it: the hold begins anew, to the minute. Nothing happens for anybody else. */
export async function touchHold(ctx: StaffCtx, contact: { id: string; held_by: string | null; held_since: Date | null }): Promise<void> {
  if (contact.held_by !== ctx.who.staffId || (contact.held_since && ctx.now.getTime() - contact.held_since.getTime() < 60_000)) return;
  await ctx.tx.updateTable('contact').set({ held_since: ctx.now }).where('id', '=', contact.id).execute();
}

/** Says why the hold that just ended was given up. */
export async function sayWhy(ctx: StaffCtx, contactId: string, why: string): Promise<void> {
  await sql`update contact_hold set why = ${why} where id = (select id from contact_hold
    where contact_id = ${contactId}::uuid and staff_id = ${ctx.who.staffId} and ended_at is not null order by ended_at desc limit 1)`.execute(
    ctx.tx,
  );
}

/** For the worker: contacts whose holder has neither changed nor written anything for as long as a hold lasts are nobody's again. */
export async function releaseStaleHolds(ctx: Ctx): Promise<void> {
  const minutes = await minutesOf(ctx, 'hold-minutes', holdMinutes);
  await sql`update contact set held_by = null, held_since = null
    where id = any((select access.stale_holds(${ctx.now}, ${minutes}::integer))::uuid[]) and held_since < ${ctx.now}::timestamptz - make_interval(mins => ${minutes}::integer)`.execute(
    ctx.tx,
  );
}
