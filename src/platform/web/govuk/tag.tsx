import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type TagProps = {
  children?: ComponentChildren;
  /** A colour of the design system, for example govuk-tag--green; the words say the same. */
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** A status in a word or two. */
export function Tag({ children, classes, attributes }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', classes)} {...written(attributes)}>
      {children}
    </strong>
  );
}
