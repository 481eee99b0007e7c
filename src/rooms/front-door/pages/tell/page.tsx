import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { about } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { oneOf, optionalText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { tellReferrer } from '../../actions/tell-referrer.ts';
import { contactOf, namedIn } from '../../contact.store.ts';
import { outcomeOf, type OutcomeCode } from '../../decision.ts';
import { decisionsOf } from '../../decision.store.ts';
import { calledOfRow } from '../../submitted.ts';

export const tellShape = z.object({
  how: oneOf(['page', 'call', 'letter', 'none'], 'Select how the referrer is told'),
  told: optionalText(),
  notToldBecause: optionalText(500),
});

/** Telling the referrer: starts from the outcome in words that say nothing of the record; the person makes it their own. */
export async function tellPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  return shown(ctx, asked, { values: { told: await suggested(ctx, asked.params['id'] ?? '') }, errors: [] });
}
export const tellAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function suggested(ctx: StaffCtx, contactId: string): Promise<string> {
  const named = new Map((await namedIn(ctx, contactId)).map((one) => [one.id, calledOfRow(one)]));
  const decisions = await decisionsOf(ctx, contactId);
  return decisions
    .map((one) => `${named.get(one.contact_person_id) ?? 'The child'}: ${outcomeOf(one.outcome_code as OutcomeCode).forReferrer}`)
    .join('\n');
}

async function shown(ctx: StaffCtx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const at = `/front-door/contacts/${contact.id}`;
  const who = contact.anonymous
    ? 'someone who did not give a name'
    : [contact.referrer_name, contact.referrer_agency_name].filter(Boolean).join(', ');
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
      <p class="govuk-body">
        The referrer is {who}.{contact.wishes_feedback ? '' : ' They said they do not need to hear.'}{' '}
        {contact.referrer_staff_id
          ? 'They see what you write on their own page, and nothing of the record.'
          : `They have no page here${contact.referrer_phone ? `; their number is ${contact.referrer_phone}` : ''}.`}
      </p>
      <Form action={`${at}/tell`} {...formCarries(ctx)}>
        <Choice
          name="how"
          legend="How are they told?"
          values={values}
          errors={errors}
          items={[
            contact.referrer_staff_id ? { value: 'page', text: 'On their page in Goldthread' } : null,
            { value: 'call', text: 'I have called them' },
            { value: 'letter', text: 'By letter' },
            { value: 'none', text: 'They are not told' },
          ]}
        />
        <TextArea
          name="told"
          label="What they are told"
          hint="Say what happens next and how they can disagree. Leave out anything they have no need to know."
          rows={6}
          values={values}
          errors={errors}
        />
        <TextArea name="notToldBecause" label="If they are not told, why" rows={2} values={values} errors={errors} />
        <Button>Record it</Button>
      </Form>
    </>,
  );
}

/** Records the telling; the contact closes with it when nothing else is waited for. */
export async function tell(ctx: StaffCtx, form: z.output<typeof tellShape>, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  if (form.how === 'none' && !form.notToldBecause)
    throw invalid([{ field: 'notToldBecause', message: 'Enter why the referrer is not told' }]);
  if (form.how !== 'none' && !form.told) throw invalid([{ field: 'told', message: 'Enter what the referrer is told' }]);
  const closed = await tellReferrer(
    ctx,
    form.how === 'none'
      ? { contactId, how: 'none', notToldBecause: form.notToldBecause ?? '' }
      : { contactId, how: form.how, told: form.told ?? '' },
  );
  return seeOther(
    `/front-door/contacts/${contactId}`,
    closed
      ? 'The referrer is told and the contact is closed'
      : 'The referrer is told. The contact stays open until everything passed on is accepted',
  );
}
