import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { mustManage } from '../access.ts';
import { noteChange } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { mayLeave } from '../taf.ts';
import { lockMember, writeLeft } from '../taf.store.ts';

/** Someone leaves the team around the family, or is taken out of it; from then on they see nothing of it. Members may end their own part.
 *  Answers whose part it was. */
export async function endMembership(ctx: StaffCtx, episodeId: string, memberId: string, because: string): Promise<'own' | 'other'> {
  const { episode, standing } = await openEpisode(ctx, episodeId);
  const row = found(await lockMember(ctx, memberId));
  if (row.staff_id !== ctx.who.staffId) mustManage(standing);
  mayLeave(
    {
      staffId: row.staff_id,
      personId: row.person_id,
      practitionerName: row.practitioner_name,
      acceptedAt: row.accepted_at,
      declinedAt: row.declined_at,
      leftOn: row.left_on,
    },
    episode.lead_staff_id,
  );
  await noteChange(ctx, episodeId, 'member-left', null, memberId);
  await writeLeft(ctx, memberId, because);
  return row.staff_id === ctx.who.staffId ? 'own' : 'other';
}
