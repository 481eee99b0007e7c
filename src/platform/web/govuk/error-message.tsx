import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes, WordingOptions } from './wording.ts';

/** An error's wording; `visuallyHiddenText` is read out before it ("Error" unless given; empty for none). */
export type ErrorMessageOptions = WordingOptions & { visuallyHiddenText?: string | undefined };

export type ErrorMessageProps = {
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  visuallyHiddenText?: string | undefined;
  children?: ComponentChildren;
};

/** What is wrong with one field, in the same words as the summary at the top. */
export function ErrorMessage({ id, classes, attributes, visuallyHiddenText = 'Error', children }: ErrorMessageProps) {
  return (
    <p id={id} class={classNames('govuk-error-message', classes)} {...written(attributes)}>
      {visuallyHiddenText ? <span class="govuk-visually-hidden">{visuallyHiddenText}:</span> : null}
      {visuallyHiddenText ? ' ' : null}
      {children}
    </p>
  );
}
