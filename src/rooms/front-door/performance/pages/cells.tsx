import { SmallNumber } from '../../../../platform/web/patterns/small-number.tsx';
import { inUnit, type Figure, type Sight } from '../figure.ts';
import type { Measure } from '../measure.ts';

export interface CellFacts {
  figure: Figure;
  measure: Measure;
  sight: Sight;
  /** Where the lines of the whole, or of the numerator alone, are. */
  behind: (which: 'all' | 'counted') => string;
  /** What the figure is of, for those who hear the link alone. */
  of: string;
}

/** True where a figure opens to the lines behind it. */
const opens = ({ measure, sight }: CellFacts): boolean => sight === 'whole' && measure.noDrill === undefined;

/** The value in its unit; for a plain count, with the link. */
export function Value(facts: CellFacts) {
  const { figure, measure } = facts;
  if (measure.unit === 'count') return <Numerator {...facts} />;
  if (figure.value !== null) return <>{inUnit(figure.value, measure.unit)}</>;
  return <>{figure.denominator === 0 ? 'None' : 'Not shown'}</>;
}

/** "42 of 50", each with a link to what it counts; for hours, how many answers they are the mean of. */
export function Share(facts: CellFacts) {
  const { figure, measure } = facts;
  if (measure.unit === 'count' || figure.denominator === 0) return null;
  return (
    <>
      {measure.unit === 'percent' ? (
        <>
          <Numerator {...facts} /> of{' '}
        </>
      ) : (
        'over '
      )}
      <SmallNumber
        count={figure.denominator}
        href={opens(facts) ? facts.behind('all') : undefined}
        noun={`${facts.measure.noun[1]}: ${facts.of}`}
      />
    </>
  );
}

function Numerator(facts: CellFacts) {
  const { figure, measure } = facts;
  return (
    <SmallNumber
      count={figure.numerator}
      href={opens(facts) ? facts.behind(measure.unit === 'count' ? 'all' : 'counted') : undefined}
      noun={`${measure.noun[1]}: ${facts.of}`}
    />
  );
}
