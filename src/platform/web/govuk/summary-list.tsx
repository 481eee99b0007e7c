import { classNames, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording, WordingOptions } from './wording.ts';

/** A link at the end of a row or card; `visuallyHiddenText` completes it for those who hear it alone. */
export type ActionLink = {
  href: string;
  text?: Wording;
  visuallyHiddenText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

type Actions = { items?: readonly ActionLink[] | undefined; classes?: string | undefined };

export type SummaryRow = { key: Wording; value: Wording; actions?: Actions | undefined; classes?: string | undefined };

export type SummaryCard = {
  title?: Wording<WordingOptions & { headingLevel?: number }>;
  actions?: Actions | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type SummaryListProps = {
  rows?: readonly (SummaryRow | null | undefined | false)[] | undefined;
  card?: SummaryCard | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function Action({ action, title }: { action: ActionLink; title: Wording }) {
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href} {...written(action.attributes)}>
      {wordsOf(action.text)}
      {action.visuallyHiddenText || title ? (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : null}
          {title ? <> ({wordsOf(title)})</> : null}
        </span>
      ) : null}
    </a>
  );
}

function RowActions({ actions, title }: { actions: Actions; title: Wording }) {
  const items = actions.items ?? [];
  const [only] = items;
  return (
    <dd class={classNames('govuk-summary-list__actions', actions.classes)}>
      {items.length === 1 && only ? (
        <Action action={only} title={title} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <Action action={action} title={title} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function Row({ row, title, anyActions }: { row: SummaryRow; title: Wording; anyActions: boolean }) {
  const key = optionsOf(row.key);
  const value = optionsOf(row.value);
  const bare = anyActions && !row.actions?.items;
  return (
    <div class={classNames('govuk-summary-list__row', bare && 'govuk-summary-list__row--no-actions', row.classes)}>
      <dt class={classNames('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {row.actions?.items?.length ? <RowActions actions={row.actions} title={title} /> : null}
    </div>
  );
}

function CardActions({ actions, title }: { actions: Actions; title: Wording }) {
  const items = actions.items ?? [];
  const [only] = items;
  const names = classNames('govuk-summary-card__actions', actions.classes);
  if (!only) return null;
  if (items.length === 1)
    return (
      <div class={names}>
        <Action action={only} title={title} />
      </div>
    );
  return (
    <ul class={names}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <Action action={action} title={title} />
        </li>
      ))}
    </ul>
  );
}

/** Questions and answers, or facts, one a row; in a card with a title and links when there are several of a kind. */
export function SummaryList({ rows = [], card, classes, attributes }: SummaryListProps) {
  const shown = rows.filter((row) => Boolean(row)) as SummaryRow[];
  const anyActions = shown.some((row) => row.actions?.items?.length);
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...written(attributes)}>
      {shown.map((row) => (
        <Row row={row} title={card?.title} anyActions={anyActions} />
      ))}
    </dl>
  );
  if (!card) return list;
  const title: WordingOptions & { headingLevel?: number } = optionsOf(card.title);
  const Heading = `h${title.headingLevel || 2}` as 'h2';
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...written(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title ? <Heading class={classNames('govuk-summary-card__title', title.classes)}>{title.text}</Heading> : null}
        <CardActions actions={card.actions ?? {}} title={card.title} />
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  );
}
