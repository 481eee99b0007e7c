import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { mustManage } from '../access.ts';
import { noteChange } from '../episode.store.ts';
import { meetingById, writeMinutesSent } from '../meeting.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { isIn } from '../taf.ts';
import { membersOf } from '../taf.store.ts';

/** Sends the minutes: practitioners of the team are told inside Goldthread; to whom else they went is recorded. No word of them leaves by email. */
export async function sendMinutes(ctx: StaffCtx, episodeId: string, meetingId: string, alsoTo: string | null): Promise<void> {
  const { standing, path } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  const meeting = found(await meetingById(ctx, episodeId, meetingId));
  if (meeting.state !== 'held') throw refused('Record the meeting before sending its minutes.');
  const told = (await membersOf(ctx, episodeId)).filter((member) => isIn(member) && member.staffId !== null);
  for (const { staffId } of told) {
    if (staffId !== ctx.who.staffId)
      await ctx.tx
        .insertInto('alert')
        .values({
          staff_id: staffId,
          kind: 'minutes-sent',
          record_id: meetingId,
          href: `${path}/meetings/${meetingId}`,
          raised_at: ctx.now,
        })
        .execute();
  }
  await writeMinutesSent(ctx, meetingId, [...told.map((member) => member.name ?? ''), alsoTo ?? ''].filter(Boolean).join('; '));
  await noteChange(ctx, episodeId, 'minutes-sent', null, meetingId);
}
