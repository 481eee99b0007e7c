import { classNames, hasWords, wordsOf, written } from './wording.ts';
import type { Attributes, WordingOptions } from './wording.ts';

export type TabItem = {
  label: string;
  id?: string | undefined;
  attributes?: Attributes | undefined;
  /** A plain string becomes a paragraph; JSX is taken as it is. */
  panel: WordingOptions;
};

export type TabsProps = {
  id?: string | undefined;
  idPrefix?: string | undefined;
  title?: string | undefined;
  items?: readonly (TabItem | null | undefined | false)[] | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function Panel({ item, id, first }: { item: TabItem; id: string; first: boolean }) {
  const words = wordsOf(item.panel);
  const plain = typeof words === 'string' && hasWords(words);
  return (
    <div class={classNames('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')} id={id} {...written(item.panel.attributes)}>
      {plain ? <p class="govuk-body">{words}</p> : words}
    </div>
  );
}

/** Several views of one thing; one after another without JavaScript and in print. */
export function Tabs(props: TabsProps) {
  const items = (props.items ?? []).flatMap((item, index) =>
    item ? [{ item, index, id: item.id || `${props.idPrefix}-${index + 1}` }] : [],
  );
  return (
    <div id={props.id} class={classNames('govuk-tabs', props.classes)} {...written(props.attributes)} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {props.items?.length ? (
        <>
          <ul class="govuk-tabs__list">
            {items.map(({ item, index, id }) => (
              <li class={classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
                <a class="govuk-tabs__tab" href={`#${id}`} {...written(item.attributes)}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
          {items.map(({ item, index, id }) => (
            <Panel item={item} id={id} first={index === 0} />
          ))}
        </>
      ) : null}
    </div>
  );
}
