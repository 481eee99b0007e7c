/** One thing that was weighed: log odds for (above nought) or against (below) the same person. */
export type WeighedFactor = { field: string; words: string; againstUnrelated: number; againstFamily: number };

export type EvidenceChartProps = {
  /** Says in words what the chart shows; it is the figure's heading. */
  heading: string;
  factors: readonly WeighedFactor[];
  /** Which of the three explanations the factors together favour, in a sentence. */
  together: string;
  /** Distinguishes two charts of one page. */
  id?: string;
};

/** Bars are cut at this many units of log odds: beyond it a difference says nothing to a reader. */
const longest = 10;
const [labels, width, row, top] = [150, 560, 38, 26];
const middle = labels + (width - labels) / 2;
const unit = (width - labels) / 2 / longest;

/** How much a weight says, in words. Thresholds are odds of about 2, 10 and 150 to one. */
export function strengthOf(weight: number): string {
  const size = Math.abs(weight);
  if (size < 0.7) return 'says little';
  const how = size < 2.3 ? 'some' : size < 5 ? 'strong' : 'very strong';
  return `${how}, ${weight > 0 ? 'for' : 'against'} the same person`;
}

function Bar({ weight, y, filled }: { weight: number; y: number; filled: boolean }) {
  const length = Math.min(Math.abs(weight), longest) * unit;
  const x = weight < 0 ? middle - length : middle;
  const looks = filled ? { fill: '#14191d' } : { fill: '#ffffff' };
  return <rect x={x.toFixed(1)} y={y} width={Math.max(length, 1).toFixed(1)} height={11} stroke="#14191d" stroke-width="1.5" {...looks} />;
}

function Row({ factor, at }: { factor: WeighedFactor; at: number }) {
  const y = top + at * row;
  return (
    <g>
      <line x1={0} x2={width} y1={y} y2={y} stroke="#c9c7bf" />
      <text x={0} y={y + 23} class="gt-evidence__label">
        {factor.field}
      </text>
      <Bar weight={factor.againstUnrelated} y={y + 6} filled />
      <Bar weight={factor.againstFamily} y={y + 20} filled={false} />
    </g>
  );
}

/** What was weighed, one pair of bars a factor: filled against two strangers, outlined against two people of one family. To the right speaks for the same
 *  person, to the left against. The table beneath says the same in words; on a narrow screen it stands alone. Black on white, so that it prints. */
export function EvidenceChart({ heading, factors, together, id = 'evidence' }: EvidenceChartProps) {
  const height = top + factors.length * row + 6;
  const summary = factors.map((it) => `${it.field}: ${strengthOf(it.againstUnrelated)}`).join('; ');
  return (
    <figure class="gt-evidence" aria-labelledby={`${id}-heading`}>
      <figcaption>
        <h2 class="govuk-heading-m" id={`${id}-heading`}>
          {heading}
        </h2>
        <p class="govuk-body">{together}</p>
      </figcaption>
      <svg class="gt-evidence__chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{heading}</title>
        <desc id={`${id}-desc`}>{`${summary}. The table beneath says the same.`}</desc>
        <text x={middle - 8} y={14} text-anchor="end" class="gt-evidence__label">
          ← against the same person
        </text>
        <text x={middle + 8} y={14} class="gt-evidence__label">
          for the same person →
        </text>
        {factors.map((factor, at) => (
          <Row factor={factor} at={at} />
        ))}
        <line x1={middle} x2={middle} y1={top} y2={height - 4} stroke="#14191d" stroke-width="2" />
      </svg>
      <p class="govuk-body-s gt-evidence__key">
        Filled bar: compared with two strangers. Outlined bar: compared with two people of one family, where home counts for nothing. Bars
        are cut at ten.
      </p>
      <FactorTable factors={factors} />
    </figure>
  );
}

function FactorTable({ factors }: { factors: readonly WeighedFactor[] }) {
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-visually-hidden">What was weighed, in words</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['What', 'What agrees or differs', 'Compared with two strangers', 'Compared with one family'].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {factors.map((factor) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {factor.field}
            </th>
            <td class="govuk-table__cell" data-heading="What agrees or differs">
              {factor.words}
            </td>
            <td class="govuk-table__cell" data-heading="Compared with two strangers">
              {strengthOf(factor.againstUnrelated)}
            </td>
            <td class="govuk-table__cell" data-heading="Compared with one family">
              {strengthOf(factor.againstFamily)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
