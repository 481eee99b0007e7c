import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type BreadcrumbsProps = {
  /** Without an address the item is the page itself. */
  items: readonly { text?: ComponentChildren; href?: string | undefined; attributes?: Attributes | undefined }[];
  collapseOnMobile?: boolean | undefined;
  labelText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Where this page sits. */
export function Breadcrumbs({ items, collapseOnMobile, labelText = 'Breadcrumb', classes, attributes }: BreadcrumbsProps) {
  const names = classNames('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile');
  return (
    <nav class={names} {...written(attributes)} aria-label={labelText}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...written(item.attributes)}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
