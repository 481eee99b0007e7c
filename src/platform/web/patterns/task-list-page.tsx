import type { ComponentChildren } from 'preact';
import { TaskList } from '../govuk/task-list.tsx';

export type TaskState = 'not started' | 'started' | 'done' | 'cannot start yet' | 'there is a problem';

export type PageTask = { title: string; href?: string | undefined; hint?: string | undefined; state: TaskState };

export type TaskListPageProps = {
  heading: string;
  sections: readonly { heading?: string; tasks: readonly PageTask[] }[];
  children?: ComponentChildren;
};

const colours: Readonly<Partial<Record<TaskState, string>>> = {
  'not started': 'govuk-tag--blue',
  started: 'govuk-tag--teal',
  'there is a problem': 'govuk-tag--red',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The item of a task: a tag for what is to be done, plain words for what is done. */
function item(task: PageTask) {
  const classes = colours[task.state];
  const text = capital(task.state);
  return {
    title: task.title,
    href: task.state === 'cannot start yet' ? undefined : task.href,
    hint: task.hint,
    status: classes
      ? { tag: { text, classes } }
      : { text, classes: task.state === 'done' ? '' : 'govuk-task-list__status--cannot-start-yet' },
  };
}

/** A long piece of work in parts, done in any order: how many are done, then each with its state. */
export function TaskListPage({ heading, sections, children }: TaskListPageProps) {
  const tasks = sections.flatMap((section) => section.tasks);
  const done = tasks.filter((task) => task.state === 'done').length;
  return (
    <>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">
        {done} of {tasks.length} {tasks.length === 1 ? 'part' : 'parts'} done.
      </p>
      {sections.map((section, index) => (
        <section>
          {section.heading ? <h2 class="govuk-heading-m">{section.heading}</h2> : null}
          <TaskList idPrefix={`tasks-${index + 1}`} items={section.tasks.map(item)} />
        </section>
      ))}
      {children}
    </>
  );
}
