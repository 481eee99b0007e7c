import type { ShownCount } from '../../../../platform/web/patterns/small-number.tsx';
import { SmallNumber } from '../../../../platform/web/patterns/small-number.tsx';
import { Table } from '../../../../platform/web/govuk/table.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import type { pathway } from '../../../outcomes/index.ts';
import type { OutcomeLine } from '../../outcome-counts.ts';

export interface Shown { outcome: Awaited<ReturnType<typeof pathway>>[number]; line: OutcomeLine }

const number = (text: string) => ({ text, format: 'numeric' });
const cell = (count: ShownCount, href?: string) => ({ text: <SmallNumber count={count} href={href} noun="goals" />, format: 'numeric' });

/** The outcomes of one stage: a bar and the numbers behind it, each row leading to its goals. `most` is the longest bar of the page. */
export function StageTable({ stage, rows, most }: { stage: string; rows: readonly Shown[]; most: number }) {
  return <Table caption={stage} captionClasses="govuk-table__caption--m" firstCellIsHeader classes="gt-outcomes"
    head={['Outcome', 'Serves', { text: 'Goals citing it', classes: 'gt-bar-cell' }, number('Goals'), number('Working'), number('Achieved'), number('Dropped'), number('Scale')]}
    rows={rows.map(({ outcome, line }) => [
      <><a class="govuk-link" href={`/outcomes/${outcome.id}`}>{outcome.label}</a>{outcome.validTo ? <> <Tag classes="govuk-tag--grey">Retired</Tag></> : null}</>,
      outcome.priorities.map((priority) => priority.name).join(', '),
      { text: <Bar line={line} most={most} />, classes: 'gt-bar-cell' },
      cell(line.total, `/outcomes/${outcome.id}#goals`), cell(line.working), cell(line.achieved), cell(line.dropped),
      { text: line.scale ? `${line.scale.start} to ${line.scale.now}` : <span class="gt-muted">{line.total === 0 ? 'None yet' : 'Not shown'}</span>, format: 'numeric' },
    ])} />;
}

/** The bar of one outcome, for the eye alone: the numbers stand beside it. Achieved is solid, the rest outlined; a number that is not shown has a dotted stub of no meaning in its length. */
function Bar({ line, most }: { line: OutcomeLine; most: number }) {
  if (line.total === 0) return null;
  if (typeof line.total !== 'number') return <svg class="gt-bar" aria-hidden="true" height="16" width="100%"><rect class="gt-bar__hidden" x="1" y="1" width="24" height="14" /></svg>;
  const percent = (count: number): string => `${Math.round((count / most) * 980) / 10}%`;
  return <svg class="gt-bar" aria-hidden="true" height="16" width="100%">
    <rect class="gt-bar__rest" x="1" y="1" width={percent(line.total)} height="14" />
    {typeof line.achieved === 'number' ? <rect class="gt-bar__achieved" x="1" y="1" width={percent(line.achieved)} height="14" /> : null}
  </svg>;
}
