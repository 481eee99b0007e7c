import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';

/** Lets a member of staff, or a team, know a shielded person. Throws invalid unless exactly one is named. */
export async function allowToKnow(
  ctx: StaffCtx,
  personId: string,
  who: { staffId: string | null; teamId: string | null },
  reason: string,
): Promise<void> {
  if ((who.staffId === null) === (who.teamId === null)) throw invalid([{ field: 'staffId', message: 'Name one person or one team' }]);
  await ctx.tx
    .insertInto('shield_allow')
    .values({ person_id: personId, staff_id: who.staffId, team_id: who.teamId, granted_by: ctx.who.staffId, reason })
    .execute();
  saw(ctx, personId);
}
