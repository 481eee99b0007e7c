import { Descriptions, FormGroup, describedBy } from './form-group.tsx';
import type { Described, FormGroupOptions } from './form-group.tsx';
import { Label } from './label.tsx';
import type { LabelOptions } from './label.tsx';
import { classNames, wordsOf, written } from './wording.ts';
import type { Attributes, Wording } from './wording.ts';

export type SelectItem = {
  /** Falls back to the text. */
  value?: string | number | boolean | undefined;
  text?: string | number | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
};

export type SelectProps = Described & {
  name?: string | undefined;
  /** Falls back to the name. */
  id?: string | undefined;
  label?: Wording<LabelOptions>;
  items?: readonly (SelectItem | null | undefined | false)[] | undefined;
  /** The value of the chosen option. */
  value?: string | number | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  formGroup?: FormGroupOptions | undefined;
};

function Option({ item, chosen }: { item: SelectItem; chosen: SelectProps['value'] }) {
  const matches = Boolean(chosen) && (item.value ?? item.text) === chosen;
  const value = item.value === undefined ? undefined : String(item.value);
  return (
    <option
      value={value}
      selected={item.selected || (matches && item.selected !== false)}
      disabled={item.disabled}
      {...written(item.attributes)}
    >
      {item.text}
    </option>
  );
}

/** One answer of a long list. Radios are kinder where the list is short. */
export function Select(props: SelectProps) {
  const id = props.id || props.name;
  const wrong = Boolean(props.errorMessage);
  return (
    <FormGroup error={wrong} options={props.formGroup}>
      <Label label={props.label} for={id} />
      <Descriptions id={id} field={props} />
      {wordsOf(props.formGroup?.beforeInput)}
      <select
        class={classNames('govuk-select', props.classes, wrong && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props, props.describedBy)}
        {...written(props.attributes)}
      >
        {props.items?.map((item) => (item ? <Option item={item} chosen={props.value} /> : null))}
      </select>
      {wordsOf(props.formGroup?.afterInput)}
    </FormGroup>
  );
}
