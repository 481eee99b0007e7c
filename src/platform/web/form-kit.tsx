/** Forms: the hidden fields every POST carries, and the questions, each from one pair of values and errors. */
import type { ComponentChildren } from 'preact';
import { DraftStatus } from './patterns/draft-status.tsx';

export { ErrorsAtTop } from './errors-at-top.tsx';
export type { FieldError } from '../access/refusal.ts';
export { errorFor, listValue, textValue } from './form-values.ts';
export type { FieldState, FormValues } from './form-values.ts';
export { Choice, Choices } from './questions/choice-fields.tsx';
export { DateField } from './questions/date-field.tsx';
export { FileField } from './questions/file-field.tsx';
export { SelectField } from './questions/select-field.tsx';
export { TextArea, TextField } from './questions/text-fields.tsx';
export { Button } from './govuk/button.tsx';

export type FormProps = {
  action: string;
  csrf: string;
  /** Made when the form is shown, so that sending it twice is one act. */
  idempotencyKey: string;
  /** The version of the record the person saw; another's change since then leads to the screen with both texts. */
  version?: number | string | undefined;
  /** The draft this form belongs to. */
  draft?: string | undefined;
  /** Where the words are saved while they are typed, for example /drafts/save. */
  autosave?: string | undefined;
  /** What is known of saving when the page is shown, for example "Saved 14:02, only you can see this until you submit". */
  draftStatus?: string | undefined;
  enctype?: 'multipart/form-data' | undefined;
  novalidate?: boolean | undefined;
  id?: string | undefined;
  classes?: string | undefined;
  children: ComponentChildren;
};

function Hidden({ name, value }: { name: string; value: string | number | undefined }) {
  return value === undefined ? null : <input type="hidden" name={name} value={value} />;
}

/** A form sent by POST. The server alone decides what is wrong, so the browser's own checks are off. */
export function Form(props: FormProps) {
  return (
    <form
      id={props.id}
      class={props.classes}
      method="post"
      action={props.action}
      enctype={props.enctype}
      novalidate={props.novalidate ?? true}
      data-autosave={props.autosave}
    >
      <Hidden name="_csrf" value={props.csrf} />
      <Hidden name="_key" value={props.idempotencyKey} />
      <Hidden name="_version" value={props.version} />
      <Hidden name="_draft" value={props.draft} />
      {props.autosave ? <DraftStatus text={props.draftStatus} /> : null}
      {props.children}
    </form>
  );
}
