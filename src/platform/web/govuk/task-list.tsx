import { Tag } from './tag.tsx';
import { classNames, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording, WordingOptions } from './wording.ts';

export type TaskItem = {
  title: Wording;
  href?: string | undefined;
  hint?: Wording;
  /** Plain wording for what is done; a tag for what is still to do. */
  status: WordingOptions & { tag?: Wording };
  classes?: string | undefined;
};

export type TaskListProps = {
  items: readonly (TaskItem | null | undefined | false)[];
  idPrefix?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function Status({ status }: { status: TaskItem['status'] }) {
  if (!status.tag) return <>{status.text}</>;
  const { classes, attributes } = optionsOf(status.tag);
  return (
    <Tag classes={classes} attributes={attributes}>
      {wordsOf(status.tag)}
    </Tag>
  );
}

function Task({ item, id }: { item: TaskItem; id: string }) {
  const title = optionsOf(item.title);
  const described = classNames(Boolean(item.hint) && `${id}-hint`, `${id}-status`);
  return (
    <li class={classNames('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a class={classNames('govuk-link govuk-task-list__link', title.classes)} href={item.href} aria-describedby={described}>
            {title.text}
          </a>
        ) : (
          <div class={title.classes}>{title.text}</div>
        )}
        {item.hint ? (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {wordsOf(item.hint)}
          </div>
        ) : null}
      </div>
      <div class={classNames('govuk-task-list__status', item.status.classes)} id={`${id}-status`}>
        <Status status={item.status} />
      </div>
    </li>
  );
}

/** The parts of a long piece of work and how far each has come. */
export function TaskList({ items, idPrefix, classes, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', classes)} {...written(attributes)}>
      {items.map((item, index) => item && <Task item={item} id={`${idPrefix || 'task-list'}-${index + 1}`} />)}
    </ul>
  );
}
