import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, fullDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { Pagination } from '../../../../../platform/web/govuk/pagination.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { outcomes } from '../../pds/trace.ts';
import type { WorklistRow } from '../../pds/trace.store.ts';

export const listNames = [...outcomes, 'differing'] as const;
export type ListName = (typeof listNames)[number];

const filters: Readonly<Record<ListName, string>> = {
  matched: 'whose number is confirmed',
  superseded: 'who were given a newer number',
  possible: 'for whom the NHS finds someone, to be looked at',
  many: 'for whom the NHS knows several',
  none: 'whom the NHS does not find',
  invalidated: 'whose number was withdrawn',
  'not asked': 'not asked about yet, or without a name to ask by',
  error: 'about whom the NHS could not answer',
  differing: 'with a fact that differs, not decided',
};

export interface WorklistProps {
  ctx: StaffCtx;
  chosen: ListName | null;
  /** One more than a page holds where there is a next one. */
  rows: readonly WorklistRow[];
  at: number;
  perPage: number;
}

/** The children of one answer, to be worked through. */
export function Worklist({ ctx, chosen, rows, at, perPage }: WorklistProps) {
  const shown = rows.slice(0, perPage);
  return (
    <section id="worklist" aria-labelledby="worklist-heading">
      <h2 class="govuk-heading-m" id="worklist-heading">
        Children
      </h2>
      {chosen === null ? (
        <EmptyList
          why="Nobody is listed until you choose."
          whatToDo="Choose a number in the table above: first those that need a person."
        />
      ) : (
        <>
          <ListSummary
            count={shown.length}
            noun={['child on this page', 'children on this page']}
            filter={filters[chosen]}
            sort="by family name; nobody hidden or restricted is listed"
            asOf={`${clockTime(ctx.now)} today`}
          />
          {shown.length === 0 ? <EmptyList why="Nobody here." whatToDo="Choose another number above." /> : <Rows ctx={ctx} rows={shown} />}
          <Pages chosen={chosen} at={at} more={rows.length > perPage} />
        </>
      )}
    </section>
  );
}

function Rows({ ctx, rows }: { ctx: StaffCtx; rows: readonly WorklistRow[] }) {
  const today = londonDate(ctx.now);
  return (
    <SortableTable
      caption="Children"
      captionHidden
      path="/index/numbers"
      columns={['Name', 'Date of birth', 'Area', 'Why', 'Asked', 'Open'].map((heading) => ({ heading }))}
      rows={rows.map((row) => ({
        cells: [
          row.name,
          row.dateOfBirth ? fullDate(row.dateOfBirth) : 'Not known',
          row.area,
          row.because ?? 'Not asked yet',
          row.askedAt ? shortMoment(new Date(row.askedAt), today) : 'Never',
          <Form action={`/index/numbers/${row.personId}/open`} {...formCarries(ctx)}>
            <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
              Open<span class="govuk-visually-hidden"> {row.name}</span>
            </Button>
          </Form>,
        ],
      }))}
    />
  );
}

function Pages({ chosen, at, more }: { chosen: ListName; at: number; more: boolean }) {
  const href = (page: number): string => `/index/numbers?outcome=${encodeURIComponent(chosen)}&page=${page}#worklist`;
  if (at === 1 && !more) return null;
  return <Pagination {...(at > 1 ? { previous: { href: href(at - 1) } } : {})} {...(more ? { next: { href: href(at + 1) } } : {})} />;
}
