import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid, refused } from '../../../../platform/access/refusal.ts';
import { beginClock, stopClock } from '../../clocks.ts';
import { mustManage } from '../access.ts';
import { after } from '../episode.ts';
import { lockEpisode, noteChange, today, writeEpisode } from '../episode.store.ts';
import { mayRecord, quorumOf, type Attended } from '../meeting.ts';
import { meetingById, writeHeld, type HeldMeeting } from '../meeting.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { membersOf } from '../taf.store.ts';

export type MeetingRecord = Omit<HeldMeeting, 'quorate'> & { attendance: ReadonlyMap<string, Attended> };

/** Records a meeting as held: who came, quorum, what was said. The first one forms the team (stops C32) and starts the review clock (C33). */
export async function recordMeeting(
  ctx: StaffCtx,
  episodeId: string,
  meetingId: string,
  record: MeetingRecord,
  seenVersion: number,
): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  const meeting = found(await meetingById(ctx, episodeId, meetingId));
  if (record.heldOn > today(ctx)) throw invalid([{ field: 'heldOn', message: 'The day of the meeting must be today or in the past' }]);
  const members = await membersOf(ctx, episodeId);
  const attendance = new Map([...record.attendance].filter(([id]) => members.some((member) => member.id === id)));
  const came = members.filter((member) => attendance.get(member.id) === 'came');
  const quorum = quorumOf(came, { leadStaffId: episode.lead_staff_id, backupStaffId: episode.backup_staff_id });
  mayRecord(meeting.state, quorum, record.notQuorateBecause);
  const held = { ...record, quorate: quorum.quorate, notQuorateBecause: quorum.quorate ? null : record.notQuorateBecause };
  if (!(await writeHeld(ctx, meeting, held, attendance, seenVersion)))
    throw refused('Someone else recorded this meeting a moment ago. Open it to see what they wrote.');
  if (episode.state !== 'ASSESSED') return noteChange(ctx, episodeId, 'meeting-held', null, meetingId);
  await writeEpisode(
    ctx,
    episodeId,
    'meeting-held',
    { team_formed_on: record.heldOn },
    after(episode.state, 'first meeting held'),
    meetingId,
  );
  await stopClock(ctx, 'C32', 'early-help', episodeId, record.heldOn);
  await beginClock(ctx, 'C33', 'early-help', episodeId, record.heldOn);
}
