import type { ComponentChildren } from 'preact';
import { classNames, hasWords, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type ErrorSummaryProps = {
  titleText: ComponentChildren;
  descriptionText?: ComponentChildren;
  errorList?: readonly { text?: ComponentChildren; href?: string | undefined; attributes?: Attributes | undefined }[] | undefined;
  disableAutoFocus?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** All that is wrong with a form, at the top of the page, each a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const focus = props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus);
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={focus}
      {...written(props.attributes)}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleText}</h2>
        <div class="govuk-error-summary__body">
          {hasWords(props.descriptionText) ? <p>{props.descriptionText}</p> : null}
          {props.errorList?.length ? (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map((error) => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...written(error.attributes)}>
                      {error.text}
                    </a>
                  ) : (
                    error.text
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}
