import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Choice, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { outcomeOf, type OutcomeCode } from '../../../decision.ts';
import { toBeTold } from '../../deciding.ts';
import { isAnswered } from '../../enquiry.ts';
import type { EnquiryFacts } from './facts.ts';

interface Part {
  ctx: StaffCtx;
  facts: EnquiryFacts;
  say: Again;
}

/** What stands between the picture and a decision for each child, and telling the agencies afterwards. */
export function Deciding({ ctx, facts, say }: Part) {
  const { enquiry, contact, named, decisions } = facts;
  const decides = may(ctx, 'front-door.decide');
  return (
    <section aria-labelledby="deciding">
      <h2 class="govuk-heading-m" id="deciding">
        The decision
      </h2>
      <ul class="govuk-list">
        {named
          .filter((one) => one.part !== 'adult')
          .map((child) => {
            const decision = decisions.find((one) => one.contact_person_id === child.id && one.outcome_code !== 'MASH');
            return (
              <li>
                <strong>{child.name}:</strong>{' '}
                {decision
                  ? `${outcomeOf(decision.outcome_code as OutcomeCode).label}, decided by ${decision.decided_by_name}`
                  : 'not decided yet'}{' '}
                {decides && !enquiry.closed_at && child.person_id ? (
                  <a class="govuk-link" href={`/front-door/contacts/${contact.id}/children/${child.id}/decide`}>
                    {decision ? 'Decide again' : 'Decide'}
                    <span class="govuk-visually-hidden"> for {child.name}</span>
                  </a>
                ) : null}
              </li>
            );
          })}
      </ul>
      {enquiry.decided_at ? (
        <Telling facts={facts} />
      ) : (
        <>
          <Missing ctx={ctx} facts={facts} say={say} />
          {enquiry.rag === 'RED' ? <Second ctx={ctx} facts={facts} say={say} /> : null}
        </>
      )}
    </section>
  );
}

function Telling({ facts }: { facts: EnquiryFacts }) {
  const { enquiry } = facts;
  if (enquiry.closed_at) return <p class="govuk-body">The agencies were told and the enquiry closed, {longMoment(enquiry.closed_at)}.</p>;
  return (
    <p class="govuk-body">
      Decided {enquiry.decided_at ? longMoment(enquiry.decided_at) : ''}.{' '}
      <a class="govuk-link" href={`/front-door/hub/${enquiry.id}/tell`}>
        Tell the agencies that answered ({toBeTold(facts.requests).length}) and close the enquiry
      </a>
    </p>
  );
}

/** Who is missing, and the reason to go on without them. */
function Missing({ ctx, facts, say }: Part) {
  const { enquiry, missing, requests } = facts;
  const nobody = !requests.some((one) => one.state !== 'CANCELLED');
  if (missing.length === 0 && (!nobody || enquiry.proceeded_at))
    return (
      <p class="govuk-body">
        {enquiry.proceeded_without ? 'A reason to go on without every answer is recorded.' : 'Every answer is in.'} The decision can be
        made.
      </p>
    );
  const who = nobody ? 'No agency has been asked.' : `Not answered: ${missing.map((one) => one.agency).join(', ')}.`;
  if (!may(ctx, 'front-door.decide')) return <p class="govuk-body">{who} A manager can decide without them, with a reason.</p>;
  return (
    <>
      <p class="govuk-body">{who} The decision waits for them or for a reason.</p>
      <Details
        summaryText={requests.some((one) => isAnswered(one.state)) ? 'Go on without those missing' : 'Go on without any answer'}
        open={say.errors.some((one) => one.field === 'withoutReason')}
      >
        <Form action={`/front-door/hub/${enquiry.id}/without`} {...formCarries(ctx)}>
          <TextArea
            name="withoutReason"
            label="Why is it decided without them?"
            hint="Those missing are listed with your reason. An agency asked later is waited for again."
            rows={3}
            {...say}
          />
          <Button classes="govuk-button--secondary">Go on without them</Button>
        </Form>
      </Details>
    </>
  );
}

/** A red enquiry ends without further action only with a second manager, who reads what is proposed and answers in their own name. */
function Second({ ctx, facts, say }: Part) {
  const { enquiry, names, second } = facts;
  const at = `/front-door/hub/${enquiry.id}/second`;
  const decides = may(ctx, 'front-door.decide');
  const answered = enquiry.second_by !== null;
  return (
    <>
      <h3 class="govuk-heading-s">Second manager</h3>
      <p class="govuk-body">It is red: no further action, advice, signposting or “the same concern” needs a second manager.</p>
      {enquiry.second_asked_by ? (
        <blockquote class="gt-quote">
          {enquiry.second_proposal}
          <br />
          <span class="gt-small">
            Proposed by {names.get(enquiry.second_asked_by)}, {enquiry.second_asked_at ? longMoment(enquiry.second_asked_at) : ''}
          </span>
        </blockquote>
      ) : null}
      {answered ? (
        <p class="govuk-body">
          {names.get(enquiry.second_by ?? '')} {enquiry.second_agreed ? 'agrees' : 'does not agree'}: {enquiry.second_reason}
          {enquiry.second_agreed && second === null
            ? ' Since then an answer came in or the rating changed, so they have to be asked again.'
            : ''}
        </p>
      ) : null}
      {decides && enquiry.second_asked_by && !answered && enquiry.second_asked_by !== ctx.who.staffId ? (
        <Form action={`${at}/answer`} {...formCarries(ctx)}>
          <Choice
            name="agreed"
            legend="Do you agree as second manager?"
            items={[
              { value: 'yes', text: 'I agree' },
              { value: 'no', text: 'I do not agree' },
            ]}
            inline
            {...say}
          />
          <TextArea name="secondReason" label="Why?" rows={3} {...say} />
          <Button classes="govuk-button--secondary">Answer as second manager</Button>
        </Form>
      ) : null}
      {decides && (!enquiry.second_asked_by || (answered && second === null)) ? (
        <Details summaryText="Ask for a second manager" open={say.errors.some((one) => one.field === 'proposal')}>
          <Form action={`${at}/ask`} {...formCarries(ctx)}>
            <TextArea name="proposal" label="What do you propose, and why is it safe?" rows={3} {...say} />
            <Button classes="govuk-button--secondary">Ask</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
}
