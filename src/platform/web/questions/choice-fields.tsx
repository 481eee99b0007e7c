import { Checkboxes } from '../govuk/checkboxes.tsx';
import type { ChoiceItem } from '../govuk/choice-item.tsx';
import { Radios } from '../govuk/radios.tsx';
import { listValue, messageFor, textValue } from '../form-values.ts';
import type { FieldState } from '../form-values.ts';
import { legendOf } from './question.ts';
import type { GroupQuestion } from './question.ts';

export type ChoiceProps = GroupQuestion &
  FieldState & {
    items: readonly (ChoiceItem | null | undefined | false)[];
    /** Side by side, for two or three short answers. */
    inline?: boolean | undefined;
    /** Smaller circles and boxes, for dense staff pages. */
    small?: boolean | undefined;
  };

/** One answer of several. None is chosen until someone chooses it. */
export function Choice(props: ChoiceProps) {
  const classes = [props.inline && 'govuk-radios--inline', props.small && 'govuk-radios--small'].filter(Boolean).join(' ');
  return (
    <Radios
      name={props.name}
      fieldset={{ legend: legendOf(props) }}
      hint={props.hint}
      items={props.items.map((item) => item && { ...item, value: String(item.value ?? '') })}
      value={textValue(props.values, props.name) || undefined}
      errorMessage={messageFor(props, props.name)}
      classes={classes || undefined}
    />
  );
}

/** Any number of answers. */
export function Choices(props: Omit<ChoiceProps, 'inline'>) {
  return (
    <Checkboxes
      name={props.name}
      fieldset={{ legend: legendOf(props) }}
      hint={props.hint}
      items={props.items.map((item) => item && { ...item, value: String(item.value ?? '') })}
      values={listValue(props.values, props.name)}
      errorMessage={messageFor(props, props.name)}
      classes={props.small ? 'govuk-checkboxes--small' : undefined}
    />
  );
}
