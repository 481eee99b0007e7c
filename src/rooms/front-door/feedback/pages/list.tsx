import { may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, counted, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { outcomeWords, sideOf, stageWords, stateWords, type Outcome } from '../disagreement.ts';
import { disagreements, subjectsOf, type Listed } from '../disagreement.store.ts';

const views = {
  open: { label: 'Open', holds: (row: Listed) => row.state === 'OPEN' },
  overdue: { label: 'Overdue', holds: (row: Listed) => row.state === 'OPEN' && row.clock?.reading.state === 'overdue' },
  yours: { label: 'Where you speak', holds: (row: Listed) => row.state === 'OPEN' && row.speaks },
  settled: { label: 'Settled', holds: (row: Listed) => row.state !== 'OPEN' },
} as const;
type View = keyof typeof views;
const order = Object.keys(views) as View[];

/** Professional disagreements the reader may see: open, overdue, their own, settled with what was learnt. */
export async function disagreementsPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const all = await disagreements(ctx);
  const view: View = order.find((one) => one === asked.query['show']) ?? 'open';
  const rows = all.filter(views[view].holds);
  saw(
    ctx,
    ...(await subjectsOf(
      ctx,
      rows.map((row) => row.contactId),
    )),
  );
  return staffView(
    ctx,
    { title: 'Professional disagreements', wide: true, breadcrumbs: [{ label: 'Professional disagreements' }] },
    <>
      <h1 class="govuk-heading-l">Professional disagreements</h1>
      <p class="govuk-body">
        Any professional may dispute a decision about a child. It climbs from practitioner to practitioner up to the independent scrutineer,
        each stage against its own clock. It never pauses what protects the child.
      </p>
      {may(ctx, 'disagreement.raise') ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/disagreements/new">
            Raise a disagreement
          </a>
        </p>
      ) : null}
      <nav aria-label="Which disagreements">
        <ul class="gt-tabs">
          {order.map((one) => (
            <li>
              <a class="govuk-link" href={`/disagreements?show=${one}`} aria-current={one === view ? 'page' : undefined}>
                {views[one].label} ({all.filter(views[one].holds).length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ListSummary
        count={rows.length}
        noun={['disagreement', 'disagreements']}
        filter={`${views[view].label.toLowerCase()}, that you speak in or answer for`}
        sort={view === 'settled' ? 'newest first' : 'first to run out first'}
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? <None view={view} /> : view === 'settled' ? <Settled ctx={ctx} rows={rows} /> : <Open ctx={ctx} rows={rows} />}
    </>,
  );
}

function None({ view }: { view: View }) {
  const why = {
    open: 'No disagreement that you speak in or answer for is open.',
    overdue: 'None of them has run past its time.',
    yours: 'You speak in none that is open.',
    settled: 'None has been settled yet.',
  }[view];
  return <EmptyList why={why} whatToDo="Speak to whoever decided first. If that does not settle it, raise it here." />;
}

const link = (row: Listed) => (
  <a class="govuk-link" href={`/disagreements/${row.id}`}>
    {row.reference}
  </a>
);

function Open({ ctx, rows }: { ctx: StaffCtx; rows: readonly Listed[] }) {
  return (
    <SortableTable
      path="/disagreements"
      caption="Disagreements, first to run out first"
      captionHidden
      columns={['Reference', 'Child', 'Between', 'Stage', 'Time', 'What is waited for'].map((heading) => ({ heading }))}
      rows={rows.map((row) => ({
        cells: [
          link(row),
          row.child,
          `${row.raisedAgency} and ${row.againstAgency}`,
          <>
            {stageWords(row.stage)} {row.atRisk ? <Tag classes="govuk-tag--red">Child may be at risk</Tag> : null}
          </>,
          row.clock ? <ClockTag state={row.clock.reading.state} words={row.clock.reading.words} /> : 'No clock',
          waitedFor(ctx, row),
        ],
      }))}
    />
  );
}

/** What the next step is, for the reader's side. */
export function waitedFor(ctx: StaffCtx, row: Pick<Listed, 'proposedSide' | 'stage' | 'raisedAgencyId' | 'againstAgencyId'>): string {
  const side = sideOf(ctx.who, row);
  if (row.stage === 5) return side === 'scrutineer' ? 'Your judgement' : 'The scrutineer’s judgement';
  if (row.proposedSide === null) return 'Talk, settle it or move it up';
  return row.proposedSide === side ? 'The other side’s answer to your proposal' : 'Your answer to a proposal';
}

function Settled({ ctx, rows }: { ctx: StaffCtx; rows: readonly Listed[] }) {
  const changed = rows.filter((row) => row.outcome === 'CHANGED' || row.outcome === 'PARTLY_CHANGED').length;
  const late = rows.filter((row) => row.clock?.reading.state === 'met late').length;
  return (
    <>
      <p class="govuk-body">
        {counted(rows.length, 'disagreement')} here: in {changed} the decision was changed or partly changed, {late} ended past the time of
        its last stage.
      </p>
      <SortableTable
        path="/disagreements"
        caption="Settled disagreements, newest first"
        captionHidden
        columns={['Reference', 'Child', 'Between', 'Ended at', 'Outcome', 'What was learnt'].map((heading) => ({ heading }))}
        rows={rows.map((row) => ({
          cells: [
            link(row),
            row.child,
            `${row.raisedAgency} and ${row.againstAgency}`,
            `${stageWords(row.stage)}${row.settledAt ? `, ${shortMoment(row.settledAt, londonDate(ctx.now))}` : ''}`,
            row.outcome ? outcomeWords[row.outcome as Outcome] : stateWords[row.state],
            row.learning ?? '',
          ],
        }))}
      />
    </>
  );
}
