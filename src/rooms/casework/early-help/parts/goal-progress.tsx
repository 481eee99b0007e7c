import { ThreadLine } from '../../../../platform/web/patterns/thread-line.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Goal } from '../plan.store.ts';

const stateWords: Readonly<Record<string, string>> = { working: 'working on it', achieved: 'achieved', dropped: 'dropped' };

/** Where a goal stands on its scale, in words: "started at 3, now 5, aiming for 8". */
export const scaleWords = (goal: Pick<Goal, 'baseline' | 'latest' | 'target' | 'scored_on'>): string =>
  `Started at ${goal.baseline}, ${goal.scored_on ? `now ${goal.latest ?? goal.baseline}` : 'not reviewed yet'}, aiming for ${goal.target} (0 to 10)`;

/** Goals in the family's words, each on its thread to the outcome it serves, with where it stands. */
export function GoalProgress({ goals, path }: { goals: readonly Goal[]; path: string }) {
  if (goals.length === 0)
    return (
      <EmptyList
        why="The plan has no goals yet."
        whatToDo={
          <a class="govuk-link" href={`${path}/plan`}>
            Open the plan
          </a>
        }
      />
    );
  return (
    <>
      {goals.map((goal) => (
        <section class="gt-goal">
          <ThreadLine
            label={`How “${goal.family_words}” is linked to an outcome`}
            nodes={[
              { kind: 'Outcome', text: goal.outcome_label, href: `/outcomes/${goal.outcome_id}` },
              { kind: 'Goal', text: goal.family_words, current: true },
            ]}
          />
          <p class="govuk-body">
            {scaleWords(goal)}: {stateWords[goal.state] ?? goal.state}.
          </p>
        </section>
      ))}
    </>
  );
}
