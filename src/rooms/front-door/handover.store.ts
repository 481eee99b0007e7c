import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../platform/access/ctx.ts';
import { found } from '../../platform/access/refusal.ts';

/** Something passed to a worker or their team that nobody has taken yet. */
export interface WaitingHandover {
  id: string;
  contactId: string;
  reference: string;
  personId: string;
  child: string;
  toName: string;
  sentAt: Date;
  whatHappened: string;
}

/** Contacts passed to me or my team that nobody has taken yet, oldest first, at most 100. */
export async function handoversForMe(ctx: StaffCtx): Promise<WaitingHandover[]> {
  const teams = ctx.who.memberships.flatMap((one) => (one.teamId ? [one.teamId] : []));
  const { rows } = await sql<WaitingHandover>`
    select h.id, c.id as "contactId", c.reference, h.person_id as "personId", h.to_name as "toName", h.sent_at as "sentAt",
      coalesce(nullif(concat_ws(' ', n.given_name, n.family_name), ''), n.description, 'A child') as child,
      left(c.what_happened, 300) as "whatHappened"
    from contact_handover h
    join contact c on c.id = h.contact_id
    left join contact_recognition r on r.contact_id = c.id and r.person_id = h.person_id
    left join contact_person n on n.id = r.contact_person_id
    where h.accepted_at is null and h.returned_at is null
      and (h.to_staff_id = ${ctx.who.staffId} or h.to_team_id = any(${teams}::uuid[]))
    order by h.sent_at limit 100`.execute(ctx.tx);
  return rows;
}

export interface NewHandover {
  id: string;
  contactId: string;
  decisionId: string;
  personId: string;
  toTeamId: string | null;
  toStaffId: string | null;
  toName: string;
  how: string;
}

/** Writes that something was passed on; it counts as sent only when it is accepted. */
export async function writeHandover(ctx: StaffCtx, it: NewHandover): Promise<void> {
  await ctx.tx
    .insertInto('contact_handover')
    .values({
      id: it.id,
      contact_id: it.contactId,
      decision_id: it.decisionId,
      person_id: it.personId,
      to_team_id: it.toTeamId,
      to_staff_id: it.toStaffId,
      to_name: it.toName,
      how: it.how,
      sent_by: ctx.who.staffId,
      sent_at: ctx.now,
    })
    .execute();
}

/** One handover held for change. Throws notFound. */
export async function lockHandover(ctx: Ctx, id: string) {
  return found(await ctx.tx.selectFrom('contact_handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
}

/** Somebody took it: `by` is their name, `staffId` theirs when they are a user. */
export async function markAccepted(ctx: Ctx, id: string, by: { staffId: string | null; name: string }): Promise<void> {
  await ctx.tx
    .updateTable('contact_handover')
    .set({ accepted_at: ctx.now, accepted_by: by.staffId, accepted_by_name: by.name })
    .where('id', '=', id)
    .execute();
}

/** It came back: the decision that passed it on no longer stands and the contact is screened again. */
export async function comesBack(ctx: Ctx, handover: { id: string; contact_id: string; decision_id: string | null }, reason: string) {
  await ctx.tx.updateTable('contact_handover').set({ returned_at: ctx.now, return_reason: reason }).where('id', '=', handover.id).execute();
  await ctx.tx
    .updateTable('contact')
    .set((update) => ({ state: 'SCREENING', version: update('version', '+', 1), closed_at: null }))
    .where('id', '=', handover.contact_id)
    .execute();
  if (handover.decision_id)
    await ctx.tx.updateTable('contact_decision').set({ superseded_at: ctx.now }).where('id', '=', handover.decision_id).execute();
}
