import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { awayWords, type Away } from '../../away.ts';
import { stateOf, type Task } from '../../task.ts';

const columns = [{ heading: 'For' }, { heading: 'What' }, { heading: 'When' }, { heading: 'Do' }];

/** Most tasks shown at once: more cannot be done before going home, and the page stays light. */
const most = 60;

interface TaskTableProps {
  ctx: StaffCtx;
  tasks: readonly Task[];
  away: ReadonlyMap<string, Away>;
  caption: string;
}

/** Tasks, one a row: for whom, what, by when, and the one action in place. */
export function TaskTable({ ctx, tasks, away, caption }: TaskTableProps) {
  const today = londonDate(ctx.now);
  return (
    <>
      <SortableTable
        caption={caption}
        captionHidden
        columns={columns}
        path="/today"
        rows={tasks.slice(0, most).map((task) => ({
          cells: [
            <Whom task={task} />,
            <What task={task} away={away} today={today} />,
            <When task={task} today={today} />,
            <Act ctx={ctx} task={task} />,
          ],
        }))}
      />
      {tasks.length > most ? (
        <p class="govuk-body">
          These are the first {most} of {tasks.length}. The rest follow as these are done.
        </p>
      ) : null}
    </>
  );
}

function Whom({ task }: { task: Task }) {
  if (task.familyId)
    return (
      <a class="govuk-link" href={`/families/${task.familyId}`}>
        {task.whom}
      </a>
    );
  return task.personId ? (
    <a class="govuk-link" href={`/children/${task.personId}`}>
      {task.whom}
    </a>
  ) : (
    <>{task.whom}</>
  );
}

function What({ task, away, today }: { task: Task; away: ReadonlyMap<string, Away>; today: string }) {
  const gone = task.heldById ? away.get(task.heldById) : undefined;
  const holder = task.heldById ? `With ${task.heldBy}${gone ? `, ${awayWords(gone, today)}` : ''}` : 'Nobody holds it';
  return (
    <>
      {task.what}
      {task.heldBy ? <span class="gt-muted">. {holder}</span> : null}
    </>
  );
}

function When({ task, today }: { task: Task; today: string }) {
  if (task.dueOn === null) return <span class="gt-muted">No date</span>;
  return <ClockTag state={stateOf(task, today)} words={task.clockWords ?? `due ${shortDate(task.dueOn, today)}`} />;
}

/** The one thing to press. What changes something is a form; what only opens is a link that looks like a button. */
function Act({ ctx, task }: { ctx: StaffCtx; task: Task }) {
  const whom = (
    <span class="govuk-visually-hidden">
      : {task.what}, {task.whom}
    </span>
  );
  if (task.post)
    return (
      <Form action={task.href} {...formCarries(ctx)}>
        <Button classes="govuk-button--secondary" attributes={{ 'data-shortcut': 'n' }}>
          {task.action}
          {whom}
        </Button>
      </Form>
    );
  return (
    <>
      <Button classes="govuk-button--secondary" href={task.href}>
        {task.action}
        {whom}
      </Button>
      {task.alertKind ? (
        <>
          {' '}
          <a class="govuk-link" href="/alerts">
            Dealt with?{whom}
          </a>
        </>
      ) : null}
    </>
  );
}
