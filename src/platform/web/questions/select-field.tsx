import { Select } from '../govuk/select.tsx';
import type { SelectItem } from '../govuk/select.tsx';
import { messageFor, textValue } from '../form-values.ts';
import type { FieldState } from '../form-values.ts';
import { labelOf } from './question.ts';
import type { Question } from './question.ts';

export type SelectFieldProps = Question &
  FieldState & {
    items: readonly SelectItem[];
    /** The first, empty line. "Choose one" unless given; false for none. */
    empty?: string | false | undefined;
  };

/** One answer of a long list, nothing chosen to begin with. */
export function SelectField(props: SelectFieldProps) {
  const { empty = 'Choose one' } = props;
  const items = props.items.map((item) => ({ ...item, value: String(item.value ?? item.text ?? '') }));
  return (
    <Select
      name={props.name}
      label={labelOf(props)}
      hint={props.hint}
      items={empty === false ? items : [{ value: '', text: empty }, ...items]}
      value={textValue(props.values, props.name) || undefined}
      errorMessage={messageFor(props, props.name)}
    />
  );
}
