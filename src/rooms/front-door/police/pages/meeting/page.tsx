import type { z } from 'zod';
import { about, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, counted, longDate } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { errorFor, textValue } from '../../../../../platform/web/form-kit.tsx';
import { Input } from '../../../../../platform/web/govuk/input.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { closeMeeting } from '../../actions/close-meeting.ts';
import { beginMeeting, openMeeting } from '../../meeting.store.ts';
import { dailyList, decidedAt } from '../../triage.store.ts';
import { isWaiting } from '../../triage.ts';
import { frame, toList } from '../frame.tsx';
import { Decisions } from './decisions.tsx';
import { places, type closeShape } from './form.ts';

/** The meeting that sits: what it decided so far, what is left, and its closing. */
export async function meetingPage(ctx: StaffCtx, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const meeting = await openMeeting(ctx);
  const trail = [toList, { label: 'Today’s meeting' }];
  if (!meeting)
    return frame(
      ctx,
      { title: 'Today’s meeting', trail, wide: false },
      <>
        <h1 class="govuk-heading-l">Today’s meeting</h1>
        <EmptyList why="No meeting sits now." whatToDo="Begin one on the day’s list." />
      </>,
    );
  about(ctx, 'triage-meeting', meeting.id);
  const decided = await decidedAt(ctx, meeting.id);
  const left = (await dailyList(ctx)).filter(isWaiting);
  saw(ctx, ...[...decided, ...left].flatMap((one) => one.personIds));
  const state = { values: again.values, errors: again.errors };
  return frame(
    ctx,
    { title: 'Today’s meeting', trail, errors: again.errors },
    <>
      <h1 class="govuk-heading-l">Meeting of {longDate(meeting.heldOn)}</h1>
      <p class="govuk-body">
        Begun at {clockTime(meeting.openedAt)} by {meeting.openedBy}. {counted(decided.length, 'incident')} gone through, {left.length}{' '}
        left.
      </p>
      <Decisions rows={decided} today={londonDate(ctx.now)} />
      <Form action="/front-door/police/meeting/close" {...formCarries(ctx)}>
        <h2 class="govuk-heading-m">Who was there</h2>
        {places.map((at) => (
          <div class="gt-columns gt-columns--2">
            <Input
              name={`name${at}`}
              label={`Name ${at}`}
              value={textValue(again.values, `name${at}`) || (at === 1 ? ctx.who.name : undefined)}
              errorMessage={errorFor(again.errors, `name${at}`)}
            />
            <Input
              name={`agency${at}`}
              label={`Agency ${at}`}
              value={textValue(again.values, `agency${at}`) || (at === 1 ? ctx.who.memberships[0]?.agencyName : undefined)}
            />
          </div>
        ))}
        {left.length > 0 ? (
          <TextArea
            name="heldOverReason"
            label={`Why ${counted(left.length, 'incident')} wait for the next meeting`}
            hint="Each stays on the list and its clock runs on."
            rows={2}
            {...state}
          />
        ) : null}
        <TextArea name="note" label="What else was agreed (optional)" hint="About the work, not about a family." rows={3} {...state} />
        <Button>Close the meeting</Button>
      </Form>
    </>,
  );
}

export async function takeOpening(ctx: StaffCtx): Promise<Answer> {
  await beginMeeting(ctx);
  return seeOther('/front-door/police', 'The meeting has begun. What you decide now is decided by it');
}

export async function takeClosing(ctx: StaffCtx, data: z.output<typeof closeShape>): Promise<Answer> {
  const id = await closeMeeting(ctx, data);
  return seeOther(`/front-door/police/meetings/${id}`, 'The meeting is closed');
}
