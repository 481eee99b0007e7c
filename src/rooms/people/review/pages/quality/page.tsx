import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, fullDate } from '../../../../../platform/time/plain-dates.ts';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { inPercent, stratified } from '../../interval.ts';
import { measures, shareOf, type Figure, type Run } from '../../quality.ts';
import { drawsOf, feedsOf, figuresOf, healthOf, runsOf, type Draw, type Health } from '../../quality.store.ts';
import { Communities, Lives, Queue, Sample, SilverRun } from './parts.tsx';

/** Everything the page shows, read once; the export says the same. */
export interface Quality {
  silver: { newest: Run | null; finished: Run | null; figures: readonly Figure[] };
  lives: { newest: Run | null; finished: Run | null; figures: readonly Figure[] };
  draws: readonly Draw[];
  health: Health;
  feeds: readonly { id: string; name: string; agency: string }[];
}

export async function readQuality(ctx: StaffCtx): Promise<Quality> {
  const silver = await runsOf(ctx, 'silver truth');
  const lives = await runsOf(ctx, 'implausible lives');
  return {
    silver: { ...silver, figures: await figuresOf(ctx, silver.finished?.id) },
    lives: { ...lives, figures: await figuresOf(ctx, lives.finished?.id) },
    draws: await drawsOf(ctx),
    health: await healthOf(ctx),
    feeds: await feedsOf(ctx),
  };
}

const dayOf = (run: Run | null): string => (run?.finishedAt ? fullDate(londonDate(run.finishedAt)) : 'Not yet');

/** How good is the index, and how do we know? Every number with its source, its date and of how many. */
export async function qualityPage(ctx: StaffCtx): Promise<Answer> {
  const quality = await readQuality(ctx);
  const desk = may(ctx, 'index.desk');
  return staffView(
    ctx,
    { title: 'Quality of the index', wide: true, breadcrumbs: [{ label: 'Quality of the index' }] },
    <>
      <h1 class="govuk-heading-l">Quality of the index</h1>
      <p class="govuk-body">
        As of {clockTime(ctx.now)} today. Nobody shielded or restricted is counted in any figure here.{' '}
        <a class="govuk-link" href="/index/quality/figures.csv">
          Export the figures (CSV)
        </a>
      </p>
      <AtAGlance quality={quality} />
      <SilverRun ctx={ctx} silver={quality.silver} />
      <Communities figures={quality.silver.figures} on={dayOf(quality.silver.finished)} />
      <Sample draws={quality.draws} />
      <Lives ctx={ctx} lives={quality.lives} links={desk} />
      <Queue health={quality.health} now={ctx.now} />
      <Drift feeds={quality.feeds} />
      <Models health={quality.health} />
    </>,
  );
}

/** The figures as rows: what, how much, of how many, from where, when. */
export function glanceRows({ silver, draws, health }: Quality): string[][] {
  const [precision, recall] = [shareOf(silver.figures, measures.precision), shareOf(silver.figures, measures.recall)];
  const links = stratified(draws.filter((it) => it.stratum !== 'near miss'));
  const on = dayOf(silver.finished);
  const drawn = draws[0] ? `Drawn for ${fullDate(draws[0].drawnOn)}` : 'Not drawn yet';
  const inReview = health.records > 0 ? `${((health.recordsInReview / health.records) * 100).toFixed(1)}%` : 'Not known';
  return [
    [
      'Joined records that are one person',
      precision ? inPercent(precision) : 'Not measured',
      precision ? `${precision.denominator} joined pairs` : '',
      'Numbers hidden from the matcher',
      on,
    ],
    [
      'Records of one person that were joined',
      recall ? inPercent(recall) : 'Not measured',
      recall ? `${recall.denominator} pairs` : '',
      'Numbers hidden from the matcher',
      on,
    ],
    [
      'Automatic links that readers call right',
      inPercent(links),
      `${links.denominator} read, drawn from ${links.population} links`,
      'Monthly sample, read blind',
      drawn,
    ],
    [
      'Records waiting for a person',
      inReview,
      `${health.recordsInReview} of ${health.records} records; the aim is at most 2%`,
      'Review desk',
      'Now',
    ],
  ];
}

function AtAGlance({ quality }: { quality: Quality }) {
  return (
    <SortableTable
      caption="At a glance"
      path=""
      columns={['What', 'How much', 'Of how many', 'How it is known', 'Measured'].map((heading) => ({ heading }))}
      rows={glanceRows(quality).map((cells) => ({ cells }))}
    />
  );
}

function Drift({ feeds }: { feeds: Quality['feeds'] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Drift of the feeds</h2>
      <p class="govuk-body">What each feed leaves out, and what of it the matcher links, month by month against its baseline:</p>
      {feeds.length === 0 ? (
        <EmptyList why="No feed is bound to an agreement yet." whatToDo="The index desk sets feeds up." />
      ) : (
        <ul class="govuk-list">
          {feeds.map((feed) => (
            <li>
              <a class="govuk-link" href={`/index/feeds/${feed.id}/drift`}>
                {feed.name}
              </a>
              , {feed.agency}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Models({ health }: { health: Health }) {
  return (
    <>
      <h2 class="govuk-heading-m">Model of the matcher</h2>
      {health.models.length === 0 ? (
        <InsetText>No record has been matched yet.</InsetText>
      ) : (
        <SortableTable
          caption="Models, newest first"
          path=""
          columns={[{ heading: 'Model' }, { heading: 'First used' }, { heading: 'Records linked by it', numeric: true }]}
          rows={health.models.map((it) => ({
            cells: [it.version, fullDate(londonDate(new Date(it.since))), it.links.toLocaleString('en-GB')],
          }))}
        />
      )}
      <p class="govuk-body">
        A new model never joins or parts anyone whom a person confirmed: what it would decide otherwise comes to the review desk as a
        question.
      </p>
    </>
  );
}
