import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { classNames, translations, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type ExitThisPageProps = {
  children?: ComponentChildren;
  redirectUrl?: string | undefined;
  id?: string | undefined;
  activatedText?: string | undefined;
  timedOutText?: string | undefined;
  pressTwoMoreTimesText?: string | undefined;
  pressOneMoreTimeText?: string | undefined;
  classes?: string | null | undefined;
  attributes?: Attributes | undefined;
};

/** One press (or Shift three times) and the page is gone: for anyone who may be watched. */
export function ExitThisPage(props: ExitThisPageProps) {
  const messages = translations({
    activated: props.activatedText,
    'timed-out': props.timedOutText,
    'press-two-more-times': props.pressTwoMoreTimesText,
    'press-one-more-time': props.pressOneMoreTimeText,
  });
  return (
    <div
      id={props.id}
      class={classNames('govuk-exit-this-page', props.classes)}
      data-module="govuk-exit-this-page"
      {...written(props.attributes)}
      {...messages}
    >
      <Button
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={props.redirectUrl || 'https://www.bbc.co.uk/weather'}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {props.children || (
          <>
            <span class="govuk-visually-hidden">Emergency</span> Exit this page
          </>
        )}
      </Button>
    </div>
  );
}
