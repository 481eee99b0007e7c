import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type InsetTextProps = {
  children?: ComponentChildren;
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Words set apart from the text around them: a quotation, an example, a reminder. */
export function InsetText({ children, id, classes, attributes }: InsetTextProps) {
  return (
    <div id={id} class={classNames('govuk-inset-text', classes)} {...written(attributes)}>
      {children}
    </div>
  );
}
