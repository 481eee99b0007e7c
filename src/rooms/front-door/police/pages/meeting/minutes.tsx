import { about, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, counted, fullDate, longDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { attendanceOf, meetingOf, pastMeetings } from '../../meeting.store.ts';
import { decidedAt } from '../../triage.store.ts';
import { frame, toList } from '../frame.tsx';
import { Decisions } from './decisions.tsx';

const past = { href: '/front-door/police/meetings', label: 'Earlier meetings' } as const;

/** Meetings that were held, latest first. */
export async function meetingsPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await pastMeetings(ctx);
  const today = londonDate(ctx.now);
  return frame(
    ctx,
    { title: 'Earlier meetings', trail: [toList, { label: 'Earlier meetings' }] },
    <>
      <h1 class="govuk-heading-l">Earlier meetings</h1>
      <ListSummary count={rows.length} noun={['meeting', 'meetings']} sort="latest first" asOf={`${clockTime(ctx.now)} today`} />
      {rows.length === 0 ? (
        <EmptyList why="No meeting has been closed yet." whatToDo="Begin one on the day’s list." />
      ) : (
        <SortableTable
          caption="Meetings"
          captionHidden
          columns={['Held', 'Begun by', 'Closed', 'Held over'].map((heading) => ({ heading }))}
          path={past.href}
          rows={rows.map((row) => ({
            cells: [
              <a class="govuk-link" href={`${past.href}/${row.id}`}>
                {fullDate(row.heldOn)}
              </a>,
              row.openedBy,
              row.closedAt ? `${shortMoment(row.closedAt, today)}, ${row.closedBy}` : 'Sits now',
              row.heldOver ? `${row.heldOver}: ${row.heldOverReason}` : 'Nothing',
            ],
          }))}
        />
      )}
    </>,
  );
}

/** One meeting: who was there, what it decided, what it left. */
export async function minutesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const meeting = await meetingOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'triage-meeting', meeting.id);
  const decided = await decidedAt(ctx, meeting.id);
  const attended = await attendanceOf(ctx, meeting.id);
  saw(ctx, ...decided.flatMap((one) => one.personIds));
  return frame(
    ctx,
    { title: `Meeting of ${longDate(meeting.heldOn)}`, trail: [toList, past, { label: fullDate(meeting.heldOn) }] },
    <>
      <h1 class="govuk-heading-l">Meeting of {longDate(meeting.heldOn)}</h1>
      <p class="govuk-body">
        {clockTime(meeting.openedAt)} to {meeting.closedAt ? clockTime(meeting.closedAt) : 'now'}; closed by{' '}
        {meeting.closedBy ?? 'nobody yet'}. {counted(decided.length, 'incident')} gone through.
        {meeting.heldOver ? ` ${meeting.heldOver} held over: ${meeting.heldOverReason}` : ''}
      </p>
      <h2 class="govuk-heading-m">Who was there</h2>
      <ul class="govuk-list">
        {attended.map((one) => (
          <li>
            {one.name}, {one.agencyName}
          </li>
        ))}
      </ul>
      {meeting.note ? <p class="govuk-body">{meeting.note}</p> : null}
      <Decisions rows={decided} today={londonDate(ctx.now)} />
    </>,
  );
}
