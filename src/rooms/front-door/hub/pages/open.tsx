import { z } from 'zod';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { oneOf, optionalText, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { categoriesOf, contactOf, earlierContacts, namedIn, type ContactRow } from '../../contact.store.ts';
import { openEnquiryWhileScreening } from '../actions/open-enquiry-while-screening.ts';
import { ragFacts, rags } from '../enquiry.ts';
import { openEnquiryAbout } from '../enquiry.store.ts';
import { suggestedRag, suggestionWords } from '../suggestion.ts';

export const familyToldFields = {
  familyTold: oneOf(['told', 'not told', 'not yet'], 'Select whether the family knows that agencies are asked'),
  notToldBecause: optionalText(1000),
};
export const openShape = z.object({
  rag: oneOf(rags, 'Select how urgent it is'),
  reason: requiredText('Enter why it is this urgent', 1000),
  purpose: requiredText('Enter why a picture is needed', 1000),
  ...familyToldFields,
});

/** Opening an enquiry: how urgent and why, what the picture is for, and whether the family knows. Nothing is chosen beforehand. */
export const openPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, { values: {}, errors: [] });
export const openAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function suggestionFor(ctx: StaffCtx, contact: ContactRow) {
  const personIds = (await namedIn(ctx, contact.id)).flatMap((one) => one.person_id ?? []);
  saw(ctx, ...personIds);
  const earlier = await earlierContacts(ctx, contact, personIds);
  return suggestedRag({
    immediateDanger: contact.immediate_danger,
    levelBelieved: contact.level_believed,
    categories: await categoriesOf(ctx, contact.id),
    earlierContacts: new Set(earlier.map((one) => one.id)).size,
  });
}

async function shown(ctx: StaffCtx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const open = await openEnquiryAbout(ctx, contact.id);
  if (open) return seeOther(`/front-door/hub/${open.id}`);
  const at = `/front-door/contacts/${contact.id}`;
  const say = { values, errors };
  return staffView(
    ctx,
    {
      title: 'Ask the hub for a picture',
      errors,
      breadcrumbs: [
        { href: '/front-door', label: 'Front door' },
        { href: at, label: `Contact ${contact.reference}` },
        { label: 'Ask the hub for a picture' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Ask the hub for a multi-agency picture</h1>
      <p class="govuk-body">The referrer writes: “{contact.what_happened.slice(0, 400)}”</p>
      <InsetText>{suggestionWords(await suggestionFor(ctx, contact))}</InsetText>
      <Form action={`${at}/hub`} {...formCarries(ctx)}>
        <Choice
          name="rag"
          legend="How urgent is it?"
          items={rags.map((one) => ({ value: one, text: ragFacts[one].words, hint: { text: ragFacts[one].means } }))}
          {...say}
        />
        <TextArea name="reason" label="Why is it this urgent?" rows={2} {...say} />
        <TextArea
          name="purpose"
          label="What is the picture needed for?"
          hint="Every agency you ask may read this. Leave out who told us."
          rows={3}
          {...say}
        />
        <FamilyTold {...say} />
        <Button>Open the enquiry</Button>
      </Form>
    </>,
  );
}

/** Whether the family knows that agencies are asked about them, and why not. */
export function FamilyTold(say: Again) {
  return (
    <>
      <Choice
        name="familyTold"
        legend="Does the family know that agencies are asked?"
        items={[
          { value: 'told', text: 'They have been told' },
          { value: 'not yet', text: 'Not yet; someone will tell them' },
          { value: 'not told', text: 'They are not told, because that would raise the risk' },
        ]}
        {...say}
      />
      <TextArea name="notToldBecause" label="If they are not told, why" rows={2} {...say} />
    </>
  );
}

/** Opens the enquiry; its clock runs from now. */
export async function takeOpening(ctx: StaffCtx, form: z.output<typeof openShape>, asked: Asked): Promise<Answer> {
  if (form.familyTold === 'not told' && !form.notToldBecause)
    throw invalid([{ field: 'notToldBecause', message: 'Enter why the family is not told' }]);
  const contact = await contactOf(ctx, asked.params['id'] ?? '');
  const suggested = await suggestionFor(ctx, contact);
  const id = await openEnquiryWhileScreening(ctx, {
    ...form,
    contactId: contact.id,
    suggestedBy: suggested?.rag === form.rag ? (suggested.rules[0]?.key ?? null) : null,
  });
  return seeOther(
    `/front-door/hub/${id}/ask`,
    `The enquiry is open and rated ${ragFacts[form.rag].words.toLowerCase()}. Choose whom to ask.`,
  );
}
