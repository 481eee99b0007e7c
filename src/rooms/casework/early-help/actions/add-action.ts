import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { mustManage } from '../access.ts';
import { mustBeOpen } from '../episode.ts';
import { noteChange, today } from '../episode.store.ts';
import { openPlan } from '../open-plan.store.ts';
import { ownerFaults, wordingWarning } from '../plan.ts';
import { insertAction, type ActionText } from '../plan.store.ts';
import { isIn } from '../taf.ts';
import { membersOf } from '../taf.store.ts';

/** Adds an action towards a goal, with its owner (of the team or the family) and date. Answers the warning about vague wording, or null. */
export async function addAction(
  ctx: StaffCtx,
  episodeId: string,
  goalId: string,
  text: ActionText,
): Promise<{ id: string; warning: string | null }> {
  const opened = await openPlan(ctx, episodeId);
  mustManage(opened.standing);
  mustBeOpen(opened.episode.state);
  found(opened.goals.find((goal) => goal.id === goalId));
  const faults = ownerFaults({ staffId: text.ownerStaffId, personId: text.ownerPersonId, name: text.ownerName });
  const members = (await membersOf(ctx, episodeId)).filter(isIn);
  if (
    text.ownerStaffId &&
    text.ownerStaffId !== opened.episode.lead_staff_id &&
    !members.some((member) => member.staffId === text.ownerStaffId)
  )
    faults.push({ field: 'owner', message: 'Select someone in the team around the family' });
  if (text.ownerPersonId && !opened.family.members.some((member) => member.personId === text.ownerPersonId))
    faults.push({ field: 'owner', message: 'Select someone of this family' });
  if (text.dueOn < today(ctx)) faults.push({ field: 'dueOn', message: 'The date must be today or in the future' });
  if (faults.length > 0) throw invalid(faults);
  const id = await insertAction(ctx, goalId, episodeId, text);
  if (text.ownerStaffId && text.ownerStaffId !== ctx.who.staffId) {
    await ctx.tx
      .insertInto('alert')
      .values({
        staff_id: text.ownerStaffId,
        kind: 'action-assigned',
        record_id: id,
        href: `${opened.path}/actions/${id}`,
        raised_at: ctx.now,
      })
      .execute();
  }
  await noteChange(ctx, episodeId, 'action-added', null, id);
  return { id, warning: wordingWarning(text.action) };
}
