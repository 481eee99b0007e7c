import { Details } from '../../../../platform/web/govuk/details.tsx';

/** Last time's answers beside this time's, when there was a last time. */
export function LastTime({ answers }: { answers: readonly (readonly [question: string, answer: string | number | null])[] }) {
  const given = answers.filter(([, answer]) => answer !== null && answer !== '');
  return (
    <aside aria-label="Last time">
      <Details summaryText="Last time" open={given.length > 0}>
        {given.length === 0 ? (
          <p class="govuk-body gt-muted">Nothing was recorded here last time, or there was no assessment before that is open to you.</p>
        ) : null}
        {given.map(([question, answer]) => (
          <>
            <h3 class="govuk-heading-s">{question}</h3>
            <p class="govuk-body gt-as-typed">{answer}</p>
          </>
        ))}
      </Details>
    </aside>
  );
}
