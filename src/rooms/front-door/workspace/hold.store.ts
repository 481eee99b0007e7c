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

interface HandsRow {
  minutes: string | null;
  number: string | null;
  changedAt: Date | null;
  changedBy: string | null;
  holds: (Omit<Hold, 'takenAt' | 'endedAt'> & { takenAt: string; endedAt: string | null })[];
}

/** In whose hands a contact was, newest first, at most 20; how many minutes a hold lasts; who changed the contact last. One statement. */
export async function handsOf(ctx: StaffCtx, contactId: string) {
  const { rows } = await sql<HandsRow>`
    select (select value from setting where key = 'hold-minutes') as minutes, h.number::text as number, h.changed_at as "changedAt", w.display_name as "changedBy",
      coalesce((select json_agg(one) from (
        select k.id, k.staff_id as "staffId", s.display_name as name, k.taken_at as "takenAt", k.ended_at as "endedAt", e.display_name as "endedByName", k.why
          from contact_hold k join staff s on s.id = k.staff_id left join staff e on e.id = k.ended_by
         where k.contact_id = ${contactId}::uuid order by k.taken_at desc limit 20) one), '[]') as holds
    from (select 1) always left join contact_change h on h.contact_id = ${contactId}::uuid left join staff w on w.id = h.changed_by`.execute(
    ctx.tx,
  );
  const row = rows[0];
  return {
    minutes: Number(row?.minutes ?? '') || holdMinutes,
    change: row?.number && row.changedAt ? { number: row.number, at: row.changedAt, by: row.changedBy } : null,
    holds: (row?.holds ?? []).map((one): Hold => ({
      ...one,
      takenAt: new Date(one.takenAt),
      endedAt: one.endedAt ? new Date(one.endedAt) : null,
    })),
  };
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
