import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import type { RequestRow } from '../../asked.store.ts';
import type { OnwardAsk } from '../../onward.store.ts';
import type { QuestionSet } from '../../question-sets.codes.ts';
import { askOf, type AskedAbout } from '../../return.ts';
import type { AgencyReturn } from '../../return.store.ts';
import { Items } from '../items.tsx';

/** What became of it, in the words the hub chose for this agency; nothing of the decision beside. */
export function Outcome({ request }: { request: RequestRow }) {
  if (!request.told_outcome_at) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What became of it</h2>
      <InsetText>{request.told_outcome || 'The hub has decided and thanks you for your answer.'}</InsetText>
      <p class="govuk-body gt-small">The hub told you on {longMoment(request.told_outcome_at)}.</p>
    </>
  );
}

/** Everything this agency released to the request: the return that stands first, those it replaced folded below it. */
export function Returns(props: { returns: readonly AgencyReturn[]; set: QuestionSet; people: readonly AskedAbout[] }) {
  const released = props.returns.filter((one) => one.releasedAt);
  if (released.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What we told the hub</h2>
      {released.map((one) =>
        one.replacedAt ? (
          <Details summaryText={`Replaced: return ${one.number}, released on ${longMoment(one.releasedAt!)}`}>
            <OneReturn {...props} one={one} />
          </Details>
        ) : (
          <OneReturn {...props} one={one} />
        ),
      )}
    </>
  );
}

function OneReturn({ one, set, people }: { one: AgencyReturn; set: QuestionSet; people: readonly AskedAbout[] }) {
  return (
    <>
      <p class="govuk-body">
        Return {one.number}, released by {one.releasedBy} on {longMoment(one.releasedAt!)}.
        {one.correctionReason ? ` Sent again because: ${one.correctionReason}` : ''}
      </p>
      {one.items.length === 0 ? (
        <p class="govuk-body">We said that we know nothing of them.</p>
      ) : (
        <Items items={one.items} set={set} people={people} />
      )}
    </>
  );
}

/** The hub's questions whether single items may leave it, and our answers. */
export function OnwardList({ asks, set }: { asks: readonly OnwardAsk[]; set: QuestionSet }) {
  if (asks.length === 0) return null;
  const answer = (ask: OnwardAsk) =>
    ask.agreed === null ? (
      <a class="govuk-link" href={`/asked-of-us/onward/${ask.id}`}>
        Answer<span class="govuk-visually-hidden"> whether it may go to {ask.toWhom}</span>
      </a>
    ) : (
      `${ask.agreed ? 'May go' : 'May not go'}${ask.answerReason ? `: ${ask.answerReason}` : ''} (${ask.answeredBy})`
    );
  return (
    <Table
      caption="Asked for outside the hub"
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      head={['Item', 'To whom', 'What for', 'Our answer']}
      rows={asks.map((ask) => [
        <>
          {ask.words} <span class="gt-small">{askOf(set, ask.question)}</span>
        </>,
        ask.toWhom,
        ask.purpose,
        answer(ask),
      ])}
    />
  );
}
