import type { ComponentChildren } from 'preact';
import type { LegendOptions } from '../govuk/fieldset.tsx';
import type { LabelOptions } from '../govuk/label.tsx';

type Size = 's' | 'm' | 'l' | 'xl';

/** A question with a label: its name in the form (also its id), its wording and its help. */
export type Question = {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** How large the wording is; small and bold unless given. */
  size?: Size | undefined;
  /** The question is the whole page: its wording becomes the h1. */
  isPageHeading?: boolean | undefined;
};

/** A question with several controls: a legend instead of a label. */
export type GroupQuestion = Omit<Question, 'label'> & { legend: ComponentChildren };

export function labelOf({ label, size = 's', isPageHeading }: Question): LabelOptions {
  return { text: label, classes: `govuk-label--${size}`, isPageHeading };
}

export function legendOf({ legend, size = 's', isPageHeading }: GroupQuestion): LegendOptions {
  return { text: legend, classes: `govuk-fieldset__legend--${size}`, isPageHeading };
}
