import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { ListedIncident } from '../../triage.store.ts';
import { outcomeWords } from '../../triage.ts';
import { ColourTag } from '../frame.tsx';

const columns = ['Incident', 'Children', 'Colour', 'Where it goes', 'Why'].map((heading) => ({ heading }));

/** What a meeting decided, incident by incident; those a reader may not see are not there and are not counted. */
export function Decisions({ rows, today }: { rows: readonly ListedIncident[]; today: string }) {
  if (rows.length === 0) return <EmptyList why="Nothing has been decided in it." />;
  return (
    <SortableTable
      caption="What was decided"
      columns={columns}
      path="/front-door/police/meeting"
      rows={rows.map((row) => ({
        cells: [
          <>
            <a class="govuk-link" href={`/front-door/police/${row.contactId}`}>
              {row.policeRef}
            </a>
            , {shortMoment(row.incidentAt, today)}
          </>,
          row.children.join(', ') || 'Not named',
          row.colour ? <ColourTag colour={row.colour} /> : '',
          row.outcome ? outcomeWords[row.outcome].label : '',
          row.why ?? '',
        ],
      }))}
    />
  );
}
