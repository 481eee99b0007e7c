import type { ComponentChildren } from 'preact';
import { classNames, hasWords, wordsOf, written } from './wording.ts';
import type { Attributes, Wording } from './wording.ts';

type FooterLink = { text?: ComponentChildren; href?: string | undefined; attributes?: Attributes | undefined };

export type FooterSection = {
  title: string;
  items?: readonly FooterLink[] | undefined;
  columns?: number | undefined;
  width?: string | undefined;
};

export type FooterProps = {
  navigation?: readonly FooterSection[] | undefined;
  meta?: { items?: readonly FooterLink[]; text?: ComponentChildren; visuallyHiddenTitle?: string } | undefined;
  /** Only shown when given: a council's pages are not Crown copyright. */
  contentLicence?: Wording;
  containerClasses?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function Section({ section }: { section: FooterSection }) {
  const columns = section.columns ? `govuk-footer__list--columns-${section.columns}` : '';
  return (
    <div class={`govuk-footer__section govuk-grid-column-${section.width || 'full'}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
      {section.items?.length ? (
        <ul class={classNames('govuk-footer__list', columns)}>
          {section.items.map((item) =>
            item.href && item.text ? (
              <li class="govuk-footer__list-item">
                <a class="govuk-footer__link" href={item.href} {...written(item.attributes)}>
                  {item.text}
                </a>
              </li>
            ) : null,
          )}
        </ul>
      ) : null}
    </div>
  );
}

function Meta({ meta }: { meta: NonNullable<FooterProps['meta']> }) {
  return (
    <>
      <h2 class="govuk-visually-hidden">{meta.visuallyHiddenTitle || 'Support links'}</h2>
      {meta.items?.length ? (
        <ul class="govuk-footer__inline-list">
          {meta.items.map((item) => (
            <li class="govuk-footer__inline-list-item">
              <a class="govuk-footer__link" href={item.href} {...written(item.attributes)}>
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {hasWords(meta.text) ? <div class="govuk-footer__meta-custom">{meta.text}</div> : null}
    </>
  );
}

/** The end of the page. The official footer without its crown, its licence by default and Crown copyright. */
export function Footer(props: FooterProps) {
  return (
    <div class={classNames('govuk-footer', props.classes)} {...written(props.attributes)}>
      <div class={classNames('govuk-width-container', props.containerClasses)}>
        {props.navigation?.length ? (
          <>
            <div class="govuk-footer__navigation">
              {props.navigation.map((section) => (
                <Section section={section} />
              ))}
            </div>
            <hr class="govuk-footer__section-break" />
          </>
        ) : null}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {props.meta ? <Meta meta={props.meta} /> : null}
            {hasWords(props.contentLicence) ? <span class="govuk-footer__licence-description">{wordsOf(props.contentLicence)}</span> : null}
          </div>
        </div>
      </div>
    </div>
  );
}
