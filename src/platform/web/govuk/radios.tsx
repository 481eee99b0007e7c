import { Choice, choiceId } from './choice-item.tsx';
import type { ChoiceItem } from './choice-item.tsx';
import { Fieldset } from './fieldset.tsx';
import type { FieldsetOptions } from './fieldset.tsx';
import { Descriptions, FormGroup, describedBy } from './form-group.tsx';
import type { Described, FormGroupOptions } from './form-group.tsx';
import { classNames, wordsOf, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type RadiosProps = Described & {
  name: string;
  /** Falls back to the name. */
  idPrefix?: string | undefined;
  fieldset?: FieldsetOptions | undefined;
  items: readonly (ChoiceItem | null | undefined | false)[];
  /** The value of the chosen answer. */
  value?: string | number | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  formGroup?: FormGroupOptions | undefined;
};

/** Exactly one answer of several. */
export function Radios(props: RadiosProps) {
  const prefix = props.idPrefix || props.name;
  const body = (
    <>
      <Descriptions id={prefix} field={props} />
      <div class={classNames('govuk-radios', props.classes)} {...written(props.attributes)} data-module="govuk-radios">
        {wordsOf(props.formGroup?.beforeInputs)}
        {props.items.map((item, index) => {
          if (!item) return null;
          const chosen = Boolean(props.value) && item.value === props.value && item.checked !== false;
          const id = choiceId(prefix, item, index);
          const kind = { block: 'govuk-radios', type: 'radio', id, name: props.name, checked: item.checked || chosen } as const;
          return <Choice item={{ ...item, name: undefined }} kind={kind} />;
        })}
        {wordsOf(props.formGroup?.afterInputs)}
      </div>
    </>
  );
  return (
    <FormGroup error={Boolean(props.errorMessage)} options={props.formGroup}>
      {props.fieldset ? (
        <Fieldset {...props.fieldset} describedBy={describedBy(prefix, props, props.fieldset.describedBy)}>
          {body}
        </Fieldset>
      ) : (
        body
      )}
    </FormGroup>
  );
}
