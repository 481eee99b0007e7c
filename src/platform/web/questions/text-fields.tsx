import { CharacterCount } from '../govuk/character-count.tsx';
import { Input } from '../govuk/input.tsx';
import type { InputProps } from '../govuk/input.tsx';
import { Textarea } from '../govuk/textarea.tsx';
import type { Wording } from '../govuk/wording.ts';
import { messageFor, textValue } from '../form-values.ts';
import type { FieldState } from '../form-values.ts';
import { labelOf } from './question.ts';
import type { Question } from './question.ts';

export type TextFieldProps = Question &
  FieldState & {
    /** In characters: the width says how long an answer is expected. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
    type?: InputProps['type'];
    inputmode?: string | undefined;
    autocomplete?: string | undefined;
    spellcheck?: boolean | undefined;
    prefix?: Wording;
    suffix?: Wording;
  };

/** A question answered in a line. */
export function TextField(props: TextFieldProps) {
  return (
    <Input
      name={props.name}
      label={labelOf(props)}
      hint={props.hint}
      value={textValue(props.values, props.name) || undefined}
      errorMessage={messageFor(props, props.name)}
      type={props.type}
      classes={props.width ? `govuk-input--width-${props.width}` : undefined}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      spellcheck={props.spellcheck}
      prefix={props.prefix}
      suffix={props.suffix}
    />
  );
}

export type TextAreaProps = Question &
  FieldState & {
    rows?: number | undefined;
    /** Shows how much room is left. The server holds the limit; typing past it is never cut off. */
    maxlength?: number | undefined;
    autocomplete?: string | undefined;
    spellcheck?: boolean | undefined;
  };

/** A question answered in sentences. */
export function TextArea(props: TextAreaProps) {
  const own = {
    name: props.name,
    label: labelOf(props),
    hint: props.hint,
    value: textValue(props.values, props.name),
    errorMessage: messageFor(props, props.name),
    rows: props.rows,
    autocomplete: props.autocomplete,
    spellcheck: props.spellcheck,
  };
  return props.maxlength ? <CharacterCount {...own} maxlength={props.maxlength} threshold={75} /> : <Textarea {...own} />;
}
