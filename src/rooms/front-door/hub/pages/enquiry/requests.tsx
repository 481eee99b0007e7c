import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { questionSets } from '../../../returns/question-sets.codes.ts';
import { isAnswered, isOwed, requestStateWords } from '../../enquiry.ts';
import type { EnquiryFacts } from './facts.ts';

/** Returns in and out: who was asked, where each stands, who is overdue. */
export function Requests({ facts }: { facts: EnquiryFacts }) {
  const at = `/front-door/hub/${facts.enquiry.id}`;
  const asked = facts.requests.filter((one) => one.state !== 'CANCELLED');
  const answered = asked.filter((one) => isAnswered(one.state)).length;
  return (
    <section aria-labelledby="returns">
      <h2 class="govuk-heading-m" id="returns">
        Returns: {answered} of {asked.length} in
      </h2>
      {facts.requests.length === 0 ? (
        <p class="govuk-body">Nobody is asked yet.</p>
      ) : (
        <table class="govuk-table gt-stacks">
          <caption class="govuk-visually-hidden">Agencies asked and where each request stands</caption>
          <thead class="govuk-table__head">
            <tr>
              {['Agency', 'Where it stands', 'Time'].map((heading) => (
                <th scope="col" class="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {facts.requests.map((one) => (
              <Line at={at} one={one} />
            ))}
          </tbody>
        </table>
      )}
      {facts.enquiry.decided_at ? null : (
        <Button
          href={`${at}/ask`}
          classes={facts.requests.length > 0 ? 'govuk-button--secondary' : undefined}
          attributes={{ 'data-shortcut': 'a' }}
        >
          {facts.requests.length > 0 ? 'Ask more agencies' : 'Ask agencies'}
        </Button>
      )}
    </section>
  );
}

function Line({ at, one }: { at: string; one: EnquiryFacts['requests'][number] }) {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={`${at}/requests/${one.id}`}>
          {one.agency}
        </a>
        <br />
        <span class="gt-small">{questionSets.find((set) => set.key === one.discipline)?.name ?? one.discipline}</span>
      </th>
      <td class="govuk-table__cell" data-heading="Where it stands">
        {requestStateWords[one.state]}
        {one.declineReason ? `: ${one.declineReason}` : ''}
        {isOwed(one.state) && one.chased > 0 ? (
          <>
            <br />
            <span class="gt-small">
              Reminded {one.chased === 1 ? 'once' : `${one.chased} times`}, last {one.chases.at(-1)?.how}
            </span>
          </>
        ) : null}
      </td>
      <td class="govuk-table__cell" data-heading="Time">
        {one.clock ? <ClockTag state={one.clock.reading.state} words={one.clock.reading.words} /> : 'Stopped'}
      </td>
    </tr>
  );
}
