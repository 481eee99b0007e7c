import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { endMeeting, openMeeting } from '../meeting.store.ts';
import { dailyList } from '../triage.store.ts';
import { closingNeeds, isWaiting } from '../triage.ts';

/** Closes the meeting of the day with who was there; what was not gone through waits for the next one, for a stated reason. */
export async function closeMeeting(
  ctx: StaffCtx,
  it: { attended: readonly { name: string; agencyName: string }[]; heldOverReason: string | null; note: string | null },
): Promise<string> {
  const meeting = found(await openMeeting(ctx));
  about(ctx, 'triage-meeting', meeting.id);
  const left = (await dailyList(ctx)).filter(isWaiting).length;
  const errors = closingNeeds({ attended: it.attended, left, heldOverReason: it.heldOverReason });
  if (errors.length > 0) throw invalid(errors);
  await endMeeting(ctx, meeting.id, { ...it, heldOver: left });
  return meeting.id;
}
