import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { found, refused } from '../../../platform/access/refusal.ts';
import { londonDate } from '../../../platform/time/london.ts';

/** A meeting of the day. */
export interface TriageMeeting {
  id: string;
  heldOn: string;
  openedBy: string;
  openedAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
  heldOver: number | null;
  heldOverReason: string | null;
  note: string | null;
}

const every = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('triage_meeting as m')
    .innerJoin('staff as o', 'o.id', 'm.opened_by')
    .leftJoin('staff as c', 'c.id', 'm.closed_by')
    .select([
      'm.id',
      'm.held_on as heldOn',
      'o.display_name as openedBy',
      'm.opened_at as openedAt',
      'c.display_name as closedBy',
      'm.closed_at as closedAt',
      'm.held_over as heldOver',
      'm.held_over_reason as heldOverReason',
      'm.note',
    ]);

/** The meeting that sits now; null when none does. */
export async function openMeeting(ctx: StaffCtx): Promise<TriageMeeting | null> {
  return (await every(ctx).where('m.closed_at', 'is', null).executeTakeFirst()) ?? null;
}

/** Meetings that were closed, latest first. */
export const pastMeetings = (ctx: StaffCtx, limit = 60): Promise<TriageMeeting[]> =>
  every(ctx).where('m.closed_at', 'is not', null).orderBy('m.closed_at', 'desc').limit(limit).execute();

/** One meeting. Throws notFound. */
export async function meetingOf(ctx: StaffCtx, id: string): Promise<TriageMeeting> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<TriageMeeting>(null);
  return found(await every(ctx).where('m.id', '=', id).executeTakeFirst());
}

/** Who was there, as written down. */
export const attendanceOf = (ctx: StaffCtx, meetingId: string): Promise<{ name: string; agencyName: string }[]> =>
  ctx.tx
    .selectFrom('triage_attendance')
    .select(['name', 'agency_name as agencyName'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();

/** Begins today's meeting. Refuses while one sits: then that one is gone on with. */
export async function beginMeeting(ctx: StaffCtx): Promise<void> {
  const begun = await ctx.tx
    .insertInto('triage_meeting')
    .values({ held_on: londonDate(ctx.now), opened_by: ctx.who.staffId, opened_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (begun.numInsertedOrUpdatedRows === 0n) throw refused('A meeting sits already. Go on with it, or close it first.');
}

/** Ends the meeting that sits, with who was there and what was left. */
export async function endMeeting(
  ctx: StaffCtx,
  meetingId: string,
  it: { attended: readonly { name: string; agencyName: string }[]; heldOver: number; heldOverReason: string | null; note: string | null },
): Promise<void> {
  const row = await ctx.tx
    .updateTable('triage_meeting')
    .set({
      closed_by: ctx.who.staffId,
      closed_at: ctx.now,
      held_over: it.heldOver,
      held_over_reason: it.heldOver > 0 ? it.heldOverReason : null,
      note: it.note,
    })
    .where('id', '=', meetingId)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw refused('Somebody closed this meeting a moment ago.');
  await ctx.tx
    .insertInto('triage_attendance')
    .values(it.attended.map((one, at) => ({ meeting_id: meetingId, position: at + 1, name: one.name, agency_name: one.agencyName })))
    .execute();
}
