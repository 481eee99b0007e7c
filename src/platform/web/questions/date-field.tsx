import { DateInput } from '../govuk/date-input.tsx';
import { messageFor, textValue } from '../form-values.ts';
import type { FieldState } from '../form-values.ts';
import { legendOf } from './question.ts';
import type { GroupQuestion } from './question.ts';

export type DateFieldProps = GroupQuestion &
  FieldState & {
    /** The date is the person's own date of birth, which a browser may fill in. */
    birthday?: boolean | undefined;
  };

const parts = ['day', 'month', 'year'] as const;

/**
 * A date in three boxes named `name-day`, `name-month` and `name-year`. An error on `name` marks all three and is linked
 * to the day; an error on `name-month` marks the month alone.
 */
export function DateField(props: DateFieldProps) {
  const { name } = props;
  const whole = messageFor(props, name);
  const own = parts.map((part) => messageFor(props, `${name}-${part}`));
  const anyOwn = own.some((message) => message !== undefined);
  const items = parts.map((part, index) => ({
    name: part,
    id: part === 'day' && own[index] === undefined ? name : `${name}-${part}`,
    value: textValue(props.values, `${name}-${part}`) || undefined,
    error: own[index] !== undefined || (whole !== undefined && !anyOwn),
    autocomplete: props.birthday ? `bday-${part}` : undefined,
  }));
  return (
    <DateInput
      id={`${name}-date`}
      namePrefix={name}
      items={items}
      fieldset={{ legend: legendOf(props) }}
      hint={props.hint}
      errorMessage={whole ?? own.find((message) => message !== undefined)}
    />
  );
}
