import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { Button, Form, TextArea, TextField } from '../../../../platform/web/form-kit.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { factorLabel } from '../../codes.ts';
import { isOver, type ContactState } from '../../contact.ts';
import { decisionSentence, type OutcomeCode } from '../../decision.ts';
import { HubPart } from '../../hub/pages/on-contact.tsx';
import { HowMessagesWent } from '../../feedback/pages/how-messages-went.tsx';
import { calledOfRow } from '../../submitted.ts';
import type { ContactFacts } from './page.tsx';

/** Right: the decision being built, child by child, and what the referrer will be told. */
export function DecisionColumn({ ctx, facts }: { ctx: StaffCtx; facts: ContactFacts }) {
  const over = isOver(facts.contact.state as ContactState);
  return (
    <section aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">
        The decision for each child
      </h2>
      {facts.named
        .filter((one) => one.part !== 'adult')
        .map((child) => (
          <ChildDecision ctx={ctx} facts={facts} child={child} />
        ))}
      <HubPart ctx={ctx} contact={facts.contact} hub={facts.hub} />
      <Handovers ctx={ctx} facts={facts} />
      <Told ctx={ctx} facts={facts} />
      {over ? <p class="govuk-body">This contact is over. Nothing can be added to it.</p> : <Working ctx={ctx} facts={facts} />}
    </section>
  );
}

