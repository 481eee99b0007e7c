import type { ComponentChildren } from 'preact';
import { classNames, hasWords, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording, WordingOptions } from './wording.ts';

/** The question a group of controls answers; `isPageHeading` makes it the page's h1. */
export type LegendOptions = WordingOptions & { isPageHeading?: boolean | undefined };

export type FieldsetOptions = {
  legend?: Wording<LegendOptions>;
  describedBy?: string | undefined;
  classes?: string | undefined;
  role?: string | undefined;
  attributes?: Attributes | undefined;
};

function Legend({ legend }: { legend: Wording<LegendOptions> }) {
  if (!hasWords(legend)) return null;
  const { classes, isPageHeading }: LegendOptions = optionsOf(legend);
  const words = wordsOf(legend);
  return (
    <legend class={classNames('govuk-fieldset__legend', classes)}>
      {isPageHeading ? <h1 class="govuk-fieldset__heading">{words}</h1> : words}
    </legend>
  );
}

/** Controls that answer one question together. */
export function Fieldset(props: FieldsetOptions & { children?: ComponentChildren }) {
  return (
    <fieldset
      class={classNames('govuk-fieldset', props.classes)}
      role={props.role as 'group' | undefined}
      aria-describedby={props.describedBy || undefined}
      {...written(props.attributes)}
    >
      <Legend legend={props.legend} />
      {props.children}
    </fieldset>
  );
}
