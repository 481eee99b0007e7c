import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { londonDay } from '../../../today.ts';
import { kindWords, type Feed } from '../../feed.ts';
import { allFeeds } from '../../feed.store.ts';
import { latestRuns, type FeedRun } from '../../feed-run.store.ts';
import { frame, Link, share, StateTag } from '../frame.tsx';

const columns = ['Feed', 'From', 'Stands', 'Last loaded', 'Expected', 'Sent back', 'Looked after by'].map((heading) => ({ heading }));

/** Every feed: whose it is, what it is now, how fresh, and how much of its last file was sent back. */
export async function feedsPage(ctx: StaffCtx): Promise<Answer> {
  const feeds = await allFeeds(ctx);
  const runs = await latestRuns(ctx);
  const today = londonDay(ctx);
  const keeps = may(ctx, 'index.feeds');
  const late = feeds.filter((feed) => feed.late).length;
  return frame(
    ctx,
    { title: 'Feeds' },
    <>
      <p class="govuk-body">What partner agencies send to the index, under which agreement, and how fresh and how good it is.</p>
      {keeps ? <Button href="/index/feeds/new">Set up a feed</Button> : null}
      <ListSummary
        count={feeds.length}
        noun={['feed', 'feeds']}
        filter={late > 0 ? `${late} late` : 'none late'}
        sort="by agency and name"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {feeds.length === 0 ? (
        <EmptyList why="No feed has been set up." whatToDo="Set one up for an agency whose agreement is recorded." />
      ) : (
        <SortableTable
          caption="Feeds"
          captionHidden
          columns={columns}
          path="/index/feeds"
          rows={feeds.map((feed) => ({ cells: cells(feed, runs.get(feed.id), today, keeps) }))}
        />
      )}
    </>,
  );
}

/** Those who answer for quality see counts and drift; files and what stands in them are the index desk's. */
function cells(feed: Feed, run: FeedRun | undefined, today: string, keeps: boolean) {
  return [
    <Link href={keeps ? `/index/feeds/${feed.id}` : `/index/feeds/${feed.id}/drift`}>{feed.name}</Link>,
    `${feed.agencyName} (${kindWords[feed.kind].toLowerCase()})`,
    <StateTag feed={feed} />,
    <>
      {feed.lastLoadedAt ? shortMoment(feed.lastLoadedAt, today) : 'Never'}
      {feed.late ? (
        <>
          {' '}
          <Tag classes="govuk-tag--red">Late</Tag>
        </>
      ) : null}
    </>,
    feed.everyDays === 1 ? 'Every day' : `Every ${feed.everyDays} days`,
    run ? (
      <Link href={keeps ? `/index/feed-files/${run.fileId}` : `/index/feeds/${feed.id}/drift`} about={`of the last file of ${feed.name}`}>
        {share(run.rejected, run.taken + run.rejected)}
      </Link>
    ) : (
      'No file yet'
    ),
    feed.ownerName ?? 'Nobody yet',
  ];
}
