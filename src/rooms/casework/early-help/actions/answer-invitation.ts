import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { noteChange } from '../episode.store.ts';
import { peopleBehind } from '../lead.store.ts';
import { answerInvitation as mayAnswer } from '../taf.ts';
import { lockMember, writeInvitationAnswer } from '../taf.store.ts';

/** The practitioner invited joins the team around the family, and from then on sees its work; or declines with a reason. */
export async function answerInvitation(
  ctx: StaffCtx,
  memberId: string,
  given: { accept: boolean; reason: string | null },
): Promise<string> {
  const row = found(await lockMember(ctx, memberId));
  mayAnswer(
    {
      staffId: row.staff_id,
      personId: row.person_id,
      practitionerName: row.practitioner_name,
      acceptedAt: row.accepted_at,
      declinedAt: row.declined_at,
      leftOn: row.left_on,
    },
    ctx.who.staffId,
    given,
  );
  saw(ctx, ...(await peopleBehind(ctx, row.episode_id)).map((person) => person.personId));
  about(ctx, 'early-help', row.episode_id);
  await writeInvitationAnswer(ctx, memberId, given.accept, given.reason);
  await noteChange(ctx, row.episode_id, given.accept ? 'member-joined' : 'member-declined', null, memberId);
  return row.episode_id;
}
