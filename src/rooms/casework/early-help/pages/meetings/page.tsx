import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { londonDate, londonInstant } from '../../../../../platform/time/london.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, DateField, Form, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { runningClocks } from '../../../clocks.ts';
import { dateOf, withDates } from '../../../typed-date.ts';
import { planMeeting } from '../../actions/plan-meeting.ts';
import { meetingsOf } from '../../meeting.store.ts';
import { openEpisode } from '../../open-episode.store.ts';
import { Clocks } from '../../parts/clocks.tsx';
import { episodeView } from '../../parts/episode-shell.tsx';

export const planShape = withDates(
  ['on'],
  z.object({
    on: dateOf({ label: 'Day of the meeting' }),
    at: requiredText('Enter a time', 5).pipe(z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 15:30')),
    venue: requiredText('Enter where, or how to join', 300),
    kind: oneOf(['first', 'review', 'other'], 'Select what kind of meeting'),
  }),
);

/** Meetings held and planned; plan the next. */
export const meetingsPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const meetingsAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openEpisode(ctx, asked.params['id'] ?? '');
  const { path, episode, standing } = opened;
  const meetings = await meetingsOf(ctx, episode.id);
  const kind = episode.state === 'ASSESSED' ? 'first' : 'review';
  const shown = state.values ? state : { values: { kind } };
  return episodeView(
    ctx,
    opened,
    { title: 'Meetings', crumb: 'Meetings', errors: state.errors },
    <>
      <Clocks clocks={(await runningClocks(ctx, 'early-help', [episode.id])).get(episode.id) ?? []} />
      {meetings.length === 0 ? (
        <EmptyList why="No meeting has been planned." whatToDo="Ask the family when and where suits them." />
      ) : (
        <PlainTable
          caption={`${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}, latest first`}
          head={[{ text: 'When' }, { text: 'Where' }, { text: 'State' }, { text: 'Quorum' }]}
          rows={meetings.map((meeting) => [
            {
              text: (
                <a class="govuk-link" href={`${path}/meetings/${meeting.id}`}>
                  {longMoment(meeting.planned_for)}
                </a>
              ),
            },
            { text: meeting.venue },
            { text: meeting.state },
            { text: meeting.quorate === null ? '' : meeting.quorate ? 'There' : `Not there: ${meeting.not_quorate_because ?? ''}` },
          ])}
        />
      )}
      {standing.manages && !episode.closed_on && episode.state !== 'REQUESTED' ? (
        <>
          <h2 class="govuk-heading-m">Plan a meeting</h2>
          <Form action={`${path}/meetings`} {...formCarries(ctx)}>
            <DateField name="on" legend="Day" {...shown} />
            <TextField name="at" label="Time" hint="For example 15:30" width={5} {...shown} />
            <TextField name="venue" label="Where, or how to join" {...shown} />
            <Choice
              name="kind"
              legend="What kind of meeting?"
              items={[
                { value: 'first', text: 'First meeting of the team' },
                { value: 'review', text: 'Review' },
                { value: 'other', text: 'Other' },
              ]}
              {...shown}
            />
            <Button>Plan it and invite the team</Button>
          </Form>
        </>
      ) : null}
    </>,
  );
}

/** Takes a planned meeting. */
export async function takePlanned(ctx: StaffCtx, data: z.output<typeof planShape>, asked: Asked): Promise<Answer> {
  if (data.on < londonDate(ctx.now)) throw invalid([{ field: 'on', message: 'Day of the meeting must be today or in the future' }]);
  const [hour = 0, minute = 0] = data.at.split(':').map(Number);
  const episodeId = asked.params['id'] ?? '';
  const id = await planMeeting(ctx, episodeId, { plannedFor: londonInstant(data.on, hour, minute), venue: data.venue, kind: data.kind });
  return seeOther(`/early-help/${episodeId}/meetings/${id}`, 'Meeting planned. The team has been told.');
}
