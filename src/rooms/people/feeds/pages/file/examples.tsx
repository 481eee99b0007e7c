import { about, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { fileOf } from '../../feed-file.store.ts';
import { runOf } from '../../feed-run.store.ts';
import { samplesOf, type Sample } from '../../run-row.store.ts';
import { feedOf } from '../../feed.store.ts';
import { frame, Link, trailOf } from '../frame.tsx';

const bands: Readonly<Record<Sample['band'], string>> = {
  link: 'Would be linked',
  review: 'Would be asked about',
  'no link': 'Would be new',
};

/** Examples of what would have become of rows, to be read before a feed goes live: the row, the decision and why, in words. */
export async function examplesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const run = await runOf(ctx, asked.params['id'] ?? '');
  const file = await fileOf(ctx, run.fileId);
  const feed = await feedOf(ctx, run.feedId);
  const samples = await samplesOf(ctx, run.id);
  about(ctx, 'feed-run', run.id);
  saw(ctx, ...samples.map((one) => one.personId));
  return frame(
    ctx,
    { title: 'Examples of what would happen', trail: [...trailOf(feed), { href: `/index/feed-files/${file.id}`, label: file.name }] },
    <>
      <p class="govuk-body">
        The first rows of each kind. What they are compared with opens only to those who look that person up with a reason.
      </p>
      <ListSummary
        count={samples.length}
        noun={['example', 'examples']}
        filter="twenty of each kind at most"
        sort="as in the file"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {samples.length === 0 ? (
        <EmptyList why="There are no examples." whatToDo="They are kept for dry runs and in shadow, and destroyed with the file." />
      ) : (
        <SortableTable
          caption="Examples"
          captionHidden
          path=""
          columns={['Row', 'Kind', 'Why', 'What was compared'].map((heading) => ({ heading }))}
          rows={samples.map((one) => ({
            cells: [
              String(one.rowNumber),
              bands[one.band],
              one.because,
              <>
                {one.factors.join('. ') || 'Nobody like them is known.'}{' '}
                {one.personId ? (
                  <Link href={`/people/${one.personId}`} about={`that row ${one.rowNumber} is compared with`}>
                    The person
                  </Link>
                ) : null}
              </>,
            ],
          }))}
        />
      )}
    </>,
  );
}
