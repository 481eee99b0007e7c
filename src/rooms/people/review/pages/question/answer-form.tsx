import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, Choices, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { checks, type Question } from '../../question.ts';
import { answers, needsReason } from '../../reading.ts';

const keys = { 'same person': '1 s', 'not the same person': '2 n', 'not sure': '3 u' } as const;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Three equal answers, none chosen beforehand. One key chooses, Enter records it; without a script they are ordinary radio buttons. */
export function AnswerForm({ ctx, question, again }: { ctx: StaffCtx; question: Question; again: Again | undefined }) {
  const state = { values: again?.values, errors: again?.errors };
  const must = needsReason(question, undefined);
  return (
    <Form action={`/index/review/${question.id}/answer`} classes="gt-answers" {...formCarries(ctx)}>
      <Choice
        name="answer"
        legend="Your answer"
        size="m"
        hint="Press 1, 2 or 3 (or s, n, u), then Enter"
        items={answers.map((value) => ({
          value,
          text: capital(value),
          attributes: { 'data-shortcut': keys[value] },
          conditional: value === 'not sure' ? <WhatThen question={question} state={state} /> : undefined,
        }))}
        {...state}
      />
      <TextArea
        name="reason"
        label={must ? 'Why' : 'Why, if it is worth saying'}
        hint={must ? 'Needed: this is about twins or someone shielded' : 'Needed where you are not sure, for whoever reads it next'}
        rows={2}
        maxlength={1000}
        {...state}
      />
      <div class="govuk-button-group">
        <Button attributes={{ name: 'then', value: 'next' }}>Record it and take the next</Button>
        <Button classes="govuk-button--secondary" attributes={{ name: 'then', value: 'stop' }}>
          Record it and stop
        </Button>
      </div>
    </Form>
  );
}

function WhatThen({
  question,
  state,
}: {
  question: Question;
  state: { values: Again['values'] | undefined; errors: Again['errors'] | undefined };
}) {
  return (
    <>
      <Choice
        name="asksFor"
        legend="What should happen?"
        size="s"
        small
        items={[
          { value: 'queue', text: 'Back in the queue with my note' },
          { value: 'second reader', text: 'Ask a second reader' },
          question.agencyId ? { value: 'agency', text: `Ask ${question.agency ?? 'the agency'} to check its record` } : null,
        ]}
        {...state}
      />
      {question.agencyId ? (
        <Choices
          name="checks"
          legend="What should the agency check?"
          size="s"
          small
          hint="A task is recorded here. Nothing about anyone is sent."
          items={checks.map((value) => ({ value, text: capital(value) }))}
          {...state}
        />
      ) : null}
    </>
  );
}
