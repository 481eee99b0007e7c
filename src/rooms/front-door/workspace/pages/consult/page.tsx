import { z } from 'zod';
import { about, may, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../../platform/time/clock.store.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextArea, TextField } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerConsult } from '../../actions/answer-consult.ts';
import { readConsult } from '../../actions/read-consult.ts';
import { withdrawConsult } from '../../actions/withdraw-consult.ts';
import { consultOf, type Consult } from '../../consult.store.ts';
import { disciplineWords } from '../../disciplines.codes.ts';
import { ConsultFacts, ConsultWords } from './card.tsx';

export const consultAnswerShape = z.object({ answer: requiredText('Enter your view') });
export const consultWithdrawShape = z.object({ because: requiredText('Enter why it is no longer needed', 500) });

/** One consult: the discipline answers here and sees nothing but this; the front door reads the answer and goes back to the contact. */
export const consultPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, { values: {}, errors: [] });
export const consultAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: Again): Promise<Answer> {
  const consult = await consultOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'consult', consult.id);
  saw(ctx, ...consult.people.map((one) => one.personId));
  const clocks = (await clocksOf(ctx, 'consult', [consult.id])).get(consult.id);
  const inside = consult.contactId !== null && may(ctx, 'front-door.screen');
  return staffView(
    ctx,
    {
      title: `Asked of ${consult.discipline}`,
      errors: again.errors,
      breadcrumbs: inside
        ? [
            { href: '/front-door', label: 'Front door' },
            { href: `/front-door/contacts/${consult.contactId}`, label: `Contact ${consult.reference}` },
            { label: `Asked of ${consult.discipline}` },
          ]
        : [{ href: '/on-duty', label: 'On duty' }, { label: `Asked of ${consult.discipline}` }],
    },
    <>
      <h1 class="govuk-heading-l">{disciplineWords(consult.discipline)}: what is your view?</h1>
      <ConsultFacts consult={consult} clocks={clocks} />
      <ConsultWords consult={consult} />
      {consult.state === 'ASKED' && consult.mine && consult.askedById !== ctx.who.staffId ? (
        <AnswerForm ctx={ctx} consult={consult} again={again} />
      ) : null}
      {inside ? <Inside ctx={ctx} consult={consult} again={again} /> : null}
    </>,
  );
}

interface Part {
  ctx: StaffCtx;
  consult: Consult;
  again: Again;
}

function AnswerForm({ ctx, consult, again }: Part) {
  const draft = `consult:${consult.id}`;
  return (
    <Form action={`/consults/${consult.id}/answer`} {...formCarries(ctx)} draft={draft} autosave="/drafts/save">
      <TextArea
        name="answer"
        label="Your view"
        hint="The front door reads it beside the contact. Say what you know and what you make of it. The contact stays theirs."
        rows={6}
        {...again}
      />
      <Button>Send your view</Button>
    </Form>
  );
}

function Inside({ ctx, consult, again }: Part) {
  if (consult.state === 'ASKED')
    return (
      <Form action={`/consults/${consult.id}/withdraw`} {...formCarries(ctx)}>
        <TextField name="because" label="Why is it no longer needed?" {...again} />
        <Button classes="govuk-button--secondary">Take the question back</Button>
      </Form>
    );
  if (consult.state !== 'ANSWERED' || consult.readAt) return null;
  return (
    <Form action={`/consults/${consult.id}/read`} {...formCarries(ctx)}>
      <Button>I have read it: back to the contact</Button>
    </Form>
  );
}

/** Takes the discipline's view. */
export async function takeConsultAnswer(ctx: StaffCtx, data: z.output<typeof consultAnswerShape>, asked: Asked): Promise<Answer> {
  await answerConsult(ctx, asked.params['id'] ?? '', data.answer);
  return seeOther('/on-duty', 'Your view is with the front door');
}

/** Takes the question back. */
export async function takeConsultBack(ctx: StaffCtx, data: z.output<typeof consultWithdrawShape>, asked: Asked): Promise<Answer> {
  await withdrawConsult(ctx, asked.params['id'] ?? '', data.because);
  return seeOther('/front-door/consults', 'Taken back');
}

/** Marks the answer read and leads back to the contact. */
export async function takeConsultRead(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await readConsult(ctx, id);
  const { contactId } = await consultOf(ctx, id);
  return seeOther(contactId ? `/front-door/contacts/${contactId}` : '/front-door/consults');
}
