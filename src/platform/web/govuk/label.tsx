import { classNames, hasWords, optionsOf, wordsOf, written } from './wording.ts';
import type { Wording, WordingOptions } from './wording.ts';

/** A label's wording; `isPageHeading` wraps it in the page's h1. */
export type LabelOptions = WordingOptions & { isPageHeading?: boolean | undefined };

/** The label of one control. Renders nothing without wording, as the official template does. */
export function Label(props: { label: Wording<LabelOptions>; for?: string | undefined }) {
  if (!hasWords(props.label)) return null;
  const { classes, attributes, isPageHeading }: LabelOptions = optionsOf(props.label);
  const label = (
    <label class={classNames('govuk-label', classes)} for={props.for} {...written(attributes)}>
      {wordsOf(props.label)}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
