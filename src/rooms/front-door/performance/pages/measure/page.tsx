import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound } from '../../../../../platform/access/refusal.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { SpcChart } from '../../../../../platform/web/charts/spc-chart.tsx';
import { assuranceWords, whyItStandsOut, variationWords } from '../../../../../platform/web/charts/spc-words.ts';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { SuppressionNote } from '../../../../../platform/web/patterns/small-number.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { countedFor, grainFor, type Loaded } from '../../counted-for.store.ts';
import { byPeriod, inUnit, type PeriodFigure } from '../../figure.ts';
import { measureOf, type Measure } from '../../measure.ts';
import { periodLabel, periodWords } from '../../period.ts';
import { reading, type Reading } from '../../reading.ts';
import { noTargetBecause } from '../../target.ts';
import { behindHref, here } from '../../words.ts';
import { Share, Value } from '../cells.tsx';
import { frame, Standing, Turns } from '../frame.tsx';

/** One measure over time: its chart, what it says, its target, and every figure with what is behind it. */
export async function measurePage(ctx: StaffCtx, { params, query }: Asked): Promise<Answer> {
  const measure = measureOf(params['measure'] ?? '');
  if (!measure) throw notFound();
  const loaded = await countedFor(ctx, grainFor(ctx, query['by']));
  const read = reading(loaded, measure);
  return frame(
    ctx,
    { title: measure.name },
    <>
      <h1 class="govuk-heading-l">{read.headline}</h1>
      <Turns ctx={ctx} loaded={loaded} path={`${here}/${measure.key}`} />
      {read.known.length === 0 ? (
        <EmptyList
          why={
            loaded.sight === 'figures'
              ? 'So little was counted that no number can be shown, or nothing was.'
              : 'Nothing was counted in a whole period yet.'
          }
          whatToDo={measure.source}
        />
      ) : (
        <SpcChart
          id="chart"
          headline={read.headline}
          points={read.figures.map((figure) => ({
            label: periodLabel(figure.period, loaded.grain),
            words: periodWords(figure.period, loaded.grain),
            value: figure.value,
          }))}
          result={read.result}
          better={measure.better}
          target={read.target?.target ?? null}
          percent={measure.unit === 'percent'}
          inUnit={(value) => inUnit(value, measure.unit)}
          changes={read.changes.map(({ at, change }) => ({ at, words: change.words }))}
        />
      )}
      <Changes read={read} />
      <HeldAgainst ctx={ctx} measure={measure} read={read} />
      <Standing ctx={ctx} loaded={loaded} />
      {measure.noDrill ? <p class="govuk-body">{measure.noDrill}</p> : null}
      <Figures loaded={loaded} read={read} />
    </>,
  );
}

function Changes({ read }: { read: Reading }) {
  if (read.changes.length === 0) return null;
  return (
    <ol class="govuk-list govuk-list--number">
      {read.changes.map(({ change }) => (
        <li>{`${fullDate(change.happenedOn)}: ${change.words}${change.beginsAnew ? ' Limits begin anew here.' : ''}`}</li>
      ))}
    </ol>
  );
}

function HeldAgainst({ ctx, measure, read }: { ctx: StaffCtx; measure: Measure; read: Reading }) {
  const none = noTargetBecause(measure);
  const words = read.target
    ? `Target ${inUnit(read.target.target, measure.unit)} since ${fullDate(read.target.validFrom)}: ${read.target.reason}`
    : (none ?? 'No target is set.');
  return (
    <>
      {read.result.assurance ? <p class="govuk-body govuk-!-font-weight-bold">{assuranceWords[read.result.assurance]}.</p> : null}
      <p class="govuk-body">
        {words}{' '}
        {none ? null : (
          <a class="govuk-link" href={`${here}/${measure.key}/target`}>
            {may(ctx, 'front-door.targets') ? 'Set or end the target' : 'Earlier targets'}
          </a>
        )}
      </p>
    </>
  );
}

function Figures({ loaded, read }: { loaded: Loaded; read: Reading }) {
  const { measure, figures, known, result } = read;
  const { grain, sight } = loaded;
  const now = sight === 'whole' ? byPeriod(loaded.rows, measure, [loaded.current], sight) : [];
  const line = (figure: PeriodFigure, running: boolean) => {
    const point = result.points[known.indexOf(figure)];
    const words = periodWords(figure.period, grain);
    const cell = {
      figure,
      measure,
      sight,
      of: words,
      behind: (which: 'all' | 'counted') => behindHref(measure, { from: figure.period, to: figure.period, grain, which }),
    };
    const says = running
      ? 'Not over yet'
      : !point
        ? ''
        : point.sign
          ? `${variationWords[point.variation]}: ${whyItStandsOut(point)}`
          : 'by chance';
    return {
      cells: [running ? `${words} so far` : words, <Value {...cell} />, ...(measure.unit === 'count' ? [] : [<Share {...cell} />]), says],
    };
  };
  return (
    <>
      <SortableTable
        caption={`${measure.name}, every ${grain}, latest first`}
        path=""
        columns={[
          { heading: grain === 'month' ? 'Month' : 'Week' },
          { heading: 'Value', numeric: true },
          ...(measure.unit === 'count' ? [] : [{ heading: 'Counted', numeric: true }]),
          { heading: 'What it says' },
        ]}
        rows={[...now.map((figure) => line(figure, true)), ...figures.toReversed().map((figure) => line(figure, false))]}
      />
      {sight === 'figures' ? <SuppressionNote /> : null}
    </>
  );
}
