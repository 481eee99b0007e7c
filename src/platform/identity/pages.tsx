import type { VNode } from 'preact';
import { Button } from '../web/govuk/button.tsx';
import { PublicLayout } from '../web/layout.tsx';
import type { ProviderRow } from './provider.store.ts';

interface SignInPage {
  providers: readonly ProviderRow[];
  to: string;
  signedOut: boolean;
  demonstration: boolean;
}

/** The sign-in page: one button for each provider. A link, not a form: the policy of our pages lets no form lead to another site. */
export function SignInWays({ providers, to, signedOut, demonstration }: SignInPage) {
  return (
    <>
      <h1 class="govuk-heading-l">{signedOut ? 'You are signed out' : 'Sign in to Goldthread'}</h1>
      {signedOut ? (
        <p class="govuk-body">Close this window if other people use this computer.</p>
      ) : (
        <p class="govuk-body">For people who work with children and families. Use the account you have at work.</p>
      )}
      {demonstration ? <div class="govuk-inset-text">This is a demonstration. Everyone in it is invented.</div> : null}
      {providers.length === 0 ? <p class="govuk-body">No way of signing in has been set up yet. Ask your administrator.</p> : null}
      {providers.map((provider) => (
        <p>
          <Button href={`/sign-in/start/${provider.id}?to=${encodeURIComponent(to)}`}>{`Sign in with ${provider.name}`}</Button>
        </p>
      ))}
      <p class="govuk-body">
        Worried about a child, and you do not work here?{' '}
        <a class="govuk-link" href="/concern">
          Tell us about your concern
        </a>
        . If a child is in immediate danger, call 999.
      </p>
    </>
  );
}

interface PlainPage {
  title: string;
  nonce: string;
  words: readonly string[];
  link: { href: string; text: string };
}

/** A page before anyone is signed in: what happened and what to do. */
export function PlainPage({ title, nonce, words, link }: PlainPage): VNode {
  return (
    <PublicLayout title={title} nonce={nonce} exitThisPage={false}>
      <h1 class="govuk-heading-l">{title}</h1>
      {words.map((one) => (
        <p class="govuk-body">{one}</p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={link.href}>
          {link.text}
        </a>
      </p>
    </PublicLayout>
  );
}

const again = { href: '/sign-in', text: 'Go to the sign-in page' };

export const notSetUpPage = (nonce: string): VNode =>
  PlainPage({
    title: 'You are not set up here yet',
    nonce,
    link: again,
    words: [
      'Your account was recognised, but it does not open Goldthread today.',
      'Ask the Goldthread administrator of your agency to add you, or to check your role and its dates. If your agency has only just joined, its agreement may not be recorded yet.',
    ],
  });

export const awayPage = (nonce: string): VNode =>
  PlainPage({
    title: 'Signing in is not possible just now',
    nonce,
    link: { href: '/sign-in', text: 'Try again' },
    words: [
      'The service that checks your work account did not answer. Nothing is wrong with your account, and nothing was changed.',
      'Try again in a minute. If a child is in immediate danger, call 999 now.',
    ],
  });

export const startAgainPage = (nonce: string): VNode =>
  PlainPage({
    title: 'Please sign in again',
    nonce,
    link: again,
    words: ['This sign-in was stopped at your provider, begun too long ago or in another browser, or already used. Nothing was changed.'],
  });
