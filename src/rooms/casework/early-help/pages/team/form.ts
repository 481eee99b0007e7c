import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { oneOf, optionalId, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { endMembership } from '../../actions/end-membership.ts';
import { inviteMember } from '../../actions/invite-member.ts';
import { openEpisode } from '../../open-episode.store.ts';

export const inviteShape = z.object({
  kind: oneOf(['practitioner', 'family', 'other'], 'Select whom to add'),
  staffId: optionalId(),
  personId: optionalId(),
  practitionerName: optionalText(200),
  practitionerPhone: optionalText(50),
  part: optionalText(200),
  otherPart: optionalText(200),
  note: optionalText(2000),
});
export const leaveShape = z.object({ because: requiredText('Say why', 500) });
type Invite = z.output<typeof inviteShape>;

/** Takes an invitation of one of three kinds. */
export async function takeInvite(ctx: StaffCtx, data: Invite, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await inviteMember(ctx, episodeId, await invitationFrom(ctx, episodeId, data));
  return seeOther(
    `/early-help/${episodeId}/team`,
    data.kind === 'practitioner' ? 'Invited. They see the work once they accept.' : 'Added to the team.',
  );
}

async function invitationFrom(ctx: StaffCtx, episodeId: string, data: Invite) {
  if (data.kind === 'practitioner') {
    const faults = [
      ...(data.staffId ? [] : [{ field: 'staffId', message: 'Select who to invite' }]),
      ...(data.part ? [] : [{ field: 'part', message: 'Say as what they are invited' }]),
    ];
    if (faults.length > 0) throw invalid(faults);
    return { staffId: data.staffId, part: data.part ?? '', note: data.note };
  }
  if (data.kind === 'family') {
    const member = (await openEpisode(ctx, episodeId)).family.members.find((one) => one.personId === data.personId);
    if (!member) throw invalid([{ field: 'personId', message: 'Select someone of the family' }]);
    return { personId: member.personId, part: member.part };
  }
  if (!data.practitionerName || !data.otherPart)
    throw invalid([
      {
        field: data.practitionerName ? 'otherPart' : 'practitionerName',
        message: data.practitionerName ? 'Say as what and for whom' : 'Enter their name',
      },
    ]);
  return { practitionerName: data.practitionerName, practitionerPhone: data.practitionerPhone, part: data.otherPart };
}

export async function takeLeave(ctx: StaffCtx, data: z.output<typeof leaveShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  const whose = await endMembership(ctx, episodeId, asked.params['memberId'] ?? '', data.because);
  return seeOther(whose === 'own' ? '/families' : `/early-help/${episodeId}/team`, 'They have left the team.');
}
