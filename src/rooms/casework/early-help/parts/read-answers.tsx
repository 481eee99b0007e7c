import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';

export type ReadAnswer = readonly [question: string, answer: string | number | null | undefined];

/** What was answered, to read: for a page nobody may change any more, or not this person. */
export function ReadAnswers({ answers }: { answers: readonly ReadAnswer[] }) {
  const rows = answers.map(([key, answer]) => ({
    key,
    value:
      answer === null || answer === undefined || answer === '' ? (
        <span class="gt-muted">Not answered</span>
      ) : (
        <span class="gt-as-typed">{answer}</span>
      ),
  }));
  return <SummaryList rows={rows} />;
}
