import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type WarningTextProps = {
  children?: ComponentChildren;
  iconFallbackText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Something that has consequences. */
export function WarningText({ children, iconFallbackText, classes, attributes }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', classes)} {...written(attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
      </strong>
    </div>
  );
}
