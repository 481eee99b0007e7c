import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { counted, fullDate } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SmallNumber, SuppressionNote } from '../../../../../platform/web/patterns/small-number.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { inPercent, stratified, wilson } from '../../interval.ts';
import { byCommunity, gapOf, lifeKinds, measures, type Figure, type LifeKind, type Run, type RunKind } from '../../quality.ts';
import type { Draw, Health } from '../../quality.store.ts';
import { ShareChart } from './share-chart.tsx';

const headings = (...words: string[]) => words.map((heading) => ({ heading }));
const stateWords = { waiting: 'Waiting to begin', running: 'Under way', stopped: 'Stopped', done: 'Done', failed: 'Failed' } as const;

/** How a measurement stands, and for the index desk the ways to begin, stop and go on. */
function RunState({ ctx, run, kind }: { ctx: StaffCtx; run: Run | null; kind: RunKind }) {
  const words = run
    ? `${stateWords[run.state]}${run.total > 0 ? `: step ${run.done} of ${run.total}` : ''}${run.step ? `, next: ${run.step.toLowerCase()}` : ''}. ${run.note ?? ''}`
    : 'Not measured yet.';
  const underWay = run?.state === 'waiting' || run?.state === 'running';
  return (
    <div class="gt-toolbar">
      <p class="govuk-body">{words}</p>
      {may(ctx, 'index.feeds') ? (
        <>
          {underWay && run ? <Turn ctx={ctx} to={`/index/quality/runs/${run.id}/stop`} words="Stop after this step" /> : null}
          {run?.state === 'stopped' ? <Turn ctx={ctx} to={`/index/quality/runs/${run.id}/go-on`} words="Go on" /> : null}
          {underWay ? null : (
            <Form action="/index/quality/runs" {...formCarries(ctx)}>
              <input type="hidden" name="kind" value={kind} />
              <Button classes="govuk-button--secondary gt-button--small">Measure {run ? 'again' : 'now'}</Button>
            </Form>
          )}
        </>
      ) : null}
    </div>
  );
}

function Turn({ ctx, to, words }: { ctx: StaffCtx; to: string; words: string }) {
  return (
    <Form action={to} {...formCarries(ctx)}>
      <Button classes="govuk-button--secondary gt-button--small">{words}</Button>
    </Form>
  );
}

interface Measured {
  newest: Run | null;
  finished: Run | null;
  figures: readonly Figure[];
}

/** The truth by numbers the matcher did not see. */
export function SilverRun({ ctx, silver }: { ctx: StaffCtx; silver: Measured }) {
  return (
    <>
      <h2 class="govuk-heading-m">By numbers hidden from the matcher</h2>
      <p class="govuk-body">
        Records that bear an NHS number or a UPN are matched with it hidden; then the numbers tell which pairs are one person. It goes year
        of birth by year of birth, with the two years after, so that brothers and sisters meet.
      </p>
      <RunState ctx={ctx} run={silver.newest} kind="silver truth" />
    </>
  );
}

/** Recall by community: is anyone’s child found less often? */
export function Communities({ figures, on }: { figures: readonly Figure[]; on: string }) {
  const communities = byCommunity(figures);
  const gap = gapOf(communities);
  const headline = gap
    ? gap.points < 0.05
      ? 'No gap between communities with enough pairs'
      : `Best ${gap.best}, worst ${gap.worst}: ${gap.points.toFixed(1)} points apart (the aim is 3)`
    : 'Too few pairs of two communities to tell of a gap';
  return (
    <>
      <h2 class="govuk-heading-m">Records of one person that were joined, by community</h2>
      {communities.length === 0 ? (
        <EmptyList why="Not measured yet." whatToDo="It is measured with the hidden numbers above." />
      ) : (
        <>
          <p class="govuk-body">
            {headline}. Measured {on}, by the ethnicity recorded of the child; a gap counts communities with at least 30 pairs.
          </p>
          <ShareChart id="communities" title={headline} bars={communities} />
          <SortableTable
            caption="Recall by community, best first"
            path=""
            columns={headings('Community', 'Joined', 'Of how many pairs')}
            rows={communities.map(({ name, share }) => ({
              cells: [
                name,
                share ? inPercent(share) : 'Not shown',
                share ? share.denominator.toLocaleString('en-GB') : <SmallNumber count="small" />,
              ],
            }))}
          />
          <SuppressionNote />
        </>
      )}
    </>
  );
}

