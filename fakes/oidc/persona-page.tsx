import { PublicLayout } from '../../src/platform/web/layout.tsx';

/** Someone invented whom a visitor may be for a while. */
export interface Persona {
  /** The subject of the token: the member of staff's id. */
  subject: string;
  name: string;
  role: string;
  agency: string;
  /** One line on what their day looks like. */
  day: string;
}

function PersonaRow({ persona, uid }: { persona: Persona; uid: string }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">
        {persona.name}
        <br />
        <span class="govuk-!-font-weight-regular">{persona.role}</span>
      </dt>
      <dd class="govuk-summary-list__value">
        {persona.agency}
        <br />
        {persona.day}
      </dd>
      <dd class="govuk-summary-list__actions">
        <form method="post" action={`/personas/${uid}/${persona.subject}`} noValidate>
          <button type="submit" class="govuk-button govuk-!-margin-bottom-0" data-module="govuk-button">
            Sign in
            <span class="govuk-visually-hidden">
              {' '}
              as {persona.name}, {persona.role}
            </span>
          </button>
        </form>
      </dd>
    </div>
  );
}

/** One click each, all of them invented. */
export function PersonaPage({ personas, uid, nonce }: { personas: readonly Persona[]; uid: string; nonce: string }) {
  return (
    <PublicLayout title="Who would you like to be?" nonce={nonce} exitThisPage={false}>
      <h1 class="govuk-heading-l">Who would you like to be?</h1>
      <div class="govuk-inset-text">
        This is a demonstration. Everyone below is invented (synthetic), and so is every child and family inside. Never enter anything about
        a real person.
      </div>
      {personas.length === 0 ? (
        <p class="govuk-body">Nobody has been added to this demonstration yet. Start Goldthread with an empty data folder to fill it.</p>
      ) : null}
      <dl class="govuk-summary-list">
        {personas.map((persona) => (
          <PersonaRow persona={persona} uid={uid} />
        ))}
      </dl>
    </PublicLayout>
  );
}

/** The sign-in was begun too long ago, or in another browser. */
export function StartAgainPage({ application, nonce }: { application: string; nonce: string }) {
  return (
    <PublicLayout title="Start signing in again" nonce={nonce} exitThisPage={false}>
      <h1 class="govuk-heading-l">Start signing in again</h1>
      <p class="govuk-body">This page was opened too long ago, or in another browser. Nothing was changed.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${application}/sign-in`}>
          Go to the sign-in page
        </a>
      </p>
    </PublicLayout>
  );
}
