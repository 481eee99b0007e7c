import { invalid } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { noteChange } from '../episode.store.ts';
import { practitioner } from '../lead.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { mayInvite } from '../taf.ts';
import { insertMember, membersOf, type Invitation } from '../taf.store.ts';

/** Invites someone into the team around the family: a practitioner of any agency, someone of the family, or a practitioner who does not use Goldthread. */
export async function inviteMember(ctx: StaffCtx, episodeId: string, invitation: Invitation): Promise<void> {
  const { episode, standing, family } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  mayInvite(episode.state);
  if (invitation.personId && !family.members.some((member) => member.personId === invitation.personId))
    throw invalid([{ field: 'personId', message: 'Select someone of this family' }]);
  const there = (await membersOf(ctx, episodeId)).some(
    (member) =>
      member.leftOn === null &&
      member.declinedAt === null &&
      ((invitation.staffId && member.staffId === invitation.staffId) || (invitation.personId && member.personId === invitation.personId)),
  );
  if (there)
    throw invalid([
      { field: invitation.staffId ? 'staffId' : 'personId', message: 'This person is in the team or has been invited already' },
    ]);
  const asked = invitation.staffId ? await practitioner(ctx, invitation.staffId) : undefined;
  if (invitation.staffId && !asked) throw invalid([{ field: 'staffId', message: 'Select who to invite' }]);
  const id = await insertMember(ctx, episodeId, { ...invitation, agencyId: asked?.agencyId ?? invitation.agencyId ?? null });
  if (invitation.staffId)
    await ctx.tx
      .insertInto('alert')
      .values({ staff_id: invitation.staffId, kind: 'team-invitation', record_id: id, href: '/invitations', raised_at: ctx.now })
      .execute();
  await noteChange(ctx, episodeId, 'member-invited', null, id);
}
