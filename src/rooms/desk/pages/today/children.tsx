import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { awayWords } from '../../away.ts';
import type { Day } from '../../today.ts';

const columns = [
  { heading: 'Child' },
  { heading: 'Referral' },
  { heading: 'Where it stands' },
  { heading: 'Clock' },
  { heading: 'Social worker' },
];

/** Children referred to social care whom the person or, for managers, their team works with. Nothing is shown to those who have none. */
export function Children({ day, today }: { day: Day; today: string }) {
  if (day.children.length === 0) return null;
  const worker = (row: Day['children'][number]): string => {
    const gone = row.workerId ? day.away.get(row.workerId) : undefined;
    return `${row.worker ?? 'Nobody yet'}${gone ? `, ${awayWords(gone, today)}` : ''}`;
  };
  const due = (row: Day['children'][number]): string => row.clock?.reading.dueOn ?? '9999';
  return (
    <section aria-labelledby="children">
      <h2 class="govuk-heading-m" id="children">
        Children referred to social care
      </h2>
      <ListSummary
        count={day.children.length}
        noun={['child', 'children']}
        filter="allocated to you, or accepted by your team if you manage it"
        sort="what is due first"
        asOf={shortDate(today)}
      />
      <SortableTable
        caption="Children referred to social care"
        captionHidden
        columns={columns}
        path="/today"
        rows={day.children
          .toSorted((a, b) => due(a).localeCompare(due(b)))
          .map((row) => ({
            cells: [
              <a class="govuk-link" href={`/children/${row.childId}`}>
                {row.child}
              </a>,
              <a class="govuk-link" href={`/referrals/${row.referralId}`}>
                {row.reference}
              </a>,
              row.stateWords,
              row.clock ? (
                <ClockTag state={row.clock.reading.state} words={row.clock.reading.words} exact={row.clock.reading.exact} />
              ) : (
                <span class="gt-muted">No clock runs</span>
              ),
              worker(row),
            ],
          }))}
      />
    </section>
  );
}
