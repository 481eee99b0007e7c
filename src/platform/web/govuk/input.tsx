import type { ComponentChildren, JSX } from 'preact';
import { Descriptions, FormGroup, describedBy } from './form-group.tsx';
import type { Described, FormGroupOptions } from './form-group.tsx';
import { Label } from './label.tsx';
import type { LabelOptions } from './label.tsx';
import { classNames, hasWords, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording } from './wording.ts';

type InputAttributes = JSX.IntrinsicElements['input'];

export type InputProps = Described & {
  name?: string | undefined;
  /** Falls back to the name. */
  id?: string | undefined;
  label?: Wording<LabelOptions>;
  type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'number' | 'password' | undefined;
  value?: string | number | null | undefined;
  inputmode?: string | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: InputAttributes['autocapitalize'];
  pattern?: string | undefined;
  spellcheck?: boolean | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  prefix?: Wording;
  suffix?: Wording;
  inputWrapper?: { classes?: string; attributes?: Attributes };
  formGroup?: FormGroupOptions | undefined;
};

function Affix({ kind, affix }: { kind: 'prefix' | 'suffix'; affix: Wording }) {
  if (!hasWords(affix)) return null;
  const { classes, attributes } = optionsOf(affix);
  return (
    <div class={classNames(`govuk-input__${kind}`, classes)} aria-hidden="true" {...written(attributes)}>
      {wordsOf(affix)}
    </div>
  );
}

function InputElement(props: InputProps & { id: string | undefined }) {
  return (
    <input
      class={classNames('govuk-input', props.classes, Boolean(props.errorMessage) && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      type={(props.type || 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value ?? undefined}
      disabled={props.disabled}
      aria-describedby={describedBy(props.id, props, props.describedBy)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...written(props.attributes)}
    />
  );
}

function Wrapped({ props, children }: { props: InputProps; children: ComponentChildren }) {
  const around = [props.prefix, props.suffix, props.formGroup?.beforeInput, props.formGroup?.afterInput];
  if (!around.some(hasWords)) return <>{children}</>;
  return (
    <div class={classNames('govuk-input__wrapper', props.inputWrapper?.classes)} {...written(props.inputWrapper?.attributes)}>
      {wordsOf(props.formGroup?.beforeInput)}
      <Affix kind="prefix" affix={props.prefix} />
      {children}
      <Affix kind="suffix" affix={props.suffix} />
      {wordsOf(props.formGroup?.afterInput)}
    </div>
  );
}

/** One line of text, with its label, hint, error, and what stands before or after it. */
export function Input(props: InputProps) {
  const id = props.id || props.name;
  return (
    <FormGroup error={Boolean(props.errorMessage)} options={props.formGroup}>
      <Label label={props.label} for={id} />
      <Descriptions id={id} field={props} />
      <Wrapped props={props}>
        <InputElement {...props} id={id} />
      </Wrapped>
    </FormGroup>
  );
}
