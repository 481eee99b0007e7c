import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { assuranceShort, variationWords } from '../../../../../platform/web/charts/spc-words.ts';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { SuppressionNote } from '../../../../../platform/web/patterns/small-number.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { countedFor, grainFor, type Loaded } from '../../counted-for.store.ts';
import { byPeriod, inUnit } from '../../figure.ts';
import { agencyNames } from '../../figure.store.ts';
import { measures, type Measure } from '../../measure.ts';
import { inPeriod, periodWords } from '../../period.ts';
import { reading, type Reading } from '../../reading.ts';
import { behindHref, here } from '../../words.ts';
import { Share, Value } from '../cells.tsx';
import { frame, Standing, Turns } from '../frame.tsx';
import { Splits } from './splits.tsx';

/** How the front door performs: every measure with its latest whole week or month, what its chart says, and the splits. */
export async function overviewPage(ctx: StaffCtx, { query }: Asked): Promise<Answer> {
  const loaded = await countedFor(ctx, grainFor(ctx, query['by']));
  const agencies = await agencyNames(ctx, [...new Set(loaded.rows.filter((row) => row.measure === 'answered').map((row) => row.part))]);
  const readings = measures.filter((one) => one.key !== 'outcome').map((measure) => reading(loaded, measure));
  return frame(
    ctx,
    { title: 'Front door performance' },
    <>
      <h1 class="govuk-heading-l">Front door performance</h1>
      <Turns ctx={ctx} loaded={loaded} path={here} />
      <p class="govuk-body-l">{inShort(readings, loaded)}</p>
      <Standing ctx={ctx} loaded={loaded} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${here}/figures.csv?by=${loaded.grain}`}>
          Export the figures (CSV)
        </a>
        {' · '}
        <a class="govuk-link" href={`${here}/changes`}>
          {may(ctx, 'front-door.targets') ? 'Changes marked on the charts: see or add' : 'Changes marked on the charts'}
        </a>
      </p>
      {loaded.periods.length === 0 ? (
        <EmptyList
          why={`No contact was received in a whole ${loaded.grain} yet.`}
          whatToDo={`Figures appear when the first ${loaded.grain} with contacts has ended.`}
        />
      ) : (
        <Measures loaded={loaded} readings={readings} />
      )}
      <Splits loaded={loaded} agencies={agencies} />
    </>,
  );
}

/** The page in two sentences: how many, how soon, and what changed. */
export function inShort(readings: readonly Reading[], { grain }: Pick<Loaded, 'grain'>): string {
  const of = (key: string): Reading | undefined => readings.find((one) => one.measure.key === key);
  const said = (key: string): string | null => {
    const value = of(key)?.known.at(-1)?.value;
    return value == null ? null : inUnit(value, of(key)?.measure.unit ?? 'count');
  };
  const last = of('received')?.known.at(-1);
  if (!last) return 'Nothing has been counted yet.';
  const [screened, told] = [said('screened'), said('told')];
  const first = `${said('received')} contacts came in ${inPeriod(last.period, grain)}${
    screened ? `; ${screened} were screened within one working day` : ''
  }${told ? `, and ${told} of referrers told within one working day of the decision` : ''}.`;
  const changed = readings.filter((one) => one.result.latest && one.result.latest.variation !== 'common').map((one) => one.measure.name);
  return `${first} ${changed.length === 0 ? 'No measure shows more than chance.' : `More than chance: ${changed.join('; ')}.`}`;
}

function Measures({ loaded, readings }: { loaded: Loaded; readings: readonly Reading[] }) {
  const last = loaded.periods.at(-1) ?? loaded.current;
  return (
    <>
      <SortableTable
        caption={`Every measure, ${periodWords(last, loaded.grain)}`}
        path=""
        columns={[
          { heading: 'Measure' },
          { heading: 'Value', numeric: true },
          { heading: 'Counted', numeric: true },
          { heading: 'What its chart says' },
          { heading: 'Target' },
          { heading: 'Left as it is, the target is' },
          ...(loaded.sight === 'whole' ? [{ heading: `This ${loaded.grain} so far`, numeric: true }] : []),
        ]}
        rows={readings.map((one) => ({ cells: cellsOf(one, loaded, last) }))}
      />
      {loaded.sight === 'figures' ? <SuppressionNote /> : null}
    </>
  );
}

function cellsOf({ measure, figures, result, target }: Reading, loaded: Loaded, last: string) {
  const { grain, sight } = loaded;
  const figure = figures.at(-1);
  const cell = (period: string, of: NonNullable<typeof figure>) => ({
    figure: of,
    measure,
    sight,
    of: `${measure.name}, ${periodWords(period, grain)}`,
    behind: (which: 'all' | 'counted') => behindHref(measure, { from: period, to: period, grain, which }),
  });
  const now = sight === 'whole' ? byPeriod(loaded.rows, measure, [loaded.current], sight)[0] : undefined;
  return [
    <a class="govuk-link" href={`${here}/${measure.key}?by=${grain}`}>
      {measure.name}
    </a>,
    figure ? <Value {...cell(last, figure)} /> : 'None',
    figure ? <Share {...cell(last, figure)} /> : null,
    result.latest
      ? `${capital(variationWords[result.latest.variation])}${result.latest.limits.trial ? ' (trial limits)' : ''}`
      : 'Too few figures',
    target ? inUnit(target.target, measure.unit) : 'None set',
    result.assurance ? assuranceShort[result.assurance] : '',
    ...(now ? [<Sofar measure={measure} cell={cell(loaded.current, now)} />] : []),
  ];
}

function Sofar({ measure, cell }: { measure: Measure; cell: Parameters<typeof Value>[0] }) {
  if (measure.unit === 'count') return <Value {...cell} />;
  return cell.figure.denominator === 0 ? (
    <>None yet</>
  ) : (
    <>
      <Value {...cell} /> (<Share {...cell} />)
    </>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
