import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type NotificationBannerProps = {
  /** A single line: written large. Use children for anything longer. */
  text?: ComponentChildren;
  children?: ComponentChildren;
  type?: 'success' | undefined;
  titleText?: ComponentChildren;
  titleId?: string | undefined;
  titleHeadingLevel?: number | undefined;
  role?: string | undefined;
  disableAutoFocus?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Something to know that is not about this page alone, or that what was asked is done. */
export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === 'success';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  const Heading = `h${props.titleHeadingLevel || 2}` as 'h2';
  const line = props.text ? <p class="govuk-notification-banner__heading">{props.text}</p> : null;
  return (
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      role={(props.role || (success ? 'alert' : 'region')) as 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...written(props.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.titleText || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">{props.children || line}</div>
    </div>
  );
}
