import { Fieldset } from './fieldset.tsx';
import type { FieldsetOptions } from './fieldset.tsx';
import { Descriptions, FormGroup, describedBy } from './form-group.tsx';
import type { Described, FormGroupOptions } from './form-group.tsx';
import { Input } from './input.tsx';
import { classNames, wordsOf, written } from './wording.ts';
import type { Attributes } from './wording.ts';

/** One box of a date. A name of "day", "month" or "year" (or of the option of that name) takes that part's value and width. */
export type DatePart = {
  name?: string | undefined;
  label?: string | undefined;
  value?: string | number | undefined;
  id?: string | undefined;
  /** True marks this box as wrong; false keeps it unmarked. */
  error?: boolean | undefined;
  inputmode?: string | undefined;
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type DateInputProps = Described & {
  id: string;
  namePrefix?: string | undefined;
  /** Values by full name ("birth-day") or by part ("day"). */
  values?: Readonly<Record<string, string | number | undefined>> | undefined;
  day?: DatePart | false | undefined;
  month?: DatePart | false | undefined;
  year?: DatePart | false | undefined;
  items?: readonly (DatePart | null | undefined | false)[] | undefined;
  fieldset?: FieldsetOptions | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  formGroup?: FormGroupOptions | undefined;
};

const parts = ['day', 'month', 'year'] as const;

function standardParts(props: DateInputProps): (DatePart | false)[] {
  return parts.map(
    (name) => props[name] ?? { name, value: props.values?.[name], classes: `govuk-input--width-${name === 'year' ? 4 : 2}` },
  );
}

const marked = (part: DatePart): boolean => Boolean(part.error) || Boolean(part.classes?.includes('govuk-input--error'));

function partClasses(props: DateInputProps, part: DatePart, width: number, anyMarked: boolean): string {
  const wrong = marked(part) || (part.error !== false && Boolean(props.errorMessage) && !anyMarked);
  return classNames(
    'govuk-date-input__input',
    wrong && !part.classes?.includes('govuk-input--error') && 'govuk-input--error',
    !part.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
    part.classes,
  );
}

function DateBox({
  props,
  part,
  standard,
  anyMarked,
}: {
  props: DateInputProps;
  part: DatePart;
  standard: (DatePart | false)[];
  anyMarked: boolean;
}) {
  const own = standard.map((each) => each || {});
  const position = own.findIndex((each, index) => each === part || (part.name && [parts[index], each.name].includes(part.name)));
  const name = part.name ?? parts[position] ?? '';
  const full = `${props.namePrefix ? `${props.namePrefix}-` : ''}${name}`;
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: part.label || name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(), classes: 'govuk-date-input__label' }}
        id={part.id || `${props.id}-${name}`}
        classes={partClasses(props, part, position === 2 ? 4 : 2, anyMarked)}
        name={full}
        value={part.value ?? own[position]?.value ?? props.values?.[full]}
        type="text"
        inputmode={part.inputmode || 'numeric'}
        autocomplete={part.autocomplete}
        pattern={part.pattern}
        attributes={part.attributes}
      />
    </div>
  );
}

/** A date someone knows: day, month and year in three boxes. */
export function DateInput(props: DateInputProps) {
  const standard = standardParts(props);
  const shown = (props.items?.length ? props.items : standard).filter((part) => Boolean(part)) as DatePart[];
  const anyMarked = shown.some(marked);
  const body = (
    <>
      <Descriptions id={props.id} field={props} />
      <div class={classNames('govuk-date-input', props.classes)} id={props.id || undefined} {...written(props.attributes)}>
        {wordsOf(props.formGroup?.beforeInputs)}
        {shown.map((part) => (
          <DateBox props={props} part={part} standard={standard} anyMarked={anyMarked} />
        ))}
        {wordsOf(props.formGroup?.afterInputs)}
      </div>
    </>
  );
  const described = describedBy(props.id, props, props.fieldset?.describedBy);
  return (
    <FormGroup error={Boolean(props.errorMessage)} options={props.formGroup}>
      {props.fieldset ? (
        <Fieldset {...props.fieldset} role="group" describedBy={described}>
          {body}
        </Fieldset>
      ) : (
        body
      )}
    </FormGroup>
  );
}
