import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, counted, shortDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { Places } from '../../../places.tsx';
import { openMeeting, pastMeetings, type TriageMeeting } from '../../meeting.store.ts';
import { suggestedColour } from '../../notification.ts';
import { dailyList, type ListedIncident } from '../../triage.store.ts';
import { isWaiting, outcomeWords } from '../../triage.ts';
import { ColourTag, frame } from '../frame.tsx';

const columns = ['Incident', 'Children', 'Adults', 'Risk', 'Earlier in 12 months', 'Clock', 'Made of it'].map((heading) => ({ heading }));

/** The day's list: domestic-abuse notifications since the last meeting. Which one next, and is anything about to run out? */
export async function listPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await dailyList(ctx);
  const meeting = await openMeeting(ctx);
  const [last] = await pastMeetings(ctx, 1);
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const clocks = await clocksOf(
    ctx,
    'contact',
    rows.map((row) => row.contactId),
  );
  const waiting = rows.filter(isWaiting);
  const today = londonDate(ctx.now);
  const next = waiting[0];
  return frame(
    ctx,
    { title: 'Police, the day’s list', trail: [{ label: 'Police, the day’s list' }] },
    <>
      <h1 class="govuk-heading-l">Police, the day’s list</h1>
      <Places ctx={ctx} here="/front-door/police" />
      <div class="gt-toolbar">
        {next ? (
          <Button href={`/front-door/police/${next.contactId}`} attributes={{ 'data-shortcut': 'n' }}>
            Go through the next one
          </Button>
        ) : null}
        <Meeting ctx={ctx} meeting={meeting} />
        <p class="govuk-body">
          <a class="govuk-link" href="/front-door/police/meetings">
            Earlier meetings
          </a>
          {' · '}
          <a class="govuk-link" href="/front-door/police/help" data-shortcut="?">
            Keys
          </a>
        </p>
      </div>
      <ListSummary
        count={rows.length}
        noun={['domestic-abuse notification', 'domestic-abuse notifications']}
        filter={`since ${last?.closedAt ? `the meeting of ${shortDate(last.heldOn, today)}` : 'the beginning'}, ${waiting.length} to go through`}
        sort="as they came"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="No domestic-abuse notification has come since the last meeting."
          whatToDo="What the police send stands here within moments."
        />
      ) : (
        <SortableTable
          caption="Domestic-abuse notifications to go through"
          captionHidden
          columns={columns}
          path="/front-door/police"
          rows={rows.map((row) => ({ cells: [...cells(row, today), <Clock clocks={clocks} row={row} />, <MadeOfIt row={row} />] }))}
        />
      )}
    </>,
  );
}

function Meeting({ ctx, meeting }: { ctx: StaffCtx; meeting: TriageMeeting | null }) {
  if (meeting)
    return (
      <Button href="/front-door/police/meeting" classes="govuk-button--secondary" attributes={{ 'data-shortcut': 'm' }}>
        Close the meeting of {clockTime(meeting.openedAt)}
      </Button>
    );
  return (
    <Form action="/front-door/police/meeting/open" {...formCarries(ctx)}>
      <Button classes="govuk-button--secondary" attributes={{ 'data-shortcut': 'm' }}>
        Begin today’s meeting
      </Button>
    </Form>
  );
}

function cells(row: ListedIncident, today: string) {
  const named = row.children.length > 0;
  return [
    <>
      <a class="govuk-link" href={`/front-door/police/${row.contactId}`}>
        {row.policeRef}
        <span class="govuk-visually-hidden">, contact {row.reference}</span>
      </a>
      <br />
      {shortMoment(row.incidentAt, today)}, {[row.line1, row.postcode].filter(Boolean).join(', ') || 'place not told'}
      {row.updated ? (
        <>
          {' '}
          <Tag classes="govuk-tag--purple">Told anew</Tag>
        </>
      ) : null}
    </>,
    <>
      {named ? row.children.join(', ') : 'Not named'}
      {row.childHurt ? (
        <>
          {' '}
          <Tag classes="govuk-tag--red">Child hurt</Tag>
        </>
      ) : null}
    </>,
    row.adults.join('; ') || 'Nobody named',
    <Risk row={row} />,
    <>
      {counted(row.earlier, 'incident')} here
      {row.priorTold === null ? '' : `; the police count ${row.priorTold}`}
      {row.joinsWaiting > 0 ? (
        <>
          <br />
          <Tag classes="govuk-tag--yellow">May be told twice</Tag>
        </>
      ) : null}
    </>,
  ];
}

function Risk({ row }: { row: ListedIncident }) {
  const suggestion = suggestedColour(row);
  return (
    <>
      DASH {row.dashRisk ?? 'not assessed'}
      {row.marac ? `; MARAC${row.maracOn ? ` ${shortDate(row.maracOn)}` : ''}` : ''}
      {suggestion && row.colour === null ? (
        <>
          <br />
          Suggested {suggestion.colour.toLowerCase()}: {suggestion.because}
        </>
      ) : null}
    </>
  );
}

function Clock({ clocks, row }: { clocks: Awaited<ReturnType<typeof clocksOf>>; row: ListedIncident }) {
  const clock = clocks.get(row.contactId)?.find((one) => one.rule === 'C02' && one.cancelledAt === null);
  return clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} /> : <>No clock runs</>;
}

function MadeOfIt({ row }: { row: ListedIncident }) {
  if (row.colour === null || row.outcome === null) return <>{row.asked > 0 ? 'Not yet; the police are asked' : 'Not yet'}</>;
  return (
    <>
      <ColourTag colour={row.colour} /> {outcomeWords[row.outcome].label}, by {row.triagedBy}
      {row.updated ? '; told anew since' : ''}
    </>
  );
}
