import type { ComponentChildren } from 'preact';
import { Tag } from './tag.tsx';
import { classNames, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording } from './wording.ts';

export type PhaseBannerProps = {
  tag: Wording;
  children?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** A line under the header: that this is a demonstration, and that the people in it are invented. */
export function PhaseBanner({ tag, children, classes, attributes }: PhaseBannerProps) {
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', classes)} {...written(attributes)}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', optionsOf(tag).classes)}>{wordsOf(tag)}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
