import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { Button, Choice, Form, SelectField, TextArea } from '../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import type { Again } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { objectionTo, outcomes, outcomeWords, stageWords, standingOf, type Move, type Outcome, type Side } from '../disagreement.ts';
import type { Colleague, DisagreementRow } from '../disagreement.store.ts';

interface Steps {
  ctx: StaffCtx;
  row: DisagreementRow;
  side: Side | null;
  again: Again;
  /** Those of the reader's agency who may be named to speak. */
  colleagues: readonly Colleague[];
}

/** What the reader may do now: only that, each step a form of its own. */
export function WhatYouMayDo(steps: Steps) {
  if (steps.row.state !== 'OPEN' || steps.side === null) return null;
  return (
    <section aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        What you may do now
      </h2>
      <Answer {...steps} />
      <Say {...steps} />
      <Settle {...steps} move="propose" title="Propose how to settle it" button="Propose it" />
      <Settle {...steps} move="judge" title="Judge it" button="Record the judgement" />
      <MoveUp {...steps} />
      <Name {...steps} />
      <Withdraw {...steps} />
    </section>
  );
}

const can = ({ ctx, row, side }: Steps, move: Move): boolean => objectionTo(move, standingOf(row), side, ctx.who.staffId) === null;
const at = ({ row }: Steps, step: string): string => `/disagreements/${row.id}/${step}`;

/** A step folded away until it is wanted, or until something in it needs changing. */
function Step({ title, fields, again, children }: { title: string; fields: readonly string[]; again: Again; children: ComponentChildren }) {
  return (
    <Details summaryText={title} open={again.errors.some((error) => fields.includes(error.field)) || undefined}>
      {children}
    </Details>
  );
}

function Answer(steps: Steps) {
  const { ctx, row, again } = steps;
  if (!row.proposed_outcome) return null;
  return (
    <>
      <InsetText>
        <strong>Proposed: {outcomeWords[row.proposed_outcome as Outcome].toLowerCase()}.</strong>{' '}
        <span class="gt-as-typed">{row.proposed_words}</span>
        <br />
        What both learn: {row.proposed_learning}
      </InsetText>
      {can(steps, 'agree') ? (
        <>
          <Form action={at(steps, 'agree')} {...formCarries(ctx)}>
            <Button>Agree: it is settled so</Button>
          </Form>
          <Form action={at(steps, 'not-agree')} {...formCarries(ctx)}>
            <TextArea name="whyNot" label="Why you do not agree" rows={2} {...again} />
            <Button classes="govuk-button--secondary">Do not agree</Button>
          </Form>
        </>
      ) : (
        <p class="govuk-body">The other side agrees to it or not.</p>
      )}
    </>
  );
}

function Say(steps: Steps) {
  if (!can(steps, 'say')) return null;
  return (
    <Form action={at(steps, 'say')} {...formCarries(steps.ctx)}>
      <Choice
        name="kind"
        legend="Write down"
        inline
        items={[
          { value: 'said', text: 'What was said between us' },
          { value: 'protection', text: 'What is done to protect the child' },
        ]}
        {...steps.again}
      />
      <TextArea name="words" label="In words both sides read" rows={3} {...steps.again} />
      <Button classes="govuk-button--secondary">Write it down</Button>
    </Form>
  );
}

function Settle(steps: Steps & { move: 'propose' | 'judge'; title: string; button: string }) {
  if (!can(steps, steps.move)) return null;
  return (
    <Step title={steps.title} fields={['outcome', 'settled', 'learning']} again={steps.again}>
      <Form action={at(steps, steps.move)} {...formCarries(steps.ctx)}>
        <Choice
          name="outcome"
          legend="The decision"
          items={outcomes.map((one) => ({ value: one, text: outcomeWords[one] }))}
          {...steps.again}
        />
        <TextArea name="settled" label="In words" rows={3} {...steps.again} />
        <TextArea name="learning" label="What do both services learn?" hint="Name nobody: others read it." rows={2} {...steps.again} />
        <Button>{steps.button}</Button>
      </Form>
    </Step>
  );
}

function MoveUp(steps: Steps) {
  if (!can(steps, 'move up')) return null;
  return (
    <Step title={`Move it up to ${stageWords(steps.row.stage + 1).toLowerCase()}`} fields={['because']} again={steps.again}>
      <Form action={at(steps, 'up')} {...formCarries(steps.ctx)}>
        <TextArea name="because" label="Why: what was tried, and what is still open?" rows={3} {...steps.again} />
        <Button classes="govuk-button--secondary">Move it up</Button>
      </Form>
    </Step>
  );
}

function Name(steps: Steps) {
  if (!can(steps, 'name a speaker') || steps.colleagues.length === 0) return null;
  return (
    <Step title="Name who speaks for your agency" fields={['staffId']} again={steps.again}>
      <Form action={at(steps, 'speaker')} {...formCarries(steps.ctx)}>
        <SelectField
          name="staffId"
          label="Who"
          items={steps.colleagues.map((one) => ({ value: one.id, text: `${one.name}, ${one.title}` }))}
          {...steps.again}
        />
        <Button classes="govuk-button--secondary">Name them</Button>
      </Form>
    </Step>
  );
}

function Withdraw(steps: Steps) {
  if (!can(steps, 'withdraw')) return null;
  return (
    <Step title="Withdraw it" fields={['withdrawnBecause']} again={steps.again}>
      <Form action={at(steps, 'withdraw')} {...formCarries(steps.ctx)}>
        <TextArea name="withdrawnBecause" label="Why" rows={2} {...steps.again} />
        <Button classes="govuk-button--secondary">Withdraw it</Button>
      </Form>
    </Step>
  );
}
