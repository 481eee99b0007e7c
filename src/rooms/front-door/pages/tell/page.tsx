import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { about } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { oneOf, optionalText, ticked } from '../../../../platform/web/fields.ts';
import { Button, Choice, Choices, Form, TextArea, type FormValues } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { tellReferrer, type Telling } from '../../actions/tell-referrer.ts';
import { contactOf, type ContactRow } from '../../contact.store.ts';
import { sendingWays, suggestedAnswer } from '../../feedback/telling.ts';
import { decidedChildren, reachOf } from '../../feedback/telling.store.ts';

export const tellShape = z.object({
  how: oneOf(['page', 'email', 'text', 'call', 'letter', 'none'], 'Select how the referrer is told'),
  told: optionalText(),
  why: optionalText(),
  whatNext: optionalText(),
  howToDisagree: optionalText(),
  safeToSend: ticked,
  notToldBecause: optionalText(500),
});

/** Telling the referrer: starts from the outcome in words that say nothing of the record; the person makes it their own. */
export async function tellPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  const suggested = suggestedAnswer(await decidedChildren(ctx, contact.id), contact.referrer_staff_id !== null);
  return shown(ctx, asked, { values: { ...suggested }, errors: [] });
}
export const tellAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const at = `/front-door/contacts/${contact.id}`;
  const ways = sendingWays(await reachOf(ctx, contact)).map((way) => way.channel);
  return staffView(
    ctx,
    {
      title: 'Tell the referrer',
      errors,
      breadcrumbs: [
        { href: '/front-door', label: 'Front door' },
        { href: at, label: `Contact ${contact.reference}` },
        { label: 'Tell the referrer' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Tell the referrer</h1>
      <Referrer contact={contact} ways={ways} />
      <Form action={`${at}/tell`} {...formCarries(ctx)}>
        <Choice
          name="how"
          legend="How are they told?"
          values={values}
          errors={errors}
          items={[
            contact.referrer_staff_id
              ? {
                  value: 'page',
                  text: 'On their page in Goldthread',
                  hint: { text: 'They are sent an email that says only that it waits there.' },
                }
              : null,
            ways.includes('email') ? { value: 'email', text: 'By email: a link that opens once' } : null,
            ways.includes('sms') ? { value: 'text', text: 'By text message: a link that opens once' } : null,
            { value: 'call', text: 'I have called them' },
            { value: 'letter', text: 'By letter' },
            { value: 'none', text: 'They are not told' },
          ]}
        />
        {ways.length > 0 ? (
          <Choices
            name="safeToSend"
            legend="Is it safe to send something there?"
            hint="The message names nobody, and somebody else may still see that it came."
            values={values}
            errors={errors}
            items={[{ value: 'yes', text: 'They said it is safe to send something to that address or number' }]}
          />
        ) : null}
        <FourParts values={values} errors={errors} />
        <TextArea name="notToldBecause" label="If they are not told, why" rows={2} values={values} errors={errors} />
        <Button>Record it</Button>
      </Form>
    </>,
  );
}

function Referrer({ contact, ways }: { contact: ContactRow; ways: readonly string[] }) {
  const who = contact.anonymous
    ? 'someone who did not give a name'
    : [contact.referrer_name, contact.referrer_agency_name].filter(Boolean).join(', ');
  const page = 'They see what you write on their own page, and nothing of the record.';
  const noPage = `They have no page here${contact.referrer_phone ? `; their number is ${contact.referrer_phone}` : ''}.`;
  const silent = 'Nothing may be sent to them: no address was given, or it is not safe.';
  return (
    <p class="govuk-body">
      The referrer is {who}.{contact.wishes_feedback ? '' : ' They said they do not need to hear.'}{' '}
      {contact.referrer_staff_id ? page : `${noPage}${ways.length === 0 ? ` ${silent}` : ''}`}
    </p>
  );
}

function FourParts({ values, errors }: { values: FormValues; errors: Again['errors'] }) {
  return (
    <>
      <TextArea
        name="told"
        label="What is decided"
        hint="Leave out anything they have no need to know, and names where it is sent as a link."
        rows={3}
        values={values}
        errors={errors}
      />
      <TextArea name="why" label="Why" rows={3} values={values} errors={errors} />
      <TextArea name="whatNext" label="What happens next" rows={2} values={values} errors={errors} />
      <TextArea name="howToDisagree" label="How they can disagree" rows={3} values={values} errors={errors} />
    </>
  );
}

/** Records the telling; the contact closes with it when nothing else is waited for. */
export async function tell(ctx: StaffCtx, form: z.output<typeof tellShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  const closed = await tellReferrer(ctx, tellingOf(contactId, form));
  return seeOther(
    `/front-door/contacts/${contactId}`,
    closed
      ? 'The referrer is told and the contact is closed'
      : 'The referrer is told. The contact stays open until everything passed on is accepted',
  );
}

/** The telling a form asks for. Throws invalid with the field's message. */
function tellingOf(contactId: string, form: z.output<typeof tellShape>): Telling {
  const { how, told, why, whatNext, howToDisagree } = form;
  if (how === 'none') {
    if (!form.notToldBecause) throw invalid([{ field: 'notToldBecause', message: 'Enter why the referrer is not told' }]);
    return { contactId, how, notToldBecause: form.notToldBecause };
  }
  if (!told) throw invalid([{ field: 'told', message: 'Enter what the referrer is told' }]);
  const answer = { told, ...(why ? { why } : {}), ...(whatNext ? { whatNext } : {}), ...(howToDisagree ? { howToDisagree } : {}) };
  if (how !== 'email' && how !== 'text') return { contactId, how, answer };
  if (!form.safeToSend)
    throw invalid([{ field: 'safeToSend', message: 'Select that they said it is safe, or choose another way to tell them' }]);
  return { contactId, how: 'message', by: how === 'email' ? 'email' : 'sms', safeToSend: true, answer };
}
