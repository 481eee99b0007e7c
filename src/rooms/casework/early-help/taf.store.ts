import { randomUUID } from 'node:crypto';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { today } from './episode.store.ts';

/** Everyone ever asked into the team around the family, in order of asking. */
export async function membersOf(ctx: Ctx, episodeId: string) {
  const rows = await ctx.tx
    .selectFrom('taf_member as m')
    .leftJoin('staff as s', 's.id', 'm.staff_id')
    .leftJoin('agency as a', 'a.id', 'm.agency_id')
    .select([
      'm.id',
      'm.staff_id',
      'm.person_id',
      'm.practitioner_name',
      'm.practitioner_phone',
      'm.part',
      'm.invited_at',
      'm.accepted_at',
      'm.declined_at',
      'm.decline_reason',
      'm.left_on',
      'm.left_because',
      's.display_name',
      's.phone',
      'a.name as agency_name',
    ])
    .where('m.episode_id', '=', episodeId)
    .orderBy('m.invited_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    personId: row.person_id,
    practitionerName: row.practitioner_name,
    part: row.part,
    invitedAt: row.invited_at,
    acceptedAt: row.accepted_at,
    declinedAt: row.declined_at,
    declineReason: row.decline_reason,
    leftOn: row.left_on,
    leftBecause: row.left_because,
    name: row.display_name ?? row.practitioner_name,
    phone: row.phone ?? row.practitioner_phone,
    agencyName: row.agency_name,
  }));
}
export type TafMember = Awaited<ReturnType<typeof membersOf>>[number];

export interface Invitation {
  staffId?: string | null;
  personId?: string | null;
  practitionerName?: string | null;
  practitionerPhone?: string | null;
  agencyId?: string | null;
  part: string;
  note?: string | null;
}

/** Writes an invitation. Family members and practitioners without sign-in count as in from now: they said yes to whoever asks. */
export async function insertMember(ctx: StaffCtx, episodeId: string, invitation: Invitation): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('taf_member')
    .values({
      id,
      episode_id: episodeId,
      staff_id: invitation.staffId ?? null,
      person_id: invitation.personId ?? null,
      practitioner_name: invitation.practitionerName ?? null,
      practitioner_phone: invitation.practitionerPhone ?? null,
      agency_id: invitation.agencyId ?? null,
      part: invitation.part,
      invite_note: invitation.note ?? null,
      invited_by: ctx.who.staffId,
      invited_at: ctx.now,
      accepted_at: invitation.staffId ? null : ctx.now,
    })
    .execute();
  return id;
}

/** Puts the signed-in person, who has just become lead professional, in the team at once; whoever led before stays in it until they leave. */
export async function joinTeamAsLead(ctx: StaffCtx, episodeId: string, member: { staffId: string; agencyId: string }): Promise<void> {
  const part = 'lead professional';
  await ctx.tx
    .updateTable('taf_member')
    .set({ part: 'lead professional before' })
    .where('episode_id', '=', episodeId)
    .where('part', '=', part)
    .where('staff_id', '<>', member.staffId)
    .where('left_on', 'is', null)
    .execute();
  const known = await ctx.tx
    .selectFrom('taf_member')
    .select('id')
    .where('episode_id', '=', episodeId)
    .where('staff_id', '=', member.staffId)
    .where('left_on', 'is', null)
    .where('declined_at', 'is', null)
    .executeTakeFirst();
  if (known) await ctx.tx.updateTable('taf_member').set({ accepted_at: ctx.now, part }).where('id', '=', known.id).execute();
  else
    await ctx.tx
      .insertInto('taf_member')
      .values({
        episode_id: episodeId,
        staff_id: member.staffId,
        agency_id: member.agencyId,
        part,
        invited_by: ctx.who.staffId,
        invited_at: ctx.now,
        accepted_at: ctx.now,
      })
      .execute();
}

/** Takes a member's row for change; undefined when there is none the reader may change. */
export async function lockMember(ctx: Ctx, id: string) {
  return ctx.tx.selectFrom('taf_member').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes the answer to an invitation. */
export async function writeInvitationAnswer(ctx: StaffCtx, id: string, accept: boolean, reason: string | null): Promise<void> {
  await ctx.tx
    .updateTable('taf_member')
    .set(accept ? { accepted_at: ctx.now } : { declined_at: ctx.now, decline_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** Writes that a member left. */
export async function writeLeft(ctx: StaffCtx, id: string, because: string): Promise<void> {
  await ctx.tx
    .updateTable('taf_member')
    .set({ left_on: today(ctx), left_because: because })
    .where('id', '=', id)
    .execute();
}

/** Whether whoever asks has accepted to be a member of this team around the family and has not left it. */
export async function isMember(ctx: StaffCtx, episodeId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('taf_member')
    .select('id')
    .where('episode_id', '=', episodeId)
    .where('staff_id', '=', ctx.who.staffId)
    .where('accepted_at', 'is not', null)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
