import { randomUUID } from 'node:crypto';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { Attended } from './meeting.ts';

/** Meetings of an episode, latest first. */
export async function meetingsOf(ctx: Ctx, episodeId: string) {
  return ctx.tx.selectFrom('taf_meeting').selectAll().where('episode_id', '=', episodeId).orderBy('planned_for', 'desc').execute();
}

/** One meeting of an episode; undefined when there is none. */
export async function meetingById(ctx: Ctx, episodeId: string, id: string) {
  return ctx.tx
    .selectFrom('taf_meeting as m')
    .leftJoin('staff as s', 's.id', 'm.minutes_by')
    .selectAll('m')
    .select('s.display_name as minutes_by_name')
    .where('m.id', '=', id)
    .where('m.episode_id', '=', episodeId)
    .executeTakeFirst();
}
export type Meeting = NonNullable<Awaited<ReturnType<typeof meetingById>>>;

/** Plans a meeting and invites the members given. */
export async function insertMeeting(
  ctx: StaffCtx,
  episodeId: string,
  meeting: { kind: 'first' | 'review' | 'other'; plannedFor: Date; venue: string; memberIds: readonly string[] },
): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('taf_meeting')
    .values({ id, episode_id: episodeId, kind: meeting.kind, planned_for: meeting.plannedFor, venue: meeting.venue })
    .execute();
  if (meeting.memberIds.length > 0)
    await ctx.tx
      .insertInto('meeting_attendance')
      .values(meeting.memberIds.map((member) => ({ meeting_id: id, episode_id: episodeId, member_id: member })))
      .execute();
  return id;
}

/** Who was invited and what became of it, by member. */
export async function attendanceOf(ctx: Ctx, meetingId: string): Promise<Map<string, { attended: Attended; sentViews: string | null }>> {
  const rows = await ctx.tx
    .selectFrom('meeting_attendance')
    .select(['member_id', 'attended', 'sent_views'])
    .where('meeting_id', '=', meetingId)
    .execute();
  return new Map(rows.map((row) => [row.member_id, { attended: row.attended as Attended, sentViews: row.sent_views }]));
}

/** Decisions of a meeting in the order they were written. */
export async function decisionsOf(ctx: Ctx, meetingId: string) {
  return ctx.tx
    .selectFrom('meeting_decision as d')
    .innerJoin('staff as s', 's.id', 'd.recorded_by')
    .select(['d.id', 'd.decision', 'd.recorded_at', 's.display_name as by_name'])
    .where('d.meeting_id', '=', meetingId)
    .orderBy('d.recorded_at')
    .execute();
}

/** Adds a decision, typed in the room. */
export async function insertDecision(ctx: StaffCtx, episodeId: string, meetingId: string, decision: string): Promise<void> {
  await ctx.tx
    .insertInto('meeting_decision')
    .values({ meeting_id: meetingId, episode_id: episodeId, decision, recorded_by: ctx.who.staffId, recorded_at: ctx.now })
    .execute();
}

export interface HeldMeeting {
  heldOn: string;
  minutesBy: string | null;
  workingWell: string | null;
  worries: string | null;
  familyViews: string | null;
  quorate: boolean;
  notQuorateBecause: string | null;
}

/** Writes a meeting as held, with who came; false when someone else recorded it first. */
export async function writeHeld(
  ctx: StaffCtx,
  meeting: Meeting,
  held: HeldMeeting,
  attendance: ReadonlyMap<string, Attended>,
  seenVersion: number,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('taf_meeting')
    .set({
      state: 'held',
      held_on: held.heldOn,
      minutes_by: held.minutesBy,
      working_well: held.workingWell,
      worries: held.worries,
      family_views: held.familyViews,
      quorate: held.quorate,
      not_quorate_because: held.notQuorateBecause,
      version: seenVersion + 1,
    })
    .where('id', '=', meeting.id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  for (const [memberId, attended] of attendance) {
    await ctx.tx
      .insertInto('meeting_attendance')
      .values({ meeting_id: meeting.id, episode_id: meeting.episode_id, member_id: memberId, attended })
      .onConflict((clash) => clash.columns(['meeting_id', 'member_id']).doUpdateSet({ attended }))
      .execute();
  }
  return true;
}

/** Writes to whom the minutes went. */
export async function writeMinutesSent(ctx: StaffCtx, meetingId: string, to: string): Promise<void> {
  await ctx.tx.updateTable('taf_meeting').set({ minutes_sent_at: ctx.now, minutes_sent_to: to }).where('id', '=', meetingId).execute();
}
