import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Choice, errorFor, Form, TextArea, textValue } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { Input } from '../../../../../platform/web/govuk/input.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { colours, suggestedColour } from '../../notification.ts';
import { kindWords, questionKinds } from '../../question.ts';
import { colourKeys, colourWords, outcomes, outcomeWords } from '../../triage.ts';
import { ColourTag } from '../frame.tsx';
import type { IncidentFacts } from './page.tsx';

type Props = { ctx: StaffCtx; facts: IncidentFacts; again?: Again | undefined };

/** What is made of it: told twice or not, colour, where it goes; what the police were asked; who was told. */
export function MadeColumn({ ctx, facts, again }: Props) {
  const { incident } = facts;
  return (
    <section aria-labelledby="made">
      <h2 class="govuk-heading-m" id="made">
        What is made of it
      </h2>
      <Joins ctx={ctx} facts={facts} />
      {facts.isClosed ? <p class="govuk-body">The contact is closed.</p> : <TriageForm ctx={ctx} facts={facts} again={again} />}
      <p class="govuk-body">
        <a class="govuk-link" href={`/front-door/contacts/${incident.contactId}`} data-shortcut="o">
          Open contact {incident.reference}
        </a>
        : recognise, decide for each child, tell the referrer.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/front-door/police/${incident.contactId}/tell`} data-shortcut="t">
          Tell a school or somebody else
        </a>
      </p>
      <Said ctx={ctx} facts={facts} />
      <Details summaryText="Ask the police" open={Boolean(again?.errors.some((one) => one.field === 'question'))}>
        <Ask ctx={ctx} facts={facts} again={again} />
      </Details>
    </section>
  );
}

function Joins({ ctx, facts }: Props) {
  const waiting = facts.joins.filter((one) => one.answer === null);
  return (
    <>
      {waiting.map((one) => (
        <Form action={`/front-door/police/${facts.incident.contactId}/join`} {...formCarries(ctx)}>
          <p class="govuk-body">
            <strong>This may be the same incident as </strong>
            <a class="govuk-link" href={`/front-door/contacts/${one.earlierId}`}>
              {one.earlierReference}
            </a>
            : {one.reasons.join('; ')}.
          </p>
          <input type="hidden" name="joinId" value={one.id} />
          <div class="govuk-button-group">
            <Button classes="govuk-button--secondary" attributes={{ name: 'answer', value: 'joined' }}>
              One incident: join them
            </Button>
            <Button classes="govuk-button--secondary" attributes={{ name: 'answer', value: 'kept apart' }}>
              Two incidents
            </Button>
          </div>
        </Form>
      ))}
    </>
  );
}

function TriageForm({ ctx, facts, again }: Props) {
  const { incident } = facts;
  const state = { values: again?.values ?? {}, errors: again?.errors ?? [] };
  const suggestion = suggestedColour(incident);
  return (
    <Form action={`/front-door/police/${incident.contactId}/triage`} {...formCarries(ctx)}>
      {suggestion ? (
        <p class="govuk-body">
          Suggested: <ColourTag colour={suggestion.colour} /> because {suggestion.because}. It is for you to say.
        </p>
      ) : null}
      <Choice
        name="colour"
        legend="Colour"
        size="s"
        small
        hint="r, a, g, b"
        items={colours
          .toReversed()
          .map((value) => ({ value, text: colourWords[value], attributes: { 'data-shortcut': colourKeys[value] } }))}
        {...state}
      />
      <Choice
        name="outcome"
        legend="Where it goes"
        size="s"
        small
        hint="1, 2, 3"
        items={outcomes.map((value) => ({
          value,
          text: outcomeWords[value].label,
          hint: outcomeWords[value].means,
          attributes: { 'data-shortcut': outcomeWords[value].key },
        }))}
        {...state}
      />
      <Input
        name="why"
        id="why"
        label="Why, in a line"
        hint="w, then Enter keeps it and goes to the next"
        value={textValue(state.values, 'why') || undefined}
        errorMessage={errorFor(state.errors, 'why')}
        attributes={{ 'data-shortcut': 'w' }}
      />
      <div class="govuk-button-group">
        <Button attributes={{ 'data-shortcut': 's' }}>Keep it and go to the next</Button>
        <Button classes="govuk-button--secondary" attributes={{ name: 'then', value: 'stop' }}>
          Keep it and stop
        </Button>
      </div>
    </Form>
  );
}

/** What was said, asked and told so far, latest first. */
function Said({ ctx, facts }: Props) {
  const today = londonDate(ctx.now);
  return (
    <ul class="govuk-list">
      {facts.triages.map((one) => (
        <li>
          {one.standing ? 'Gone through' : 'Before'}: {one.colour.toLowerCase()}, {outcomeWords[one.outcome].label.toLowerCase()}. {one.why}{' '}
          ({one.by}, {shortMoment(one.at, today)})
        </li>
      ))}
      {facts.questions.map((one) => (
        <li>
          <strong>Asked the police:</strong> {one.question} ({one.askedBy}, {shortMoment(one.askedAt, today)}).{' '}
          {one.answeredAt
            ? `They say${one.agreed === null ? '' : one.agreed ? ', agreeing' : ', not agreeing'}: ${one.answer} (${one.answeredBy ?? 'the police'}, ${shortMoment(one.answeredAt, today)})`
            : 'No answer yet.'}
        </li>
      ))}
      {facts.tellings.map((one) => (
        <li>
          <strong>
            Told the {one.toldTo} about {one.aboutName}:
          </strong>{' '}
          {one.toName}. {one.words} ({one.by}, {shortMoment(one.at, today)})
        </li>
      ))}
      {facts.joins
        .filter((one) => one.answer !== null)
        .map((one) => (
          <li>
            {one.answer === 'joined' ? 'Joined to' : 'Kept apart from'} {one.earlierReference} by {one.answeredBy}
          </li>
        ))}
    </ul>
  );
}

function Ask({ ctx, facts, again }: Props) {
  const state = { values: again?.values ?? {}, errors: again?.errors ?? [] };
  return (
    <Form action={`/front-door/police/${facts.incident.contactId}/ask`} {...formCarries(ctx)}>
      <Choice
        name="kind"
        legend="What about?"
        size="s"
        small
        items={questionKinds.map((value) => ({ value, text: kindWords[value] }))}
        {...state}
      />
      <TextArea name="question" label="Your question" rows={3} {...state} />
      <Button classes="govuk-button--secondary">Ask them</Button>
    </Form>
  );
}
