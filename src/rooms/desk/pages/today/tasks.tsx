import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { stateOf, type Task } from '../../task.ts';

const columns = [{ heading: 'For' }, { heading: 'What' }, { heading: 'When' }, { heading: 'Do' }];

/** Tasks, one a row: for whom, what, by when, and the one action in place. */
export function TaskTable({ ctx, tasks, caption }: { ctx: StaffCtx; tasks: readonly Task[]; caption: string }) {
  const today = londonDate(ctx.now);
  return (
    <SortableTable
      caption={caption}
      captionHidden
      columns={columns}
      path="/today"
      rows={tasks.map((task) => ({
        cells: [<Whom task={task} />, <What task={task} />, <When task={task} today={today} />, <Act ctx={ctx} task={task} />],
      }))}
    />
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

const What = ({ task }: { task: Task }): ComponentChildren => (
  <>
    {task.what}
    {task.heldBy ? <span class="gt-muted">. With {task.heldBy}</span> : null}
  </>
);

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
