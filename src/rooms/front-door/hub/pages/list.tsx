import { may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clocksOf, type StandingClock } from '../../../../platform/time/clock.store.ts';
import { clockTime, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { SelectField } from '../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { Filters } from '../../../../platform/web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { Places } from '../../places.tsx';
import { enquiryStateWords, isAnswered, ragFacts, rags, type EnquiryState, type RequestState } from '../enquiry.ts';
import { enquiryCounts, enquiryLines, type EnquiryFilter, type EnquiryLine } from '../enquiry.store.ts';
import { RagTag } from './rag-tag.tsx';

type Show = EnquiryFilter['show'];
const shows: Record<Show, string> = {
  open: 'all open',
  waiting: 'waiting for agencies',
  decide: 'to be decided',
  tell: 'agencies to be told',
  closed: 'closed',
};

/** Enquiries of the hub: which picture is late, and who keeps it waiting? Overdue first. */
export async function enquiriesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const show = (Object.keys(shows) as Show[]).find((one) => one === asked.query['show']) ?? 'open';
  const rag = rags.find((one) => one === asked.query['rag']) ?? null;
  const rows = await enquiryLines(ctx, { show, rag });
  const counts = await enquiryCounts(ctx);
  const clocks = await clocksOf(
    ctx,
    'hub-enquiry',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const overdue = rows.filter((row) => runningOf(clocks.get(row.id))?.reading.state === 'overdue').length;
  return staffView(
    ctx,
    { title: 'Hub enquiries', wide: true, breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { label: 'Hub enquiries' }] },
    <>
      <h1 class="govuk-heading-l">Hub enquiries</h1>
      <Places ctx={ctx} here="/front-door/hub" />
      <nav aria-label="Which enquiries">
        <ul class="gt-tabs">
          {(Object.keys(shows) as Show[]).map((one) => (
            <li>
              <a class="govuk-link" href={`/front-door/hub?show=${one}`} aria-current={one === show ? 'page' : undefined}>
                {shows[one].charAt(0).toUpperCase() + shows[one].slice(1)} ({counts[one]})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters action="/front-door/hub" label="hub enquiries" keep={{ show }} active={rag !== null}>
        <SelectField
          name="rag"
          label="Colour"
          empty="Every colour"
          items={rags.map((one) => ({ value: one, text: ragFacts[one].words }))}
          values={{ rag: rag ?? '' }}
        />
      </Filters>
      <ListSummary
        count={rows.length}
        noun={['enquiry', 'enquiries']}
        filter={`${shows[show]}${rag ? `, ${ragFacts[rag].words.toLowerCase()}` : ''}${overdue > 0 ? `, ${overdue} overdue` : ''}${rows.length === 100 ? ', the first 100' : ''}`}
        sort={show === 'closed' ? 'closed last first' : 'overdue first, then by when the decision is due'}
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why={`No hub enquiry is ${shows[show]}${rag ? ` and ${ragFacts[rag].words.toLowerCase()}` : ''} just now.`}
          whatToDo="An enquiry is opened from a contact that is being screened."
        />
      ) : (
        <EnquiryTable ctx={ctx} rows={rows} clocks={clocks} show={show} />
      )}
    </>,
  );
}

const runningOf = (clocks: readonly StandingClock[] | undefined): StandingClock | undefined =>
  clocks?.find((one) => one.cancelledAt === null) ?? undefined;

interface TableFacts {
  ctx: StaffCtx;
  rows: EnquiryLine[];
  clocks: Map<string, StandingClock[]>;
  show: Show;
}

function EnquiryTable({ ctx, rows, clocks, show }: TableFacts) {
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-table__caption govuk-visually-hidden">Hub enquiries {shows[show]}</caption>
      <thead class="govuk-table__head">
        <tr>
          {['Contact', 'About', 'Colour', 'Decision', 'Returns', 'Where it stands', 'Opened'].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <Line ctx={ctx} row={row} clock={runningOf(clocks.get(row.id))} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ ctx, row, clock }: { ctx: StaffCtx; row: EnquiryLine; clock: StandingClock | undefined }) {
  const mine = row.secondAskedById && !row.secondById && row.secondAskedById !== ctx.who.staffId && may(ctx, 'front-door.decide');
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={`/front-door/hub/${row.id}`}>
          {row.reference}
        </a>
      </th>
      <td class="govuk-table__cell" data-heading="About">
        {row.children.join(', ')}
      </td>
      <td class="govuk-table__cell" data-heading="Colour">
        <RagTag rag={row.rag} />
      </td>
      <td class="govuk-table__cell" data-heading="Decision">
        {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} /> : 'No clock'}
      </td>
      <td class="govuk-table__cell" data-heading="Returns">
        <Returns requests={row.requests} />
      </td>
      <td class="govuk-table__cell" data-heading="Where it stands">
        {enquiryStateWords[row.state as EnquiryState]}
        {mine ? (
          <>
            <br />
            <Tag classes="govuk-tag--yellow">Second manager asked for</Tag>
          </>
        ) : null}
      </td>
      <td class="govuk-table__cell" data-heading="Opened">
        {shortMoment(row.openedAt, londonDate(ctx.now))}
        <br />
        <span class="gt-small">{row.openedBy}</span>
      </td>
    </tr>
  );
}

/** Answers in of those asked, and who keeps the hub waiting, by name. */
function Returns({ requests }: { requests: EnquiryLine['requests'] }) {
  if (requests.length === 0) return <>Nobody asked</>;
  const answered = requests.filter((one) => isAnswered(one.state as RequestState));
  const waiting = requests.filter((one) => !answered.includes(one));
  return (
    <>
      <strong>
        {answered.length} of {requests.length} in
      </strong>
      {waiting.length > 0 ? (
        <>
          <br />
          <span class="gt-small">{waiting.map((one) => `${one.agency}${one.overdue ? ' (overdue)' : ''}`).join(', ')}</span>
        </>
      ) : null}
    </>
  );
}
