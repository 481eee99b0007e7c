import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Choice, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { WarningText } from '../../../../../platform/web/govuk/warning-text.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import type { Feed } from '../../feed.ts';
import type { FeedFile } from '../../feed-file.store.ts';
import type { FeedRun } from '../../feed-run.store.ts';
import { fieldInWords } from '../../loading/field-tally.ts';
import { Link, many, share } from '../frame.tsx';

interface RunProps {
  ctx: StaffCtx;
  run: FeedRun;
  file: FeedFile;
  feed: Feed;
  reasons: readonly { field: string; reason: string; rows: number }[];
  again: Again | undefined;
}

const headings = {
  'dry run': { running: 'Dry run under way', over: 'What this file would do' },
  shadow: { running: 'Running in shadow', over: 'What would have happened, had the feed been live' },
  load: { running: 'Loading', over: 'What this file did' },
} as const;

/** One reading: how far it is, what became of its rows, what was sent back and why, and who is gone. */
export function RunView(props: RunProps) {
  const { ctx, run, file } = props;
  return (
    <>
      <h2 class="govuk-heading-m">{run.state === 'running' ? headings[run.kind].running : headings[run.kind].over}</h2>
      <Progress ctx={ctx} run={run} file={file} />
      <Counts run={run} />
      {run.state === 'running' ? null : <SentBack {...props} />}
      {run.kind === 'load' || run.state === 'running' ? null : (
        <p class="govuk-body">
          <Link href={`/index/feed-runs/${run.id}/examples`}>Read examples of what would have happened</Link>
        </p>
      )}
      <Gone {...props} />
    </>
  );
}

function Progress({ ctx, run, file }: Pick<RunProps, 'ctx' | 'run' | 'file'>) {
  const done = Math.min(100, Math.floor((100 * run.nextByte) / Math.max(1, file.sizeBytes)));
  if (run.state === 'finished')
    return <p class="govuk-body">Finished {run.finishedAt ? longMoment(run.finishedAt) : ''}: every row is done.</p>;
  if (run.state === 'failed')
    return (
      <WarningText>
        {run.failure}. The {many(run.taken)} rows taken before it stand. Put the file right and send it again: rows that came before change
        nothing.
      </WarningText>
    );
  const running = run.state === 'running';
  return (
    <>
      <p class="govuk-body" role="status">
        {running ? 'Under way' : `Stopped${run.failure ? `: ${run.failure}` : ''}`}: {many(run.nextRow - 1)} rows done, {done}% of the file.
      </p>
      <progress max={100} value={done} aria-label="How far it is">
        {done}%
      </progress>
      <Form action={`/index/feed-runs/${run.id}/${running ? 'stop' : 'resume'}`} {...formCarries(ctx)}>
        <Button classes="govuk-button--secondary">{running ? 'Stop' : `Resume at row ${many(run.nextRow)}`}</Button>
      </Form>
    </>
  );
}

function Counts({ run }: { run: FeedRun }) {
  const all = run.taken + run.rejected;
  const would = run.kind === 'load' ? '' : 'would be ';
  const rows: [string, number][] = [
    [`${would}linked to someone known`, run.linked],
    [`${would}asked about: a person decides`, run.asked],
    [`${would}recorded as someone not known before`, run.newPeople],
    ...(run.kind === 'load' ? ([['the same as before: nothing to change', run.unchanged]] as [string, number][]) : []),
    ['sent back', run.rejected],
  ];
  return (
    <SortableTable
      caption={`${many(all)} rows`}
      path=""
      columns={[{ heading: 'What became of them' }, { heading: 'Rows', numeric: true }, { heading: 'Share', numeric: true }]}
      rows={rows.map(([words, count]) => ({ cells: [words.charAt(0).toUpperCase() + words.slice(1), many(count), share(count, all)] }))}
    />
  );
}

function SentBack({ run, file, reasons }: RunProps) {
  if (run.rejected === 0) return <p class="govuk-body">No row was sent back.</p>;
  return (
    <>
      <h3 class="govuk-heading-s">Sent back, and why</h3>
      {reasons.length > 0 ? (
        <SortableTable
          caption="Reasons, most often first"
          captionHidden
          path=""
          columns={[{ heading: 'Field' }, { heading: 'Why' }, { heading: 'Rows', numeric: true }]}
          rows={reasons.map((one) => ({
            cells: [one.field === 'row' ? 'Whole row' : fieldInWords(one.field), one.reason, many(one.rows)],
          }))}
        />
      ) : null}
      {file.destroyedAt ? null : (
        <p class="govuk-body">
          <Link href={`/index/feed-runs/${run.id}/rejects`}>Download the rows that were sent back</Link>, each with its reasons, to be put
          right by the agency and sent again.
        </p>
      )}
    </>
  );
}

function Gone({ ctx, run, feed, again }: RunProps) {
  if (run.goneState === null || run.gone === null) return null;
  const known = run.knownBefore ?? 0;
  if (run.goneState !== 'waiting')
    return (
      <p class="govuk-body">
        {run.gone === 0
          ? 'Nobody is gone.'
          : run.goneState === 'let go'
            ? `${many(run.gone)} of ${many(known)} are no longer named: their involvement ends after ${feed.graceDays} days of grace.`
            : `${many(run.gone)} of ${many(known)} are not named, and stay: someone looked and said so.`}
      </p>
    );
  const state = { values: again?.values ?? {}, errors: again?.errors ?? [] };
  return (
    <>
      <h3 class="govuk-heading-s">Is the file whole?</h3>
      <InsetText>
        {many(run.gone)} of {many(known)} children this feed told of are not in a file that was declared complete ({share(run.gone, known)}
        ), or some rows could not be told whose they are. Nothing ends until you have asked the agency.
      </InsetText>
      <Form action={`/index/feed-runs/${run.id}/gone`} {...formCarries(ctx)}>
        <Choice
          name="kind"
          legend="What did the agency say?"
          items={[
            { value: 'let go', text: 'They are gone', hint: `Their involvement ends after ${feed.graceDays} days of grace` },
            { value: 'keep', text: 'The file was cut short', hint: 'Nobody is gone' },
          ]}
          {...state}
        />
        <TextArea name="why" label="Who said so, and why?" rows={2} maxlength={500} {...state} />
        <Button>Save</Button>
      </Form>
    </>
  );
}
