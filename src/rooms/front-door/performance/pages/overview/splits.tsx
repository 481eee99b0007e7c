import { SmallNumber, SuppressionNote } from '../../../../../platform/web/patterns/small-number.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { outcomeOf } from '../../../decision.ts';
import type { Loaded } from '../../counted-for.store.ts';
import { byPart } from '../../figure.ts';
import { outcomeGrid } from '../../grid.ts';
import { measureOf, type MeasureKey } from '../../measure.ts';
import { inPeriod } from '../../period.ts';
import { behindHref, partWords } from '../../words.ts';
import { Share, Value } from '../cells.tsx';

interface Facts {
  loaded: Loaded;
  agencies: ReadonlyMap<string, string>;
}

/** The last twelve whole weeks or months that splits are added up over. */
const lastTwelve = (loaded: Loaded): string[] => loaded.periods.slice(-12);

/** Where contacts come from, how soon, what became of them, and how each agency answers. */
export function Splits(facts: Facts) {
  const periods = lastTwelve(facts.loaded);
  const [from, to] = [periods[0], periods.at(-1)];
  if (!from || !to) return null;
  const { grain } = facts.loaded;
  return (
    <>
      <h2 class="govuk-heading-m">{`From ${inPeriod(from, grain)} to ${inPeriod(to, grain)}`}</h2>
      <div class="gt-columns gt-columns--2">
        <div>
          <Split facts={facts} measureKey="received" caption="Where contacts come from" heading="Source" />
        </div>
        <div>
          <Split facts={facts} measureKey="screened" caption="How soon contacts are screened" heading="Screened" />
        </div>
      </div>
      <Outcomes loaded={facts.loaded} />
      <div class="gt-columns gt-columns--2">
        <div>
          <Split facts={facts} measureKey="answered" caption="Agencies that answered in time" heading="Agency" />
        </div>
        <div>
          <Split facts={facts} measureKey="answer-hours" caption="Hours until an agency answers, on average" heading="Agency" />
        </div>
      </div>
      <Split facts={facts} measureKey="told" caption="How referrers were told" heading="How" />
      {facts.loaded.sight === 'figures' ? <SuppressionNote /> : null}
    </>
  );
}

function Split({ facts, measureKey, caption, heading }: { facts: Facts; measureKey: MeasureKey; caption: string; heading: string }) {
  const { loaded, agencies } = facts;
  const measure = measureOf(measureKey);
  const periods = lastTwelve(loaded);
  const [from, to] = [periods[0] ?? loaded.current, periods.at(-1) ?? loaded.current];
  if (!measure) return null;
  const parts = byPart(loaded.rows, measure, periods, loaded.sight);
  if (parts.length === 0) return <p class="govuk-body">{caption}: nothing was counted.</p>;
  const plain = measure.unit === 'count' || measure.split === 'days' || measure.split === 'how';
  return (
    <SortableTable
      caption={caption}
      path=""
      columns={[
        { heading },
        ...(plain
          ? [{ heading: 'How many', numeric: true }]
          : [
              { heading: measure.unit === 'hours' ? 'Average' : 'In time', numeric: true },
              { heading: 'Counted', numeric: true },
            ]),
      ]}
      rows={parts.map((figure) => {
        const words = partWords(figure.part, measure.split, agencies);
        const cell = {
          figure,
          measure,
          sight: loaded.sight,
          of: words,
          behind: (which: 'all' | 'counted') => behindHref(measure, { from, to, grain: loaded.grain, part: figure.part, which }),
        };
        const whole = (
          <SmallNumber count={figure.denominator} href={loaded.sight === 'whole' ? cell.behind('all') : undefined} noun={words} />
        );
        return { cells: plain ? [words, whole] : [words, <Value {...cell} />, <Share {...cell} />] };
      })}
    />
  );
}

/** Children by outcome and level, each number with the children behind it. */
function Outcomes({ loaded }: { loaded: Loaded }) {
  const measure = measureOf('outcome');
  const periods = lastTwelve(loaded);
  const [from, to] = [periods[0] ?? loaded.current, periods.at(-1) ?? loaded.current];
  const grid = outcomeGrid(loaded.rows, periods, loaded.sight);
  if (!measure || grid.lines.length === 0) return <p class="govuk-body">Outcomes by level: no child was decided.</p>;
  const cell = (count: Parameters<typeof SmallNumber>[0]['count'], part: string, words: string) => (
    <SmallNumber
      count={count}
      href={loaded.sight === 'whole' ? behindHref(measure, { from, to, grain: loaded.grain, part, which: 'all' }) : undefined}
      noun={`children, ${words}`}
    />
  );
  return (
    <SortableTable
      caption="Children by outcome and threshold level"
      path=""
      columns={['Outcome', 'Level 1', 'Level 2', 'Level 3', 'Level 4', 'All'].map((heading, at) => ({ heading, numeric: at > 0 }))}
      rows={[
        ...grid.lines.map((line) => ({
          cells: [
            outcomeOf(line.code).label,
            ...line.levels.map((count, at) => cell(count, `${at + 1} ${line.code}`, `${outcomeOf(line.code).label}, level ${at + 1}`)),
            <SmallNumber count={line.total} />,
          ],
        })),
        { cells: ['All', ...grid.levelTotals.map((count) => <SmallNumber count={count} />), <SmallNumber count={grid.total} />] },
      ]}
    />
  );
}
