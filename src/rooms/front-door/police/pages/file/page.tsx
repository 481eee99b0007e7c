import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { csvFile } from '../../csv/cells.ts';
import { reasonColumn } from '../../csv/rows.ts';
import { policeFileOf, rejectsOf } from '../../police-file.store.ts';

/** The receipt of a file: what went in, and every row that came back with its reasons. */
export async function filePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const file = await policeFileOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'police-file', file.id);
  const rows = await rejectsOf(ctx, file.id);
  const place = file.heading.indexOf('policeRef');
  return staffView(
    ctx,
    { title: file.name, wide: true, breadcrumbs: [{ href: '/police', label: 'Police notifications' }, { label: file.name }] },
    <>
      <h1 class="govuk-heading-l">{file.name}</h1>
      <p class="govuk-body">
        Uploaded {shortMoment(file.uploaded_at, londonDate(ctx.now))} by {file.uploadedByName}. {file.taken} new, {file.updates} updates,{' '}
        {file.same} told before, {file.rejected} sent back.
      </p>
      {file.rejected > 0 && rows.length > 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/police/files/${file.id}/rejects.csv`}>
            Download the rows that were sent back
          </a>
          , put them right and upload that file.
        </p>
      ) : null}
      <ListSummary
        count={rows.length}
        noun={['row', 'rows']}
        filter="sent back"
        sort="in the file’s order"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList why={file.rejected > 0 ? 'The rows that were sent back have been destroyed after 30 days.' : 'Every row went in.'} />
      ) : (
        <SortableTable
          caption="Rows sent back"
          captionHidden
          path={`/police/files/${file.id}`}
          columns={['Row', 'Your reference', 'What is wrong'].map((heading) => ({ heading }))}
          rows={rows.slice(0, 200).map((row) => ({ cells: [String(row.row_number), row.cells[place] ?? '', row.reasons.join('; ')] }))}
        />
      )}
    </>,
  );
}

/** The rows that were sent back as a file to correct and upload again. */
export async function rejectsDownload(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const file = await policeFileOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'police-file', file.id);
  const keep = file.heading.map((_, at) => at).filter((at) => ![reasonColumn, 'Row'].includes(file.heading[at] ?? ''));
  const lines = (await rejectsOf(ctx, file.id)).map((row) => [
    ...keep.map((at) => row.cells[at] ?? ''),
    String(row.row_number),
    row.reasons.join('; '),
  ]);
  const content = csvFile([[...keep.map((at) => file.heading[at] ?? ''), 'Row', reasonColumn], ...lines]);
  return { kind: 'file', name: `sent-back-${file.name.replaceAll(/[^\w.-]/g, '-')}`, mediaType: 'text/csv', content };
}