function ChildDecision({ ctx, facts, child }: { ctx: StaffCtx; facts: ContactFacts; child: ContactFacts['named'][number] }) {
  const name = calledOfRow(child);
  const decision = facts.decisions.find((one) => one.contact_person_id === child.id);
  const open = !isOver(facts.contact.state as ContactState);
  const href = `/front-door/contacts/${facts.contact.id}/children/${child.id}/decide`;
  return (
    <div class="gt-card">
      <h3 class="govuk-heading-s">{name}</h3>
      {decision ? (
        <Decided name={name} decision={decision} />
      ) : (
        <p class="govuk-body">{child.person_id ? 'No decision yet.' : `Say who ${name} is first.`}</p>
      )}
      {open && child.person_id && may(ctx, 'front-door.decide') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            {decision ? `Decide again for ${name}` : `Decide for ${name}`}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function Decided({ name, decision }: { name: string; decision: ContactFacts['decisions'][number] }) {
  return (
    <>
      <p class="govuk-body">
        {decisionSentence({
          childName: name,
          level: decision.level,
          outcomeCode: decision.outcome_code as OutcomeCode,
          factorLabels: decision.factors.map(factorLabel),
          rationale: decision.rationale,
        })}
      </p>
      <p class="govuk-body gt-small">
        Decided by {decision.decided_by_name}, {longMoment(decision.decided_at)}.
      </p>
      <Details
        summaryText={
          <>
            The thinking behind it<span class="govuk-visually-hidden"> for {name}</span>
          </>
        }
      >
        <p class="govuk-body">
          <strong>What it means for {name}:</strong> {decision.analysis}
        </p>
        <p class="govuk-body">
          <strong>What protects them:</strong> {decision.protective}
        </p>
        {decision.history ? (
          <p class="govuk-body">
            <strong>What history tells:</strong> {decision.history}
          </p>
        ) : null}
        {decision.disagreement ? (
          <p class="govuk-body">
            <strong>A different view:</strong> {decision.disagreement}
          </p>
        ) : null}
      </Details>
      <WhereItWent decision={decision} />
    </>
  );
}

const places: Record<string, string> = { referral: '/referrals/', 'early-help': '/early-help/', 'strategy-request': '/strategy/' };

function WhereItWent({ decision }: { decision: ContactFacts['decisions'][number] }) {
  const place = decision.led_to_kind ? places[decision.led_to_kind] : undefined;
  const words: Record<string, string> = {
    referral: 'the referral it opened',
    'early-help': 'the early help it opened',
    'strategy-request': 'the strategy discussion asked for',
  };
  return place && decision.led_to_id ? (
    <p class="govuk-body">
      <a class="govuk-link" href={`${place}${decision.led_to_id}`}>
        See {words[decision.led_to_kind ?? '']}
      </a>
    </p>
  ) : null;
}

function Handovers({ ctx, facts }: { ctx: StaffCtx; facts: ContactFacts }) {
  if (facts.handovers.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Passed on</h3>
      {facts.handovers.map((one) => (
        <div class="gt-card">
          <p class="govuk-body">
            <strong>{one.to_name}</strong>, {one.how}.{' '}
            {one.accepted_at
              ? `Accepted by ${one.accepted_by_name ?? 'them'}, ${longMoment(one.accepted_at)}.`
              : one.returned_at
                ? `Came back ${longMoment(one.returned_at)}: ${one.return_reason ?? ''}`
                : 'Not accepted yet, so do not rely on it.'}
          </p>
          {!one.accepted_at && !one.returned_at && one.how !== 'in Goldthread' && may(ctx, 'front-door.screen') ? (
            <Form action={`/front-door/handovers/${one.id}/accept`} {...formCarries(ctx)}>
              <TextField name="byName" label="Who took it" width={20} />
              <Button classes="govuk-button--secondary">They have taken it</Button>
            </Form>
          ) : null}
        </div>
      ))}
    </>
  );
}

function Told({ ctx, facts }: { ctx: StaffCtx; facts: ContactFacts }) {
  const { contact, feedback, waits } = facts;
  return (
    <>
      <h3 class="govuk-heading-s">Telling the referrer</h3>
      {feedback.map((one) => (
        <p class="govuk-body">
          {one.how === 'none' ? `Not told: ${one.not_told_because}` : `Told by ${one.how}: “${one.told}”`}. {longMoment(one.given_at)}.
          {one.read_at ? ` They read it ${longMoment(one.read_at)}.` : ''}
        </p>
      ))}
      <HowMessagesWent messages={facts.messages} />
      {contact.state === 'DECIDED' && feedback.length === 0 && may(ctx, 'front-door.screen') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/front-door/contacts/${contact.id}/tell`}>
            Tell the referrer
          </a>
        </p>
      ) : null}
      {feedback.length === 0 && contact.state !== 'DECIDED' ? <p class="govuk-body">Once every child has a decision.</p> : null}
      {waits.length > 0 ? <p class="govuk-body">Stays open because {waits.join(', and ')}.</p> : null}
    </>
  );
}

function Working({ ctx, facts }: { ctx: StaffCtx; facts: ContactFacts }) {
  if (!may(ctx, 'front-door.screen')) return null;
  const at = `/front-door/contacts/${facts.contact.id}`;
  return (
    <>
      <h3 class="govuk-heading-s">Notes while screening</h3>
      {facts.notes.map((one) => (
        <p class="govuk-body gt-note">
          {one.note}
          <br />
          <span class="gt-small">
            {one.by}, {longMoment(one.written_at)}
          </span>
        </p>
      ))}
      <Form action={`${at}/notes`} {...formCarries(ctx)}>
        <TextArea name="note" label="Add a note" rows={3} />
        <Button classes="govuk-button--secondary">Add the note</Button>
      </Form>
      {facts.contact.state === 'SCREENING' && facts.contact.referrer_staff_id ? (
        <Details summaryText="Ask the referrer something">
          <Form action={`${at}/question`} {...formCarries(ctx)}>
            <TextArea name="question" label="What do you need to know?" rows={3} />
            <TextField name="safeBecause" label="Why is it safe to wait for the answer?" hint="The clock goes on running" />
            <Button classes="govuk-button--secondary">Ask</Button>
          </Form>
        </Details>
      ) : null}
      <Details summaryText="This repeats another contact">
        <Form action={`${at}/join`} {...formCarries(ctx)}>
          <TextField name="reference" label="Reference of the other contact" hint="For example C-2041" width={10} />
          <Button classes="govuk-button--secondary">Join it to that one</Button>
        </Form>
      </Details>
    </>
  );
}
