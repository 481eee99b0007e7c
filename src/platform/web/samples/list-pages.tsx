import { Button } from '../govuk/button.tsx';
import { Pagination } from '../govuk/pagination.tsx';
import { Tag } from '../govuk/tag.tsx';
import { SelectField } from '../form-kit.tsx';
import { ClockTag } from '../patterns/clock-tag.tsx';
import { Filters } from '../patterns/filters.tsx';
import { EmptyList, ListSummary } from '../patterns/list-summary.tsx';
import { NarrowList } from '../patterns/narrow-list.tsx';
import { SmallNumber, SuppressionNote } from '../patterns/small-number.tsx';
import { SortableTable } from '../patterns/sortable-table.tsx';
import { Table } from '../govuk/table.tsx';
import { Staff } from './around.tsx';

const exact =
  'Due by the end of Tuesday 24 November 2026. Limit 1 working day from Monday 23 November 2026 (day 0). Set in law or statutory guidance: Working Together 2023, chapter 3.';

const columns = [
  { heading: 'About', key: 'name' },
  { heading: 'Clock', key: 'due' },
  { heading: 'From' },
  { heading: 'Suggested level' },
  { heading: 'Earlier contacts', key: 'earlier', numeric: true },
  { heading: 'Do' },
];

const names = [
  'Amara Okafor-Whitfield',
  'Theo Lindqvist',
  'Zainab Hussein',
  'Unborn baby of Kayleigh Marsh',
  'Maximilian Featherstonehaugh',
];
const clocks = [
  { state: 'overdue', words: 'overdue by 1 working day, was due 23 Nov' },
  { state: 'due today', words: 'due today, 24 Nov (working day 1 of 1)' },
  { state: 'warning', words: 'due tomorrow, 25 Nov (working day 0 of 1)' },
  { state: 'running', words: 'due in 3 working days, 27 Nov (working day 7 of 10)' },
  { state: 'met late', words: 'met late on 20 Nov, was due 19 Nov' },
] as const;

const rows = names.map((name, index) => ({
  current: index === 1,
  cells: [
    <a class="govuk-link" href={`/contacts/${index}`}>
      {name}
    </a>,
    <ClockTag {...clocks[index]!} exact={exact} />,
    index % 2 ? 'Police, 101 report' : 'School, safeguarding lead',
    <Tag classes={index % 2 ? 'govuk-tag--orange' : 'govuk-tag--teal'}>{index % 2 ? 'Level 4' : 'Level 2'}</Tag>,
    String(index * 3),
    <Button classes="govuk-button--secondary" attributes={index === 0 ? { 'data-shortcut': 'n' } : undefined}>
      Pull
    </Button>,
  ],
}));

const levels = [
  { value: '2', text: 'Level 2: early help' },
  { value: '4', text: 'Level 4: protection' },
];

/** A queue: how many, which filter, which order, how fresh, and the one action in place. */
export function QueuePage() {
  return (
    <Staff
      title="Front door queue"
      section="Front door"
      wide
      breadcrumbs={[{ href: '/front-door', label: 'Front door' }, { label: 'Queue' }]}
      flash="Contact C-2041 is yours."
    >
      <h1 class="govuk-heading-l">Front door queue</h1>
      <Filters action="/front-door" label="contacts" keep={{ sort: 'due' }} active>
        <SelectField name="level" label="Suggested level" items={levels} empty="Any level" values={{ level: '4' }} />
        <SelectField name="source" label="From" items={[{ text: 'School' }, { text: 'Police' }, { text: 'Health' }]} empty="Anyone" />
      </Filters>
      <ListSummary count={27} noun={['contact', 'contacts']} filter="level 4" sort="most urgent first" asOf="2:02pm today" />
      <NarrowList list="queue" label="Show rows with" />
      <SortableTable
        id="queue"
        caption="Contacts waiting for a decision"
        columns={columns}
        rows={rows}
        sort={{ key: 'due', direction: 'ascending' }}
        path="/front-door"
        query={{ level: '4' }}
      />
      <Pagination
        next={{ href: '?page=2' }}
        items={[
          { number: 1, href: '?page=1', current: true },
          { number: 2, href: '?page=2' },
          { ellipsis: true },
          { number: 6, href: '?page=6' },
        ]}
      />
    </Staff>
  );
}

/** The same with nothing in it. */
export function EmptyQueuePage() {
  return (
    <Staff title="Front door queue" section="Front door" breadcrumbs={[{ href: '/front-door', label: 'Front door' }, { label: 'Queue' }]}>
      <h1 class="govuk-heading-l">Front door queue</h1>
      <ListSummary count={0} noun={['contact', 'contacts']} filter="waiting for a decision" asOf="2:02pm today" />
      <EmptyList
        why="Nobody is waiting. Every contact received today has a decision."
        whatToDo={
          <a class="govuk-link" href="/front-door?status=decided">
            See what was decided today
          </a>
        }
      />
    </Staff>
  );
}

/** Counts by outcome, small ones suppressed. */
export function OutcomesPage() {
  return (
    <Staff title="Outcomes" section="Outcomes">
      <h1 class="govuk-heading-l">Goals by outcome</h1>
      <Table
        caption="Plan goals open on 24 November 2026"
        captionClasses="govuk-table__caption--s"
        firstCellIsHeader
        head={['Outcome', { text: 'Goals', format: 'numeric' }, { text: 'Better', format: 'numeric' }]}
        rows={[
          [
            'Children are safe at home',
            { text: <SmallNumber count={214} href="/outcomes/safe" noun="goals" />, format: 'numeric' },
            { text: <SmallNumber count={96} />, format: 'numeric' },
          ],
          [
            'Children are in school every day',
            { text: <SmallNumber count="small" />, format: 'numeric' },
            { text: <SmallNumber count={0} />, format: 'numeric' },
          ],
          [
            'Children are as well as they can be',
            { text: <SmallNumber count="protects another" />, format: 'numeric' },
            { text: <SmallNumber count="small" />, format: 'numeric' },
          ],
        ]}
      />
      <SuppressionNote />
    </Staff>
  );
}
