import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type GenericHeaderProps = {
  logoText: ComponentChildren;
  url?: string | undefined;
  containerClasses?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  /** What stands on the same line after the name (our own addition). */
  children?: ComponentChildren;
};

/** The header for services that are not on GOV.UK: a name that leads home. */
export function GenericHeader({ logoText, url, containerClasses, classes, attributes, children }: GenericHeaderProps) {
  return (
    <div class={classNames('govuk-generic-header', classes)} {...written(attributes)}>
      <div class={`govuk-generic-header__container ${containerClasses || 'govuk-width-container'}`}>
        <div class="govuk-generic-header__logo">
          <a href={url || '/'} class="govuk-generic-header__homepage-link">
            {logoText}
          </a>
        </div>
        {children}
      </div>
    </div>
  );
}
