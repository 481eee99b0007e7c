import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { awayWords, type Away } from '../../away.ts';
import type { Day } from '../../today.ts';

type Row = Day['caseload'][number];

const columns = [
  { heading: 'Family' },
  { heading: 'Where it stands' },
  { heading: 'Clock' },
  { heading: 'Lead professional' },
  { heading: 'Next review' },
];

/** Most families shown on one table of the day. */
const most = 40;

/** My families, one a row, with the clock that is due first. Nothing is shown to those who have no families. */
export function Caseload({ day, today }: { day: Day; today: string }) {
  if (day.caseload.length === 0) return null;
  return (
    <section aria-labelledby="caseload">
      <h2 class="govuk-heading-m" id="caseload">
        My families
      </h2>
      <ListSummary
        count={day.caseload.length}
        noun={['family', 'families']}
        filter="that you lead, back up or help in a team around the family"
        sort="what is due first"
        asOf={shortDate(today)}
      />
      <Families rows={day.caseload} away={day.away} today={today} caption="Families I work with" />
    </section>
  );
}

/** The team's families for those who allocate; what sits with someone away stands first. */
export function TeamTable({ day, today }: { day: Day; today: string }) {
  if (day.team.length === 0) return null;
  const stuck = day.team.filter((row) => row.lead_staff_id !== null && day.away.has(row.lead_staff_id));
  return (
    <section aria-labelledby="team">
      <h2 class="govuk-heading-m" id="team">
        My team
      </h2>
      {stuck.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">With someone who is away</h3>
          <ListSummary
            count={stuck.length}
            noun={['family', 'families']}
            filter="whose lead professional is away today"
            sort="what is due first"
            asOf={shortDate(today)}
          />
          <Families rows={stuck} away={day.away} today={today} caption="Families whose lead professional is away" />
        </>
      ) : null}
      <h3 class="govuk-heading-s">All of the team’s families</h3>
      <ListSummary
        count={day.team.length}
        noun={['family', 'families']}
        filter={`held by your team${day.team.length > most ? `, the first ${most} shown` : ''}`}
        sort="what is due first"
        asOf={shortDate(today)}
      />
      <Families rows={day.team} away={day.away} today={today} caption="Families the team holds" />
      {day.team.length > most ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/families?whose=team">
            All {day.team.length} families of the team
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Families({
  rows,
  away,
  today,
  caption,
}: {
  rows: readonly Row[];
  away: ReadonlyMap<string, Away>;
  today: string;
  caption: string;
}) {
  const due = (row: Row): string => row.clock?.reading.dueOn ?? row.next_review_on ?? '9999';
  return (
    <SortableTable
      caption={caption}
      captionHidden
      columns={columns}
      path="/today"
      rows={[...rows]
        .sort((a, b) => due(a).localeCompare(due(b)))
        .slice(0, most)
        .map((row) => ({
          cells: [
            row.family_id ? (
              <a class="govuk-link" href={`/families/${row.family_id}`}>
                {row.name ?? row.reference}
              </a>
            ) : (
              row.reference
            ),
            <a class="govuk-link" href={`/early-help/${row.id}`}>
              {row.stateWords}
            </a>,
            row.clock ? (
              <ClockTag state={row.clock.reading.state} words={row.clock.reading.words} exact={row.clock.reading.exact} />
            ) : (
              <span class="gt-muted">No clock runs</span>
            ),
            leadWords(row, away, today),
            row.next_review_on ? shortDate(row.next_review_on, today) : 'Not set',
          ],
        }))}
    />
  );
}

function leadWords(row: Row, away: ReadonlyMap<string, Away>, today: string): string {
  if (!row.lead_name) return 'Nobody yet';
  const gone = row.lead_staff_id ? away.get(row.lead_staff_id) : undefined;
  return gone ? `${row.lead_name}, ${awayWords(gone, today)}` : row.lead_name;
}
