import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './error-message.tsx';
import type { ErrorMessageOptions } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { classNames, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording } from './wording.ts';

/** The box around a control. `before…` and `after…` put wording next to the control or the list of controls. */
export type FormGroupOptions = {
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  beforeInput?: Wording;
  afterInput?: Wording;
  beforeInputs?: Wording;
  afterInputs?: Wording;
};

/** What any question can carry: help, and what is wrong with the answer. */
export type Described = { hint?: Wording | undefined; errorMessage?: Wording<ErrorMessageOptions> | undefined };

/** The ids a control points at with aria-describedby, in reading order; undefined when there are none. */
export function describedBy(id: string | undefined, field: Described, first?: string): string | undefined {
  const ids = [first, field.hint && `${id}-hint`, field.errorMessage && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The hint and the error message of a question, with the ids `describedBy` names. */
export function Descriptions({ id, field }: { id: string | undefined; field: Described }) {
  const error: ErrorMessageOptions = optionsOf(field.errorMessage);
  const hint = optionsOf(field.hint);
  return (
    <>
      {field.hint ? (
        <Hint id={`${id}-hint`} classes={hint.classes} attributes={hint.attributes}>
          {wordsOf(field.hint)}
        </Hint>
      ) : null}
      {field.errorMessage ? (
        <ErrorMessage id={`${id}-error`} {...error}>
          {wordsOf(field.errorMessage)}
        </ErrorMessage>
      ) : null}
    </>
  );
}

/** The group itself, marked down its side when something is wrong. */
export function FormGroup(props: {
  error: boolean;
  options?: FormGroupOptions | undefined;
  attributes?: Record<string, string>;
  children: ComponentChildren;
}) {
  const { error, options, attributes, children } = props;
  const names = classNames('govuk-form-group', error && 'govuk-form-group--error', options?.classes);
  return (
    <div class={names} {...attributes} {...written(options?.attributes)}>
      {children}
    </div>
  );
}
