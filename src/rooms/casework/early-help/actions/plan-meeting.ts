import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { mayInvite } from '../taf.ts';
import { noteChange } from '../episode.store.ts';
import { insertMeeting } from '../meeting.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { isIn } from '../taf.ts';
import { membersOf } from '../taf.store.ts';

/** Plans a meeting of the team around the family and invites everyone in it; practitioners are told. */
export async function planMeeting(
  ctx: StaffCtx,
  episodeId: string,
  meeting: { plannedFor: Date; venue: string; kind: 'first' | 'review' | 'other' },
): Promise<string> {
  const { episode, standing, path } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  mayInvite(episode.state);
  const members = (await membersOf(ctx, episodeId)).filter(isIn);
  const id = await insertMeeting(ctx, episodeId, { ...meeting, memberIds: members.map((member) => member.id) });
  for (const { staffId } of members) {
    if (staffId && staffId !== ctx.who.staffId)
      await ctx.tx
        .insertInto('alert')
        .values({ staff_id: staffId, kind: 'meeting-planned', record_id: id, href: `${path}/meetings/${id}`, raised_at: ctx.now })
        .execute();
  }
  await noteChange(ctx, episodeId, 'meeting-planned', null, id);
  return id;
}
