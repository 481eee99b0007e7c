import { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { fullDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { optionalOneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerPoliceQuestion } from '../../actions/answer-police-question.ts';
import { notificationOf, personsOf } from '../../notification.store.ts';
import { questionsOnReference } from '../../question.store.ts';
import type { PoliceQuestion } from '../../question.ts';
import { Told } from '../incident/told-column.tsx';

export const answerShape = z.object({ answer: requiredText('Write your answer', 4000), agreed: optionalOneOf(['yes', 'no']) });

/** What the force told under a reference, what the front door asks about it, and the answer. Nothing of what became of it. */
export async function notificationPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const it = await notificationOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'police-notification', it.id);
  const persons = await personsOf(ctx, it.id);
  const questions = await questionsOnReference(ctx, it);
  const today = londonDate(ctx.now);
  return staffView(
    ctx,
    {
      title: it.police_ref,
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/police', label: 'Police notifications' }, { label: it.police_ref }],
    },
    <>
      <h1 class="govuk-heading-l">{it.police_ref}</h1>
      <p class="govuk-body">
        {it.state === 'TAKEN' ? 'It stands at the front door.' : 'It was received; the front door takes it in moments.'} To change what was
        told, send the same reference again.
      </p>
      {questions.map((one) => (
        <Question ctx={ctx} question={one} today={today} again={again} />
      ))}
      <Told it={it} today={today} />
      <h2 class="govuk-heading-m">People</h2>
      <ul class="govuk-list">
        {persons.map((one) => (
          <li>
            {[one.given_name, one.family_name].filter(Boolean).join(' ') || one.description || 'Name not known'}, {one.role}
            {one.date_of_birth ? `, born ${fullDate(one.date_of_birth)}` : ''}
          </li>
        ))}
      </ul>
    </>,
  );
}

function Question({ ctx, question, today, again }: { ctx: StaffCtx; question: PoliceQuestion; today: string; again: Again | undefined }) {
  const state = { values: again?.values ?? {}, errors: again?.errors ?? [] };
  return (
    <section id={`question-${question.id}`} aria-label="The front door asks">
      <p class="govuk-body">
        <strong>The front door asks ({shortMoment(question.askedAt, today)}):</strong> {question.question}
      </p>
      {question.answeredAt ? (
        <p class="govuk-body">
          Answered by {question.answeredBy ?? 'your desk'}, {shortMoment(question.answeredAt, today)}: {question.answer}
        </p>
      ) : (
        <Form action={`/police/questions/${question.id}/answer`} {...formCarries(ctx)}>
          {question.kind === 'sharing' ? (
            <Choice
              name="agreed"
              legend="Do you agree that it is told?"
              size="s"
              inline
              items={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No' },
              ]}
              {...state}
            />
          ) : null}
          <TextArea name="answer" label="Your answer" rows={3} {...state} />
          <Button>Answer</Button>
        </Form>
      )}
    </section>
  );
}

export async function takeAnswer(ctx: StaffCtx, data: z.output<typeof answerShape>, asked: Asked): Promise<Answer> {
  const agreed = data.agreed === null ? null : data.agreed === 'yes';
  const notificationId = await answerPoliceQuestion(ctx, asked.params['id'] ?? '', { answer: data.answer, agreed });
  return seeOther(`/police/notifications/${notificationId}`, 'The front door has your answer');
}
