import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type SkipLinkProps = {
  href?: string | undefined;
  children?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** The first thing the Tab key reaches: past the header, to the page itself. */
export function SkipLink({ href, children, classes, attributes }: SkipLinkProps) {
  return (
    <a href={href || '#content'} class={classNames('govuk-skip-link', classes)} {...written(attributes)} data-module="govuk-skip-link">
      {children}
    </a>
  );
}
