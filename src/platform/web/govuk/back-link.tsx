import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type BackLinkProps = {
  href?: string | undefined;
  children?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** The way back to the page before, in a journey of several pages. */
export function BackLink({ href, children, classes, attributes }: BackLinkProps) {
  return (
    <a href={href || '#'} class={classNames('govuk-back-link', classes)} {...written(attributes)}>
      {children || 'Back'}
    </a>
  );
}
