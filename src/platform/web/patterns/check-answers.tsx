import type { ComponentChildren } from 'preact';
import { SummaryList } from '../govuk/summary-list.tsx';

export type CheckedAnswer = {
  question: string;
  /** What was answered; empty is shown as "Not answered". Line breaks are kept. */
  answer: ComponentChildren;
  /** Where to change it; left out when it cannot be changed. */
  changeHref?: string | undefined;
  /** What "Change" changes, read out after it; the question unless given. */
  changes?: string | undefined;
};

const isEmpty = (answer: ComponentChildren): boolean => answer === null || answer === undefined || answer === '';

function shown(answer: ComponentChildren): ComponentChildren {
  if (isEmpty(answer)) return <span class="gt-muted">Not answered</span>;
  return typeof answer === 'string' ? <span class="gt-as-typed">{answer}</span> : answer;
}

/** Answers to read through before sending, each with its own way back. */
export function CheckAnswers({ heading, answers }: { heading?: string | undefined; answers: readonly CheckedAnswer[] }) {
  const rows = answers.map(({ question, answer, changeHref, changes }) => ({
    key: question,
    value: shown(answer),
    actions: changeHref
      ? { items: [{ href: changeHref, text: 'Change', visuallyHiddenText: (changes ?? question).toLowerCase() }] }
      : undefined,
  }));
  return (
    <section class="gt-check-answers">
      {heading ? <h2 class="govuk-heading-m">{heading}</h2> : null}
      <SummaryList rows={rows} />
    </section>
  );
}
