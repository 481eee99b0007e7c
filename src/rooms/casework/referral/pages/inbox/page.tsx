import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { SelectField } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { Filters } from '../../../../../platform/web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable, sortFrom, type Column } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { runningClocks } from '../../../clocks.ts';
import { stateWords, type ReferralState } from '../../referral.ts';
import { referralSources } from '../../referral.codes.ts';
import { referralsIn } from '../../referral.store.ts';
import { strategyRequests } from '../../strategy.store.ts';
import { calledOf } from '../called-of.ts';

const columns: readonly Column[] = [
  { key: 'child', heading: 'Child' },
  { key: 'received', heading: 'Received' },
  { key: 'source', heading: 'From' },
  { key: 'state', heading: 'State' },
  { heading: 'Team' },
  { key: 'due', heading: 'Decision due' },
];
const shows = {
  inbox: { words: 'Inbox: not yet accepted', states: ['RECEIVED'] },
  pending: { words: 'Accepted, decision pending', states: ['DECISION_PENDING'] },
  open: { words: 'Open for work', states: ['ACCEPTED'] },
  all: { words: 'Inbox and pending', states: ['RECEIVED', 'DECISION_PENDING'] },
} as const;
type Shown = keyof typeof shows;

/** The team's referrals: what lies in the inbox is not sent until someone accepts it. */
export async function inboxPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const shown: Shown =
    asked.query['show'] !== undefined && Object.hasOwn(shows, asked.query['show']) ? (asked.query['show'] as Shown) : 'all';
  const sort = sortFrom(asked.query['sort'], columns, { key: 'due', direction: 'ascending' });
  const rows = await rowsOf(ctx, shows[shown].states);
  const key = (row: Row): string =>
    ({ child: calledOf(row), received: row.received_at.toISOString(), source: row.source_code, state: row.state })[sort.key] ??
    row.clock?.reading.dueAt.toISOString() ??
    '9999';
  rows.sort((a, b) => key(a).localeCompare(key(b)) * (sort.direction === 'ascending' ? 1 : -1));
  const waiting = (await strategyRequests(ctx)).filter((request) => request.state === 'REQUESTED').length;
  saw(ctx, ...rows.map((row) => row.child_id));
  return staffView(
    ctx,
    { title: 'Referrals', wide: true, breadcrumbs: [{ label: 'Referrals' }] },
    <>
      <h1 class="govuk-heading-l">Referrals</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/referrals/strategy">
          Strategy discussions asked for{waiting > 0 ? `: ${waiting} not yet accepted` : ''}
        </a>
      </p>
      <Filters action="/referrals" label="referrals" keep={{ sort: asked.query['sort'] }} active={shown !== 'all'}>
        <SelectField
          name="show"
          label="Show"
          items={Object.entries(shows).map(([value, { words }]) => ({ value, text: words }))}
          values={{ show: shown }}
          empty={false}
        />
      </Filters>
      <ListSummary
        count={rows.length}
        noun={['referral', 'referrals']}
        filter={shows[shown].words.toLowerCase()}
        sort={`by ${(columns.find((column) => column.key === sort.key)?.heading ?? '').toLowerCase()}`}
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList why="No referral of your team has this filter." whatToDo="A referral appears here the moment the front door sends it." />
      ) : (
        <SortableTable
          caption="Referrals and when a decision is due"
          captionHidden
          columns={columns}
          sort={sort}
          path="/referrals"
          query={{ show: shown }}
          rows={rows.map((row) => ({ id: `referral-${row.id}`, cells: cellsOf(row, londonDate(ctx.now)) }))}
        />
      )}
    </>,
  );
}

async function rowsOf(ctx: StaffCtx, states: readonly ReferralState[]) {
  const rows = await referralsIn(ctx, states);
  const clocks = await runningClocks(
    ctx,
    'referral',
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, clock: clocks.get(row.id)?.[0] ?? null }));
}
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function cellsOf(row: Row, today: string) {
  return [
    <>
      <a class="govuk-link" href={`/referrals/${row.id}`}>
        {calledOf(row)}
      </a>{' '}
      {row.is_re_referral ? <Tag classes="govuk-tag--yellow">Referred again within 12 months</Tag> : null}
    </>,
    shortMoment(row.received_at, today),
    referralSources[row.source_code] ?? row.source_code,
    stateWords[row.state as ReferralState],
    row.team_name,
    row.clock ? (
      <ClockTag state={row.clock.reading.state} words={row.clock.reading.words} exact={row.clock.reading.exact} />
    ) : (
      'No clock running'
    ),
  ];
}
