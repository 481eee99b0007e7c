import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { acceptMinutes } from './protection.ts';
import { minutesOf } from './setting.store.ts';

/** A hand-over to child protection as both sides read it. */
export interface ProtectionHandover {
  id: string;
  contactId: string;
  reference: string | null;
  personId: string;
  child: string;
  strategyId: string;
  teamId: string;
  team: string;
  teamPhone: string | null;
  offeredBy: string;
  offeredAt: Date;
  acceptedBy: string | null;
  acceptedAt: Date | null;
  escalatedAt: Date | null;
  calls: { spokeTo: string; said: string; by: string; at: string }[];
}

const whole = sql`select h.id, h.contact_id as "contactId", c.reference, h.person_id as "personId", coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'A child') as child,
      h.strategy_id as "strategyId", h.team_id as "teamId", t.name as team, t.phone as "teamPhone", o.display_name as "offeredBy", h.offered_at as "offeredAt",
      a.display_name as "acceptedBy", h.accepted_at as "acceptedAt", h.escalated_at as "escalatedAt",
      coalesce((select json_agg(json_build_object('spokeTo', k.spoke_to, 'said', k.said, 'by', s.display_name, 'at', k.called_at) order by k.called_at)
        from protection_call k join staff s on s.id = k.called_by where k.handover_id = h.id), '[]') as calls
    from protection_handover h join team t on t.id = h.team_id join staff o on o.id = h.offered_by left join staff a on a.id = h.accepted_by
    left join contact c on c.id = h.contact_id left join person p on p.id = h.person_id`;

/** Hand-overs the reader may see: not accepted, oldest first; or accepted in the last week, newest first. */
export async function protectionHandovers(ctx: StaffCtx, show: 'waiting' | 'sent'): Promise<ProtectionHandover[]> {
  const which =
    show === 'waiting'
      ? sql`h.accepted_at is null order by h.offered_at`
      : sql`h.accepted_at > ${ctx.now}::timestamptz - interval '7 days' order by h.accepted_at desc`;
  const { rows } = await sql<ProtectionHandover>`${whole} where ${which} limit 100`.execute(ctx.tx);
  return rows;
}

/** Those of one contact. */
export async function protectionOf(ctx: Ctx, contactId: string): Promise<ProtectionHandover[]> {
  const { rows } = await sql<ProtectionHandover>`${whole} where h.contact_id = ${contactId}::uuid order by h.offered_at`.execute(ctx.tx);
  return rows;
}

/** Writes that a child is handed over; sent only when accepted. */
export async function insertProtection(
  ctx: StaffCtx,
  it: { contactId: string; decisionId: string; personId: string; strategyId: string; teamId: string },
): Promise<void> {
  await ctx.tx
    .insertInto('protection_handover')
    .values({
      contact_id: it.contactId,
      decision_id: it.decisionId,
      person_id: it.personId,
      strategy_id: it.strategyId,
      team_id: it.teamId,
      offered_by: ctx.who.staffId,
      offered_at: ctx.now,
    })
    .execute();
}

/** The team child protection is handed to: the one the authority has set, else the one referrals go to. Null when there is none. */
export async function protectionTeam(ctx: Ctx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select t.id from team t left join setting s on s.key in ('protection-inbox-team', 'referral-inbox-team') and s.value = t.id::text
    where t.purpose = 'social-work' order by s.key is null, s.key, t.name limit 1`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

/** Hand-overs nobody accepted in the minutes allowed and whose managers have not been told; held for change. For the worker. */
export async function lockUnaccepted(ctx: Ctx) {
  const minutes = await minutesOf(ctx, 'protection-accept-minutes', acceptMinutes);
  return ctx.tx
    .selectFrom('protection_handover')
    .selectAll()
    .where('accepted_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('offered_at', '<=', new Date(ctx.now.getTime() - minutes * 60_000))
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Writes that managers have been told. */
export async function markEscalated(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.updateTable('protection_handover').set({ escalated_at: ctx.now }).where('id', '=', id).execute();
}

/** An alert for the team asked, front door managers and heads of service. */
export async function tellManagers(ctx: Ctx, handover: { id: string; team_id: string }): Promise<void> {
  const alert = { kind: 'protection-not-accepted', record_id: handover.id, href: '/front-door/protection', raised_at: ctx.now };
  await ctx.tx
    .insertInto('alert')
    .values([
      { ...alert, team_id: handover.team_id },
      { ...alert, role: 'MASH_M' },
      { ...alert, role: 'SM_HOS' },
    ])
    .execute();
}

/** Writes who accepted the request in casework; gives the hand-over, or null where none waits for it. */
export async function markProtectionAccepted(ctx: Ctx, strategyId: string, by: string, at: Date) {
  return (
    (await ctx.tx
      .updateTable('protection_handover')
      .set((update) => ({ accepted_by: by, accepted_at: at, version: update('version', '+', 1) }))
      .where('strategy_id', '=', strategyId)
      .where('accepted_at', 'is', null)
      .returningAll()
      .executeTakeFirst()) ?? null
  );
}

/** Writes a call made because nobody had accepted. */
export async function insertProtectionCall(ctx: StaffCtx, handoverId: string, call: { spokeTo: string; said: string }): Promise<void> {
  await ctx.tx
    .insertInto('protection_call')
    .values({ handover_id: handoverId, spoke_to: call.spokeTo, said: call.said, called_by: ctx.who.staffId, called_at: ctx.now })
    .execute();
}
