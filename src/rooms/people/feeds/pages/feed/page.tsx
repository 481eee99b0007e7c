import type { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, fullDate, longMoment, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { Timeline } from '../../../../../platform/web/patterns/timeline.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { londonDay } from '../../../today.ts';
import { decideFeed } from '../../actions/decide-feed.ts';
import { kindWords, stateWords, type Feed } from '../../feed.ts';
import { filesOf, type FeedFile } from '../../feed-file.store.ts';
import { runsOfFeed, type FeedRun } from '../../feed-run.store.ts';
import { askedToGoLive, decisionsOf, feedOf, type FeedDecision } from '../../feed.store.ts';
import { frame, Link, many, share, size, StateTag } from '../frame.tsx';
import { Steps } from './steps.tsx';
import type { decideShape } from './form.ts';

/** One feed: its agreement, how fresh it is, its files, and what it may become. */
export async function feedPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const feed = await feedOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'feed', feed.id);
  const files = await filesOf(ctx, feed.id);
  const runs = await runsOfFeed(ctx, feed.id, 60);
  const decisions = await decisionsOf(ctx, feed.id);
  const waiting = await askedToGoLive(ctx, feed.id);
  return frame(
    ctx,
    { title: feed.name, errors: again?.errors ?? [] },
    <>
      <p class="govuk-body">
        <StateTag feed={feed} /> {feed.late ? <Tag classes="govuk-tag--red">Late</Tag> : null} {stateWords[feed.state].means}
      </p>
      <Facts feed={feed} today={londonDay(ctx)} />
      <div class="govuk-button-group">
        <Button href={`/index/feeds/${feed.id}/upload`}>Upload a file</Button>
        <Button href={`/index/feeds/${feed.id}/mapping`} classes="govuk-button--secondary">
          How its columns are read
        </Button>
        <Button href={`/index/feeds/${feed.id}/drift`} classes="govuk-button--secondary">
          Drift by month
        </Button>
        <Button href={`/index/feeds/${feed.id}/change`} classes="govuk-button--secondary">
          Change
        </Button>
      </div>
      <h2 class="govuk-heading-m">Files</h2>
      <Files files={files} runs={runs} asOf={`${clockTime(ctx.now)} today`} today={londonDay(ctx)} />
      <Steps ctx={ctx} feed={feed} waiting={waiting} again={again} />
      <History decisions={decisions} />
    </>,
  );
}

export async function takeDecision(ctx: StaffCtx, data: z.output<typeof decideShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await decideFeed(ctx, id, data.kind, data.why);
  const said = data.kind === 'ask to go live' ? 'Asked. A second person of the index desk agrees or does not.' : 'Done';
  return seeOther(`/index/feeds/${id}`, said);
}

function Facts({ feed, today }: { feed: Feed; today: string }) {
  const none = 'Not written down';
  return (
    <SummaryList
      rows={[
        { key: 'From', value: `${feed.agencyName} (${kindWords[feed.kind].toLowerCase()})` },
        { key: 'Agreement', value: feed.agreementReference || none },
        { key: 'Used for', value: feed.purpose || none },
        { key: 'Lawful basis', value: feed.lawfulBasis || none },
        { key: 'Tells about', value: `${feed.covers}, ${feed.ageFrom} to ${feed.ageTo} years old` },
        {
          key: 'Tells',
          value: `${feed.roleTold || 'No involvement of its own'}${feed.sensitive ? '. Sensitive: hidden without the family’s agreement' : ''}`,
        },
        {
          key: 'Last loaded',
          value: `${feed.lastLoadedAt ? shortMoment(feed.lastLoadedAt, today) : 'Never'}. Expected every ${feed.everyDays === 1 ? 'day' : `${feed.everyDays} days`}`,
        },
        {
          key: 'Who is gone',
          value: `Their involvement ends ${feed.graceDays} days after a complete file no longer names them. A person looks when more than ${feed.goneLimitPercent}% are gone.`,
        },
        { key: 'Looked after by', value: feed.ownerName ?? 'Nobody yet' },
        { key: 'Comes', value: feed.clientId ? 'From a machine, or uploaded here' : 'Uploaded here' },
      ]}
    />
  );
}

const columns = ['File', 'Came', 'Read', 'Rows taken', 'Sent back', 'Stands'].map((heading) => ({ heading }));

function Files({ files, runs, asOf, today }: { files: readonly FeedFile[]; runs: readonly FeedRun[]; asOf: string; today: string }) {
  if (files.length === 0)
    return <EmptyList why="No file has come yet." whatToDo="Upload one, preview how it is read, and try it with a dry run." />;
  return (
    <>
      <ListSummary count={files.length} noun={['file', 'files']} filter="the latest 30 at most" sort="latest first" asOf={asOf} />
      <SortableTable
        caption="Files"
        captionHidden
        columns={columns}
        path=""
        rows={files.map((file) => {
          const run = runs.find((one) => one.fileId === file.id);
          return {
            cells: [
              <Link href={`/index/feed-files/${file.id}`}>{file.name}</Link>,
              `${shortMoment(file.receivedAt, today)}, ${size(file.sizeBytes)}${file.factsOn ? `, true on ${fullDate(file.factsOn)}` : ''}`,
              run ? inWords(run) : 'Not yet',
              run ? many(run.taken) : '–',
              run ? `${many(run.rejected)} (${share(run.rejected, run.taken + run.rejected)})` : '–',
              file.destroyedAt ? 'Destroyed, as agreed' : file.isComplete ? 'Kept, declared complete' : 'Kept',
            ],
          };
        })}
      />
    </>
  );
}

const kinds = { 'dry run': 'Dry run', shadow: 'In shadow', load: 'Loaded' } as const;
const inWords = (run: FeedRun): string => (run.state === 'finished' ? kinds[run.kind] : `${kinds[run.kind]}: ${run.state}`);

function History({ decisions }: { decisions: readonly FeedDecision[] }) {
  if (decisions.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What was decided</h2>
      <Timeline
        label="What was decided about this feed, latest first"
        entries={decisions.map((one) => ({
          when: longMoment(one.at),
          at: one.at.toISOString(),
          kind: 'Step',
          title: said[one.kind],
          by: one.by,
          body: one.why,
        }))}
      />
    </>
  );
}

const said: Readonly<Record<FeedDecision['kind'], string>> = {
  shadow: 'Put in shadow',
  'ask to go live': 'Asked to go live',
  'go live': 'Agreed to go live',
  pause: 'Paused',
  end: 'Ended',
  'let go': 'Said that those a file no longer names are gone',
  keep: 'Said that a file was cut short and nobody is gone',
};
