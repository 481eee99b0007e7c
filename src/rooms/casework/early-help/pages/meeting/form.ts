import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { dropDraft } from '../../../../../platform/web/draft.store.ts';
import { optionalId, optionalText, requiredText, version } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { dateOf, withDates } from '../../../typed-date.ts';
import { addDecision } from '../../actions/add-decision.ts';
import { recordMeeting } from '../../actions/record-meeting.ts';
import { sendMinutes } from '../../actions/send-minutes.ts';
import { attendedAnswers, type Attended } from '../../meeting.ts';

const prefix = 'attended-';
export const attendanceField = (memberId: string): string => `${prefix}${memberId}`;

export const recordShape = withDates(
  ['heldOn'],
  z.looseObject({
    heldOn: dateOf({ label: 'Day of the meeting' }),
    workingWell: optionalText(),
    worries: optionalText(),
    familyViews: optionalText(),
    minutesBy: optionalId(),
    notQuorateBecause: optionalText(1000),
    _version: version,
  }),
);
export const decisionShape = z.object({ decision: requiredText('Write the decision', 1000) });
export const minutesShape = z.object({ alsoTo: optionalText(500) });

const place = (asked: Asked): { episodeId: string; meetingId: string; path: string } => {
  const [episodeId, meetingId] = [asked.params['id'] ?? '', asked.params['meetingId'] ?? ''];
  return { episodeId, meetingId, path: `/early-help/${episodeId}/meetings/${meetingId}` };
};

/** Who came, from fields named after the members; anything that is not an answer counts as none. */
function attendanceFrom(data: Record<string, unknown>): Map<string, Attended> {
  return new Map(
    Object.entries(data).flatMap(([name, value]): [string, Attended][] =>
      name.startsWith(prefix) && (attendedAnswers as readonly unknown[]).includes(value)
        ? [[name.slice(prefix.length), value as Attended]]
        : [],
    ),
  );
}

export async function takeRecord(ctx: StaffCtx, data: z.output<typeof recordShape>, asked: Asked): Promise<Answer> {
  const { episodeId, meetingId, path } = place(asked);
  await recordMeeting(ctx, episodeId, meetingId, { ...data, attendance: attendanceFrom(data) }, data._version);
  await dropDraft(ctx, 'meeting-record', meetingId);
  return seeOther(path, 'Meeting recorded.');
}
export async function takeDecision(ctx: StaffCtx, data: z.output<typeof decisionShape>, asked: Asked): Promise<Answer> {
  const { episodeId, meetingId, path } = place(asked);
  await addDecision(ctx, episodeId, meetingId, data.decision);
  return seeOther(path, 'Decision added.');
}
export async function takeMinutes(ctx: StaffCtx, data: z.output<typeof minutesShape>, asked: Asked): Promise<Answer> {
  const { episodeId, meetingId, path } = place(asked);
  await sendMinutes(ctx, episodeId, meetingId, data.alsoTo);
  return seeOther(path, 'Minutes sent.');
}
