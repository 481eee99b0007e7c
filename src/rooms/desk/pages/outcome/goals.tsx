import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { goalsCiting } from '../../../casework/index.ts';

type Goal = Awaited<ReturnType<typeof goalsCiting>>[number];

const columns = [
  { heading: 'Goal, in the family’s words' },
  { heading: 'Family' },
  { heading: 'Lead professional' },
  { heading: 'Progress' },
];
const stateWords: Readonly<Record<string, string>> = { working: 'Being worked on', achieved: 'Achieved', dropped: 'Dropped' };

/** The goals the reader may open, and how many more there are, where that number is not too small to tell. */
export function GoalsOpen({
  goals,
  more,
  changedAt,
  asOf,
}: {
  goals: readonly Goal[];
  more: number | 'not said';
  changedAt: readonly Date[];
  asOf: string;
}) {
  return (
    <>
      <ListSummary
        count={goals.length}
        noun={['goal', 'goals']}
        filter="of families whose help you may open"
        sort="those being worked on first, then by family"
        asOf={asOf}
      />
      {goals.length === 0 ? (
        <EmptyList
          why={more === 0 ? 'No goal cites this outcome yet.' : 'None of the families whose help you may open has a goal that cites it.'}
        />
      ) : (
        <SortableTable
          caption="Goals you may open"
          captionHidden
          columns={columns}
          path=""
          rows={goals.map((goal) => ({
            cells: [
              <>
                <a class="govuk-link" href={goal.href}>
                  {goal.words}
                </a>
                {agreedEarlier(goal, changedAt) ? <span class="gt-muted"> (agreed under earlier words of this outcome)</span> : null}
              </>,
              <a class="govuk-link" href={`/families/${goal.familyId}`}>
                {goal.family}
              </a>,
              goal.lead ?? 'Nobody yet',
              `${stateWords[goal.state] ?? goal.state}: ${goal.baseline} at the start, ${goal.latest} now, aiming for ${goal.target}`,
            ],
          }))}
        />
      )}
      <p class="govuk-body">{moreWords(more, goals.length)}</p>
    </>
  );
}

function moreWords(more: number | 'not said', open: number): string {
  if (more === 'not said') return 'Whether there are others, and how many, is not said: the number could point at a family.';
  if (more === 0) return open > 0 ? 'These are all of them.' : '';
  return `${more.toLocaleString('en-GB')} more cite it, of families whose help is not open to you.`;
}

/** Rule G24: a goal agreed before the outcome's words changed was agreed under the words then. */
const agreedEarlier = (goal: Goal, changedAt: readonly Date[]): boolean => changedAt.some((at) => goal.createdAt < at);