/** What readers said of links drawn at random. */
export function Sample({ draws }: { draws: readonly Draw[] }) {
  const links = draws.filter((it) => it.stratum !== 'near miss');
  const all = stratified(links);
  return (
    <>
      <h2 class="govuk-heading-m">By a monthly sample read blind</h2>
      <p class="govuk-body">
        Each month automatic links, and pairs that nearly met, are drawn at random and mixed into the review desk’s queue. Readers are not
        told.
      </p>
      {draws.length === 0 ? (
        <EmptyList why="No sample has been drawn yet." whatToDo="The first is drawn in the night after the matcher has linked records." />
      ) : (
        <SortableTable
          caption={`Sample drawn for ${fullDate(draws[0]!.drawnOn)}, model ${draws[0]!.modelVersion}`}
          path=""
          columns={headings('Stratum', 'Right, of those read', 'Read', 'Drawn', 'There were')}
          rows={[
            ...draws.map((it) => ({
              cells: [
                strataWords[it.stratum] ?? it.stratum,
                inPercent(wilson(it.right, it.read)),
                it.read,
                it.drawn,
                it.population.toLocaleString('en-GB'),
              ],
            })),
            {
              cells: [
                'All automatic links, each stratum by its size',
                inPercent(all),
                all.denominator,
                links.reduce((sum, it) => sum + it.drawn, 0),
                all.population.toLocaleString('en-GB'),
              ],
            },
          ]}
        />
      )}
    </>
  );
}

const strataWords: Readonly<Record<string, string>> = {
  'nearest the line': 'Links nearest the line (the lowest fifth)',
  middle: 'Links in the middle',
  'far over the line': 'Links far over the line',
  'near miss': 'Pairs left apart that nearly met',
};

/** Lives that cannot be. */
export function Lives({ ctx, lives, links }: { ctx: StaffCtx; lives: Measured; links: boolean }) {
  const count = (kind: string): Figure | undefined => lives.figures.find((it) => it.measure === measures.implausible && it.part === kind);
  return (
    <>
      <h2 class="govuk-heading-m">Lives that cannot be</h2>
      <p class="govuk-body">What no life contains is a sign that records were joined wrongly, or that one person stands twice.</p>
      <RunState ctx={ctx} run={lives.newest} kind="implausible lives" />
      {lives.finished ? (
        <SortableTable
          caption={`Found on ${fullDate(londonDate(lives.finished.finishedAt ?? lives.finished.askedAt))}`}
          path=""
          columns={[{ heading: 'What' }, { heading: 'How many', numeric: true }, { heading: 'Of how many people', numeric: true }]}
          rows={(Object.keys(lifeKinds) as LifeKind[]).map((kind) => ({
            cells: [
              lifeKinds[kind],
              links ? (
                <a class="govuk-link" href={`/index/quality/lives/${kind.replaceAll(' ', '-')}`}>
                  {count(kind)?.numerator ?? 0}
                  <span class="govuk-visually-hidden"> lives: {lifeKinds[kind].toLowerCase()}</span>
                </a>
              ) : (
                (count(kind)?.numerator ?? 0)
              ),
              (count(kind)?.denominator ?? 0).toLocaleString('en-GB'),
            ],
          }))}
        />
      ) : null}
    </>
  );
}

/** Is the desk keeping up? */
export function Queue({ health, now }: { health: Health; now: Date }) {
  const days = health.oldest ? Math.floor((now.getTime() - new Date(health.oldest).getTime()) / 86_400_000) : 0;
  return (
    <>
      <h2 class="govuk-heading-m">The review queue</h2>
      <p class="govuk-body">
        {counted(health.open, 'question')} open{health.oldest ? `, the oldest ${counted(days, 'day')} old` : ''}. {health.recordsInReview}{' '}
        of {health.records.toLocaleString('en-GB')} records wait for a person.
      </p>
      <SortableTable
        caption="Questions raised and settled, week by week"
        path=""
        columns={[{ heading: 'Week from' }, { heading: 'Raised', numeric: true }, { heading: 'Settled', numeric: true }]}
        rows={health.weeks.map((it) => ({ cells: [fullDate(it.from), it.raised, it.settled] }))}
      />
    </>
  );
}
