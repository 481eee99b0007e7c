import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type DetailsProps = {
  summaryText: ComponentChildren;
  children?: ComponentChildren;
  id?: string | undefined;
  open?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** More, for those who want it. */
export function Details({ summaryText, children, id, open, classes, attributes }: DetailsProps) {
  return (
    <details id={id} class={classNames('govuk-details', classes)} {...written(attributes)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
