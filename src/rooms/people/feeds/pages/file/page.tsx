import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import type { Feed } from '../../feed.ts';
import { fileOf, type FeedFile } from '../../feed-file.store.ts';
import { runsOfFile, type FeedRun } from '../../feed-run.store.ts';
import { reasonCounts } from '../../run-row.store.ts';
import { feedOf } from '../../feed.store.ts';
import { frame, trailOf, size } from '../frame.tsx';
import { RunView } from './run-view.tsx';

/** One file: its receipt, what each reading of it found, and what may be done with it. While it is read the page keeps itself fresh. */
export async function filePage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const file = await fileOf(ctx, asked.params['id'] ?? '');
  const feed = await feedOf(ctx, file.feedId);
  about(ctx, 'feed-file', file.id);
  const runs = await runsOfFile(ctx, file.id);
  const [latest] = runs;
  const reasons = latest && latest.rejected > 0 ? await reasonCounts(ctx, latest.id) : [];
  const underWay = latest?.state === 'running';
  return frame(
    ctx,
    { title: file.name, trail: trailOf(feed), errors: again?.errors ?? [], again: underWay ? 4 : undefined },
    <>
      <Receipt file={file} />
      <div id="reading" data-live={underWay ? '2' : undefined}>
        {latest ? (
          <RunView ctx={ctx} run={latest} file={file} feed={feed} reasons={reasons} again={again} />
        ) : (
          <p class="govuk-body">It has not been read yet.</p>
        )}
        {underWay || file.destroyedAt ? null : <Next ctx={ctx} file={file} feed={feed} latest={latest} />}
      </div>
      <Earlier runs={runs.slice(1)} />
    </>,
  );
}

function Receipt({ file }: { file: FeedFile }) {
  return (
    <SummaryList
      rows={[
        {
          key: 'Came',
          value: `${longMoment(file.receivedAt)}, ${file.byMachine ? 'from the agency’s machine' : `uploaded by ${file.receivedByName ?? 'someone'}`}`,
        },
        { key: 'Size', value: size(file.sizeBytes) },
        { key: 'True on', value: file.factsOn ? fullDate(file.factsOn) : 'Not told' },
        { key: 'Names everyone', value: file.isComplete ? 'Yes, the agency says so' : 'Not said' },
        { key: 'Hash', value: <code class="govuk-!-font-size-14">{file.sha256.slice(0, 16)}…</code> },
        {
          key: 'Kept',
          value: file.destroyedAt
            ? `Destroyed on ${longMoment(file.destroyedAt)}, as agreed`
            : 'Until its days are over; counts are kept for good',
        },
      ]}
    />
  );
}

function Next({ ctx, file, feed, latest }: { ctx: StaffCtx; file: FeedFile; feed: Feed; latest: FeedRun | undefined }) {
  const halted = latest?.state === 'stopped';
  const real = feed.state === 'live' ? 'Load it' : feed.state === 'shadow' ? 'Run it in shadow' : null;
  const ask = (wanted: string, words: string, classes?: string) => (
    <Form action={`/index/feed-files/${file.id}/read`} {...formCarries(ctx)}>
      <input type="hidden" name="wanted" value={wanted} />
      <Button classes={classes}>{words}</Button>
    </Form>
  );
  return (
    <div class="govuk-button-group">
      {real && !(halted && latest.kind !== 'dry run') ? ask('for real', real) : null}
      {ask('dry run', 'Dry run: see what it would do', 'govuk-button--secondary')}
      <Button href={`/index/feed-files/${file.id}/preview`} classes="govuk-button--secondary">
        See how it is read
      </Button>
    </div>
  );
}

function Earlier({ runs }: { runs: readonly FeedRun[] }) {
  if (runs.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Earlier readings</h2>
      <ul class="govuk-list govuk-list--bullet">
        {runs.map((run) => (
          <li>
            {longMoment(run.askedAt)}: {run.kind}, {run.state}; {run.taken} taken, {run.rejected} sent back
          </li>
        ))}
      </ul>
    </>
  );
}
