import type { ComponentChildren } from 'preact';

/** The ways a request ends without an answer. A refusal is a rule that said no, in its own words. */
export type ErrorKind = 'not found' | 'refused' | 'fault' | 'busy';

export type ErrorPageProps = {
  kind: ErrorKind;
  /** The rule's own words; for a refusal only. */
  words?: string | undefined;
  /** What was kept of what the person wrote, for example "Your draft from 14:02 is kept." */
  kept?: string | undefined;
  /** Where to go now. */
  back?: { href: string; text: string } | undefined;
  /** A number an administrator can find the fault by. Never shown alone. */
  reference?: string | undefined;
  children?: ComponentChildren;
};

const sayings: Readonly<Record<ErrorKind, { title: string; happened: string; toDo: string }>> = {
  'not found': {
    title: 'Page not found',
    happened: 'There is nothing at this address, or it is not open to you.',
    toDo: 'If you typed the address, check it is correct. If you followed a link, the record may have been closed or moved to another team.',
  },
  refused: {
    title: 'This cannot be done yet',
    happened: 'A rule of the work stands against it.',
    toDo: 'Put right what is named above and try again. If you think the rule is wrong here, ask your manager.',
  },
  fault: {
    title: 'Sorry, something went wrong',
    happened: 'This is a fault in the service, not something you did. It has been recorded.',
    toDo: 'Try again. If it happens again, tell your administrator the reference.',
  },
  busy: {
    title: 'Sorry, try again in a moment',
    happened: 'The service cannot answer just now. This usually lasts a few seconds.',
    toDo: 'Wait a moment and try again. If a child is in immediate danger, call 999 now.',
  },
};

/** The title of the page, for its <title>. */
export function errorTitle(kind: ErrorKind): string {
  return sayings[kind].title;
}

/** What happened, what was kept, what to do. Never a code alone. */
export function ErrorPage({ kind, words, kept, back, reference, children }: ErrorPageProps) {
  const saying = sayings[kind];
  return (
    <>
      <h1 class="govuk-heading-l">{saying.title}</h1>
      <p class="govuk-body">{words ?? saying.happened}</p>
      <p class="govuk-body">{kept ?? 'Nothing was changed.'}</p>
      <p class="govuk-body">{saying.toDo}</p>
      {children}
      {reference ? (
        <p class="govuk-body">
          Reference: <span class="gt-reference">{reference}</span>
        </p>
      ) : null}
      {back ? (
        <p class="govuk-body">
          <a class="govuk-link" href={back.href}>
            {back.text}
          </a>
        </p>
      ) : null}
    </>
  );
}
