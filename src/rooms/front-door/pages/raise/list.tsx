import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import type { Answer, Typed } from '../../../../platform/web/route.ts';
import { TaskListPage, type PageTask } from '../../../../platform/web/patterns/task-list-page.tsx';
import { calledOf } from '../../concern.ts';
import { filesOf } from '../../file.store.ts';
import { personAt, placesOf } from './typed.ts';
import { sections } from './section.tsx';
import { concernView, loadConcern, typedSoFar } from './view.tsx';

/** The form as a task list: any order, come back any time. */
export async function listPage(ctx: Ctx): Promise<Answer> {
  const draft = await loadConcern(ctx);
  const typed = await typedSoFar(ctx);
  if (draft) about(ctx, 'draft', draft.id);
  const files = draft ? await filesOf(ctx, 'draft', draft.id) : [];
  const people = placesOf(typed).map((at) => calledOf(personAt(typed, at)));
  const peopleTask: PageTask = {
    title: 'Who it is about',
    href: '/concern/form/people',
    hint: people.length > 0 ? people.join(', ') : 'Children, unborn babies and adults',
    state: people.length > 0 ? 'done' : 'not started',
  };
  const fileTask: PageTask = {
    title: 'Files',
    href: '/concern/form/files',
    hint: files.length > 0 ? `${files.length} added` : 'Only if you have something to attach',
    state: files.length > 0 ? 'done' : 'not started',
  };
  const tasks = sections.map((section): PageTask => ({
    title: section.title,
    href: `/concern/form/${section.key}`,
    hint: section.hint,
    state: stateOf(typed, section.fields),
  }));
  return concernView(
    ctx,
    'Your concern',
    [],
    <>
      <TaskListPage
        heading="Your concern"
        sections={[
          { tasks: [tasks[0], tasks[1], peopleTask, ...tasks.slice(2), fileTask].filter((task): task is PageTask => task !== undefined) },
        ]}
      />
      <a class="govuk-button" href="/concern/check" role="button" draggable={false} data-module="govuk-button">
        Check and send
      </a>
    </>,
  );
}

function stateOf(typed: Typed, fields: readonly string[]): PageTask['state'] {
  const answered = fields.filter((field) => [typed[field] ?? ''].flat().some((one) => one.length > 0));
  return answered.length === 0 ? 'not started' : answered.length >= Math.ceil(fields.length / 2) ? 'done' : 'started';
}
