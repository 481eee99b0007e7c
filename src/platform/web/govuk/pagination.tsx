import { classNames, hasWords, written } from './wording.ts';
import type { ComponentChildren } from 'preact';
import type { Attributes } from './wording.ts';

export type PageLink = {
  href?: string | undefined;
  text?: ComponentChildren;
  labelText?: string | undefined;
  attributes?: Attributes | undefined;
};
export type PageItem = {
  number?: number | string | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  ellipsis?: boolean | undefined;
  visuallyHiddenText?: string | undefined;
  attributes?: Attributes | undefined;
};

export type PaginationProps = {
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
  items?: readonly (PageItem | null | undefined)[] | undefined;
  landmarkLabel?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

const paths = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Arrow({ kind }: { kind: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={paths[kind]} />
    </svg>
  );
}

function ArrowLink({ link, kind, block }: { link: PageLink; kind: 'prev' | 'next'; block: boolean }) {
  const title = classNames('govuk-pagination__link-title', block && !link.labelText && 'govuk-pagination__link-title--decorated');
  const words = hasWords(link.text) ? (
    link.text
  ) : (
    <>
      {kind === 'prev' ? 'Previous' : 'Next'}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
  const labelled = Boolean(link.labelText) && block;
  return (
    <div class={`govuk-pagination__${kind}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={kind} {...written(link.attributes)}>
        {block || kind === 'prev' ? <Arrow kind={kind} /> : null}
        <span class={title}>
          {words}
          {labelled ? ' ' : null}
        </span>
        {labelled ? (
          <>
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        ) : null}
        {!block && kind === 'next' ? <Arrow kind={kind} /> : null}
      </a>
    </div>
  );
}

function Item({ item }: { item: PageItem }) {
  const names = classNames(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  );
  if (item.ellipsis) return <li class={names}>⋯</li>;
  return (
    <li class={names}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...written(item.attributes)}
      >
        {item.number}
      </a>
    </li>
  );
}

/** The pages of a long list, or the page before and after. */
export function Pagination(props: PaginationProps) {
  const { previous, next, items } = props;
  const block = !items && Boolean(next || previous);
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...written(props.attributes)}
    >
      {previous?.href ? <ArrowLink link={previous} kind="prev" block={block} /> : null}
      {items ? (
        <ul class="govuk-pagination__list">{items.map((item) => item && Object.keys(item).length > 0 && <Item item={item} />)}</ul>
      ) : null}
      {next?.href ? <ArrowLink link={next} kind="next" block={block} /> : null}
    </nav>
  );
}
