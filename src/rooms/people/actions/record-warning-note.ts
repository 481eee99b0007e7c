import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../platform/access/refusal.ts';
import { daysBetween } from '../../../platform/time/calendar-day.ts';
import { personRow } from '../person.store.ts';
import { londonDay } from '../today.ts';
import type { warningKinds } from '../warning-note.ts';

/** Records a warning. Only a manager agrees one, and always with a day it is looked at again, within a year.
 *  Throws refused for another role, invalid for a review date that is none. */
export async function recordWarningNote(
  ctx: StaffCtx,
  it: { personId: string; kind: (typeof warningKinds)[number]; note: string; reviewOn: string },
): Promise<void> {
  if (!ctx.who.memberships.some((one) => ['TM', 'MASH_M', 'EH_CO', 'SM_HOS'].includes(one.role)))
    throw refused('A manager agrees a warning note. Ask yours to record it.');
  const ahead = daysBetween(londonDay(ctx), it.reviewOn);
  if (ahead < 1 || ahead > 366) throw invalid([{ field: 'reviewOn', message: 'Review date must be within the next year' }]);
  await personRow(ctx, it.personId);
  await ctx.tx
    .insertInto('warning_note')
    .values({ person_id: it.personId, kind: it.kind, note: it.note, review_on: it.reviewOn, agreed_by: ctx.who.staffId })
    .execute();
  saw(ctx, it.personId);
}
