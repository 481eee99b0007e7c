import { shortDate } from '../../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ThreadLine } from '../../../../../platform/web/patterns/thread-line.tsx';
import { ragWords, type Rag } from '../../early-help.codes.ts';
import { nameIn, ownerWords } from '../../names-in.ts';
import type { OpenedPlan } from '../../open-plan.store.ts';
import type { Action, Goal } from '../../plan.store.ts';
import { scaleWords } from '../../parts/goal-progress.tsx';

interface GoalProps {
  opened: OpenedPlan;
  goal: Goal;
  edits: boolean;
  today: string;
}

/** A goal on its thread to the outcome, with who does what by when. */
export function GoalWithActions({ opened, goal, edits, today }: GoalProps) {
  const actions = opened.actions.filter((action) => action.goal_id === goal.id);
  return (
    <section class="gt-goal">
      <ThreadLine
        label={`How “${goal.family_words}” is linked to an outcome`}
        nodes={[
          { kind: 'Outcome', text: goal.outcome_label, href: `/outcomes/${goal.outcome_id}` },
          { kind: 'Goal', text: goal.family_words, current: true },
        ]}
      />
      <p class="govuk-body">
        For {nameIn(opened, goal.for_person_id).replace(/^The/, 'the')}. {scaleWords(goal)}.{' '}
        {goal.state === 'working' ? '' : `This goal is ${goal.state}. `}How we will know: {goal.how_we_will_know}
      </p>
      {actions.length === 0 ? (
        <p class="govuk-body gt-muted">No actions yet.</p>
      ) : (
        <PlainTable
          caption="Who does what by when"
          head={[{ text: 'What' }, { text: 'Who' }, { text: 'By when' }, { text: 'How it goes' }]}
          rows={actions.map((action) => [
            {
              text: (
                <a class="govuk-link" href={`${opened.path}/actions/${action.id}`}>
                  {action.action}
                </a>
              ),
            },
            { text: ownerWords(opened, action) },
            { text: dueWords(action, today) },
            { text: <Going action={action} /> },
          ])}
        />
      )}
      {edits && goal.state === 'working' ? (
        <p class="govuk-body gt-no-print">
          <a class="govuk-link" href={`${opened.path}/goals/${goal.id}/actions/new`}>
            Add an action<span class="govuk-visually-hidden"> to {goal.family_words}</span>
          </a>{' '}
          |{' '}
          <a class="govuk-link" href={`${opened.path}/goals/${goal.id}`}>
            Change this goal<span class="govuk-visually-hidden">: {goal.family_words}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

const dueWords = (action: Action, today: string): string =>
  `${shortDate(action.due_on, today)}${action.state === 'open' && action.due_on < today ? ', overdue' : ''}`;

function Going({ action }: { action: Action }) {
  if (action.state === 'done')
    return (
      <>
        Done {action.achieved_on ? shortDate(action.achieved_on) : ''}: {action.evidence}
      </>
    );
  if (action.state === 'dropped') return <>Dropped: {action.progress}</>;
  const rag = action.rag as Rag | null;
  return (
    <>
      {rag ? <Tag classes={`govuk-tag--${rag === 'G' ? 'green' : rag === 'A' ? 'yellow' : 'red'}`}>{ragWords[rag]}</Tag> : 'Not started'}{' '}
      {action.progress}
    </>
  );
}
