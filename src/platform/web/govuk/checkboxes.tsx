import { Choice, choiceId } from './choice-item.tsx';
import type { ChoiceItem } from './choice-item.tsx';
import { Fieldset } from './fieldset.tsx';
import type { FieldsetOptions } from './fieldset.tsx';
import { Descriptions, FormGroup, describedBy } from './form-group.tsx';
import type { Described, FormGroupOptions } from './form-group.tsx';
import { classNames, wordsOf, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type CheckboxesProps = Described & {
  name: string;
  /** Falls back to the name. */
  idPrefix?: string | undefined;
  fieldset?: FieldsetOptions | undefined;
  items: readonly (ChoiceItem | null | undefined | false)[];
  /** The values of the ticked answers. */
  values?: readonly (string | number)[] | undefined;
  describedBy?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  formGroup?: FormGroupOptions | undefined;
};

function isTicked(item: ChoiceItem, values: CheckboxesProps['values']): boolean {
  const listed = values !== undefined && item.value !== undefined && values.includes(item.value);
  return item.checked || (listed && item.checked !== false);
}

/** Any number of answers, none included. */
export function Checkboxes(props: CheckboxesProps) {
  const prefix = props.idPrefix || props.name;
  const described = describedBy(prefix, props, props.fieldset?.describedBy || props.describedBy);
  const body = (
    <>
      <Descriptions id={prefix} field={props} />
      <div class={classNames('govuk-checkboxes', props.classes)} {...written(props.attributes)} data-module="govuk-checkboxes">
        {wordsOf(props.formGroup?.beforeInputs)}
        {props.items.map((item, index) => {
          if (!item) return null;
          const kind = {
            block: 'govuk-checkboxes',
            type: 'checkbox',
            id: choiceId(prefix, item, index),
            name: props.name,
            checked: isTicked(item, props.values),
            describedBy: props.fieldset ? undefined : described,
          } as const;
          return <Choice item={item} kind={kind} />;
        })}
        {wordsOf(props.formGroup?.afterInputs)}
      </div>
    </>
  );
  return (
    <FormGroup error={Boolean(props.errorMessage)} options={props.formGroup}>
      {props.fieldset ? (
        <Fieldset {...props.fieldset} describedBy={described}>
          {body}
        </Fieldset>
      ) : (
        body
      )}
    </FormGroup>
  );
}
