import type { ComponentChildren } from 'preact';
import { GroupedTable } from '../../../../platform/web/patterns/grouped-table.tsx';
import { SmallNumber } from '../../../../platform/web/patterns/small-number.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import type { pathway } from '../../../outcomes/index.ts';
import type { OutcomeLine } from '../../outcome-counts.ts';

export interface Shown {
  outcome: Awaited<ReturnType<typeof pathway>>[number];
  line: OutcomeLine;
}

const numeric = (heading: string) => ({ heading, numeric: true });
const columns = [
  { heading: 'Outcome' },
  { heading: 'Serves' },
  { heading: 'Goals citing it', wideOnly: true },
  numeric('Goals'),
  numeric('Working'),
  numeric('Achieved'),
  numeric('Dropped'),
  numeric('Scale'),
];

/** The pathway by stage: a bar for each outcome and the numbers behind it, each row leading to its goals. */
export function PathwayTable({ rows }: { rows: readonly Shown[] }) {
  const most = Math.max(1, ...rows.map(({ line }) => (typeof line.total === 'number' ? line.total : 0)));
  const stages = [...new Set(rows.map(({ outcome }) => outcome.stage))];
  return (
    <>
      <p class="govuk-body-s">
        A bar is the goals that cite an outcome: solid where achieved, outlined for the rest, a dotted stub where the number is not shown.
      </p>
      <GroupedTable
        caption="Goals by outcome and stage"
        columns={columns}
        groups={stages.map((stage) => ({
          heading: stage,
          rows: rows.filter(({ outcome }) => outcome.stage === stage).map((row) => cells(row, most)),
        }))}
      />
    </>
  );
}

function cells({ outcome, line }: Shown, most: number): ComponentChildren[] {
  const goals = `/outcomes/${outcome.id}#goals`;
  return [
    <>
      <a class="govuk-link" href={`/outcomes/${outcome.id}`}>
        {outcome.label}
      </a>
      {outcome.validTo ? (
        <>
          {' '}
          <Tag classes="govuk-tag--grey">Retired</Tag>
        </>
      ) : null}
    </>,
    outcome.priorities.map((priority) => priority.name).join(', '),
    <Bar line={line} most={most} />,
    <SmallNumber count={line.total} href={goals} noun="goals" />,
    <SmallNumber count={line.working} href={goals} noun="goals being worked on" />,
    <SmallNumber count={line.achieved} href={goals} noun="goals achieved" />,
    <SmallNumber count={line.dropped} href={goals} noun="goals dropped" />,
    line.scale ? `${line.scale.start} to ${line.scale.now}` : <span class="gt-muted">{line.total === 0 ? 'None yet' : 'Not shown'}</span>,
  ];
}

/** The bar of one outcome, for the eye alone: the numbers stand beside it. A number that is not shown has a stub whose length means nothing. */
function Bar({ line, most }: { line: OutcomeLine; most: number }) {
  if (line.total === 0) return null;
  const percent = (count: number): string => `${Math.round((count / most) * 980) / 10}%`;
  return (
    <svg class="gt-bar" aria-hidden="true" height="16" width="100%">
      {typeof line.total === 'number' ? (
        <rect class="gt-bar__rest" x="1" y="1" width={percent(line.total)} height="14" />
      ) : (
        <rect class="gt-bar__hidden" x="1" y="1" width="24" height="14" />
      )}
      {typeof line.total === 'number' && typeof line.achieved === 'number' && line.achieved > 0 ? (
        <rect class="gt-bar__achieved" x="1" y="1" width={percent(line.achieved)} height="14" />
      ) : null}
    </svg>
  );
}
