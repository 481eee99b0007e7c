import { Descriptions, FormGroup, describedBy } from './form-group.tsx';
import type { Described, FormGroupOptions } from './form-group.tsx';
import { Label } from './label.tsx';
import type { LabelOptions } from './label.tsx';
import { classNames, wordsOf, written } from './wording.ts';
import type { Attributes, Wording } from './wording.ts';

export type TextareaProps = Described & {
  name?: string | undefined;
  /** Falls back to the name. */
  id?: string | undefined;
  label?: Wording<LabelOptions>;
  value?: string | undefined;
  rows?: number | string | undefined;
  spellcheck?: boolean | undefined;
  disabled?: boolean | undefined;
  autocomplete?: string | undefined;
  describedBy?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  formGroup?: FormGroupOptions | undefined;
  /** Attributes of the group that the group's own options may replace. */
  groupAttributes?: Record<string, string>;
};

/** Browsers drop one line break at the start of a textarea: a text that begins with one is given it back. */
function kept(value: string | undefined): string | undefined {
  return value?.startsWith('\n') ? `\n${value}` : value;
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = props.id || props.name;
  const wrong = Boolean(props.errorMessage);
  return (
    <FormGroup error={wrong} options={props.formGroup} attributes={props.groupAttributes ?? {}}>
      <Label label={props.label} for={id} />
      <Descriptions id={id} field={props} />
      {wordsOf(props.formGroup?.beforeInput)}
      <textarea
        class={classNames('govuk-textarea', wrong && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={Number(props.rows || 5)}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props, props.describedBy)}
        autocomplete={props.autocomplete}
        {...written(props.attributes)}
      >
        {kept(props.value)}
      </textarea>
      {wordsOf(props.formGroup?.afterInput)}
    </FormGroup>
  );
}
