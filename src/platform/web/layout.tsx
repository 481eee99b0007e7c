/** The two kinds of page: staff (dense, one header line) and public or family (roomy, a way out at the top). */
import type { ComponentChildren } from 'preact';
import type { FieldError } from '../access/refusal.ts';
import { ErrorsAtTop } from './errors-at-top.tsx';
import { FlashMessage } from './flash-message.tsx';
import type { Flash } from './flash-message.tsx';
import { Breadcrumbs } from './govuk/breadcrumbs.tsx';
import { ExitThisPage } from './govuk/exit-this-page.tsx';
import { GenericHeader } from './govuk/generic-header.tsx';
import { ServiceNavigation } from './govuk/service-navigation.tsx';
import { SkipLink } from './govuk/skip-link.tsx';
import { PageFooter } from './page-footer.tsx';
import { PageShell } from './page-shell.tsx';
import { PersonLine } from './person-line.tsx';
import type { SignedInPerson } from './person-line.tsx';

export { document } from './page-shell.tsx';
export type { FieldError } from '../access/refusal.ts';
export type { Flash } from './flash-message.tsx';

export type StaffPage = {
  /** What the page is about; "Error: " is put before it when there are errors. */
  title: string;
  person: SignedInPerson;
  /** By what people do. An item appears only when its pages exist. */
  navigation: readonly { href: string; label: string; active: boolean }[];
  /** From the widest to this page; without an address the item is the page itself. */
  breadcrumbs?: readonly { href?: string; label: string }[] | undefined;
  nonce: string;
  csrf: string;
  flash?: Flash | undefined;
  errors?: readonly FieldError[] | undefined;
  /** Takes the whole width of the window, for tables and pages in three columns. */
  wide?: boolean | undefined;
  /** Says on every page that the people are invented. */
  demonstration?: boolean | undefined;
  /** Seconds after which it is asked for again where scripts do not run. */
  again?: number | undefined;
  children: ComponentChildren;
};

/** A page for staff of any agency. The errors given here are listed at the top; the page need not list them again. */
export function StaffLayout(props: StaffPage) {
  const { title, errors, nonce, wide } = props;
  const navigation = props.navigation.map(({ href, label, active }) => ({ href, text: label, active }));
  const crumbs = props.breadcrumbs?.map(({ href, label }) => ({ href, text: label }));
  return (
    <PageShell title={title} errors={errors} nonce={nonce} classes={wide ? 'gt-staff gt-wide' : 'gt-staff'} again={props.again}>
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <header class="gt-header">
        <PersonLine person={props.person} csrf={props.csrf} demonstration={props.demonstration ?? false} />
        <ServiceNavigation navigation={navigation} navigationLabel="What you can do" />
      </header>
      <div class="govuk-width-container">
        {crumbs?.length ? <Breadcrumbs items={crumbs} labelText="Where you are" /> : null}
        <main class="govuk-main-wrapper" id="main-content">
          <ErrorsAtTop errors={errors} />
          <FlashMessage flash={props.flash} />
          {props.children}
        </main>
      </div>
      <PageFooter audience="staff" />
    </PageShell>
  );
}

export type PublicPage = {
  title: string;
  nonce: string;
  /** A way out for anyone who may be watched. On unless turned off. */
  exitThisPage?: boolean | undefined;
  errors?: readonly FieldError[] | undefined;
  /** The language of the page, as a BCP 47 tag. English unless given. */
  language?: string | undefined;
  children: ComponentChildren;
};

const elsewhere = 'https://www.bbc.co.uk/weather';

/** A page anyone may open, or a family's own page: large, plain, with a way out. */
export function PublicLayout({ title, nonce, exitThisPage = true, errors, language = 'en', children }: PublicPage) {
  return (
    <PageShell title={title} errors={errors} nonce={nonce} classes="gt-family" language={language}>
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <header class="gt-header">
        {exitThisPage ? (
          <SkipLink href={elsewhere} classes="govuk-js-exit-this-page-skiplink" attributes={{ rel: 'nofollow noreferrer' }}>
            Exit this page
          </SkipLink>
        ) : null}
        <GenericHeader logoText="Goldthread" />
      </header>
      <div class="govuk-width-container">
        {exitThisPage ? <ExitThisPage redirectUrl={elsewhere} /> : null}
        <main class="govuk-main-wrapper" id="main-content">
          <ErrorsAtTop errors={errors} />
          {children}
        </main>
      </div>
      <PageFooter audience="public" />
    </PageShell>
  );
}
