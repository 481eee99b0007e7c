import type { ComponentChildren } from 'preact';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { refused } from '../../../../../platform/access/refusal.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { londonDay } from '../../../today.ts';
import type { ReadableFeed } from '../../feed.ts';
import { feedFields, fieldNames, shownInPart, type FeedField } from '../../feed-field.ts';
import { fileOf, storedBytes, type FeedFile } from '../../feed-file.store.ts';
import { readableFeed } from '../../feed.store.ts';
import { rowsOf } from '../../reading/file-rows.ts';
import { UnreadableFile } from '../../reading/file-shape.ts';
import { readRow, type ReadRow } from '../../reading/read-row.ts';
import { frame, Link, trailOf } from '../frame.tsx';

const rowsShown = 20;

interface Previewed {
  number: number;
  broken: string | null;
  read: ReadRow;
}

/** The first rows of a file as they would be read, with every problem in its place. Where someone lives or can be reached is shown in part. */
export async function previewPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const file = await fileOf(ctx, asked.params['id'] ?? '');
  if (file.destroyedAt) throw refused('This file has been destroyed, as agreed. Its counts are kept.');
  const feed = await readableFeed(ctx, file.feedId);
  about(ctx, 'feed-file', file.id);
  const { rows, failure } = await firstRows(ctx, file, feed);
  const bad = rows.filter((row) => row.broken !== null || row.read.problems.length > 0).length;
  const fields = fieldNames.filter((field) => feed.mapping[field]);
  return frame(
    ctx,
    { title: `How ${file.name} is read`, trail: trailOf(feed) },
    <>
      <p class="govuk-body">
        The first {rows.length} rows, {bad === 0 ? 'none with a problem' : `${bad} with a problem`}. Written in{' '}
        {file.shape.encoding === 'utf-8' ? 'UTF-8' : 'Windows-1252'}
        {file.shape.delimiter ? `, with ${delimiterWords[file.shape.delimiter] ?? file.shape.delimiter} between cells` : ''}. Addresses and
        numbers to ring are shown in part.
      </p>
      {failure ? <InsetText>{failure}</InsetText> : null}
      <Unmapped feed={feed} file={file} />
      <SortableTable
        caption="First rows as they are read"
        captionHidden
        path=""
        columns={[{ heading: 'Row' }, ...fields.map((field) => ({ heading: feedFields[field] }))]}
        rows={rows.map((row) => ({ cells: [String(row.number), ...fields.map((field) => cell(row, field))] }))}
      />
      <div class="govuk-button-group">
        <Form action={`/index/feed-files/${file.id}/read`} {...formCarries(ctx)}>
          <input type="hidden" name="wanted" value="dry run" />
          <Button>Dry run: see what it would do</Button>
        </Form>
        <Button href={`/index/feeds/${feed.id}/mapping`} classes="govuk-button--secondary">
          Change how columns are read
        </Button>
        <Link href={`/index/feed-files/${file.id}`}>About this file</Link>
      </div>
    </>,
  );
}

const delimiterWords: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

async function firstRows(ctx: StaffCtx, file: FeedFile, feed: ReadableFeed): Promise<{ rows: Previewed[]; failure: string | null }> {
  const rows: Previewed[] = [];
  try {
    for await (const row of rowsOf(file.shape, storedBytes(ctx, file.id), file.shape.firstByte)) {
      rows.push({ number: rows.length + 1, broken: row.broken, read: readRow(feed, row.cellOf, londonDay(ctx)) });
      if (rows.length >= rowsShown) break;
    }
    return { rows, failure: null };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { rows, failure: `Row ${rows.length + 1}: ${error.message}` };
  }
}

function Unmapped({ feed, file }: { feed: ReadableFeed; file: FeedFile }) {
  const heading = new Set(file.shape.heading);
  if (heading.size === 0) return null;
  const used = fieldNames.flatMap((field) => feed.mapping[field]?.column ?? []);
  const absent = used.filter((name) => !heading.has(name));
  const unread = [...heading].filter((name) => !used.includes(name));
  return (
    <>
      {absent.length > 0 ? <InsetText>The mapping names columns the file has not got: {absent.join(', ')}.</InsetText> : null}
      {unread.length > 0 ? <p class="govuk-body">Columns that are not read, and go nowhere: {unread.join(', ')}.</p> : null}
    </>
  );
}

function cell({ broken, read }: Previewed, field: FeedField): ComponentChildren {
  const problems = [
    ...(broken && field === 'localId' ? [broken] : []),
    ...read.problems.filter((problem) => problem.field === field).map((problem) => problem.message),
  ];
  const value = shown(field, read);
  if (problems.length === 0) return value || '–';
  return (
    <>
      {value}
      {problems.map((message) => (
        <strong class="govuk-error-message">
          <span class="govuk-visually-hidden">Problem: </span>
          {message}
        </strong>
      ))}
    </>
  );
}

/** What is read from a field; of what tells where someone is, the beginning alone. */
function shown(field: FeedField, { record, told, asGiven }: ReadRow): string {
  const given = asGiven[field] ?? '';
  const read: Readonly<Record<string, string | number | null | undefined>> = {
    ...record,
    startedOn: told.startedOn,
    endedOn: told.endedOn,
    role: told.role,
  };
  const value = String(read[field] ?? given);
  if (!shownInPart.has(field) || value === '') return value;
  return `${field === 'postcode' ? (value.split(' ')[0] ?? '') : value.slice(0, 3)}…`;
}
