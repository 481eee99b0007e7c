import { z } from 'zod';
import { about, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { oneOf, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choices, Form, SelectField, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { contactOf, namedIn } from '../../../contact.store.ts';
import { calledOfRow } from '../../../submitted.ts';
import { askDiscipline } from '../../actions/ask-discipline.ts';
import { disciplines, disciplineWords } from '../../disciplines.codes.ts';
import { answersNow, runningAt } from '../../duty.ts';
import { turnsBetween } from '../../duty.store.ts';

export const askShape = z.object({
  discipline: oneOf(disciplines, 'Select the discipline'),
  question: requiredText('Enter what you ask', 2000),
  background: optionalText(2000),
  namedIds: z.preprocess(
    (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
    z.array(z.uuid({ error: 'Select from the list' })).max(30),
  ),
});

/** Asking a discipline: what it is told is written here, and nothing else of the contact is shown to it. */
export const askPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, { values: {}, errors: [] });
export const askAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  const named = await namedIn(ctx, contact.id);
  about(ctx, 'contact', contact.id);
  saw(ctx, ...named.map((one) => one.person_id));
  const now = runningAt(await turnsBetween(ctx, ctx.now, new Date(ctx.now.getTime() + 1)), ctx.now);
  const there = (one: string): string =>
    now
      .filter((turn) => turn.discipline === one)
      .map(answersNow)
      .find((who) => who !== null)?.name ?? 'nobody on duty now';
  const at = `/front-door/contacts/${contact.id}`;
  return staffView(
    ctx,
    {
      title: 'Ask a discipline',
      errors,
      breadcrumbs: [
        { href: '/front-door', label: 'Front door' },
        { href: at, label: `Contact ${contact.reference}` },
        { label: 'Ask a discipline' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Ask a discipline for its view</h1>
      <p class="govuk-body">
        {contact.reference} stays with whoever holds it, and its clock goes on. The discipline reads what you write here and the names you
        tick, and nothing else.
      </p>
      <Form action={`${at}/consult`} {...formCarries(ctx)} draft={`consult-ask:${contact.id}`} autosave="/drafts/save">
        <SelectField
          name="discipline"
          label="Which discipline?"
          items={disciplines.map((one) => ({ value: one, text: `${disciplineWords(one)}: ${there(one)}` }))}
          values={values}
          errors={errors}
        />
        <TextArea name="question" label="What do you ask?" rows={4} values={values} errors={errors} />
        <TextArea
          name="background"
          label="What do they need to know to answer?"
          hint="In your own words. They do not see the contact."
          rows={4}
          values={values}
          errors={errors}
        />
        <Choices
          name="namedIds"
          legend="Who is it about?"
          hint="Tick those they are told of. Nobody, for a question that needs no name."
          small
          items={named.map((one) => ({ value: one.id, text: calledOfRow(one) }))}
          values={values}
          errors={errors}
        />
        <Button>Ask</Button>
      </Form>
    </>,
  );
}

/** Takes the question. */
export async function takeAsk(ctx: StaffCtx, data: z.output<typeof askShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  const { told } = await askDiscipline(ctx, { contactId, ...data });
  return seeOther(
    `/front-door/contacts/${contactId}`,
    told ? `Asked. ${told} has been told.` : 'Asked. Nobody is on duty for it now: it waits for whoever is next.',
  );
}
