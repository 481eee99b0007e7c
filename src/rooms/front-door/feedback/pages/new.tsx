import { z } from 'zod';
import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { id, oneOf, optionalId, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, SelectField, TextArea, TextField } from '../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { contactOf, namedIn } from '../../contact.store.ts';
import { feedbackOf } from '../../decision.store.ts';
import { calledOfRow } from '../../submitted.ts';
import { raiseDisagreement } from '../actions/raise-disagreement.ts';
import { otherAgencies } from '../disagreement.store.ts';

export const raiseShape = z.object({
  contactId: optionalId(),
  child: requiredText('Enter which child it is about', 200),
  againstAgencyId: id('Select the agency whose decision it is'),
  decisionDisputed: requiredText('Enter the decision you dispute'),
  concern: requiredText('Enter why: what it means for the child'),
  wanted: requiredText('Enter what you think should happen'),
  atRisk: oneOf(['yes', 'no'], 'Select yes if a child may come to harm while you talk'),
  protection: requiredText('Enter what protects the child meanwhile'),
});

/** Raising a disagreement; from a concern it starts with what is known of it. */
export async function newDisagreementPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  return shown(ctx, { values: await startFrom(ctx, asked.query['contact'] ?? ''), errors: [] });
}
export const newDisagreementAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => shown(ctx, again);

async function startFrom(ctx: StaffCtx, contactId: string): Promise<Typed> {
  if (!/^[0-9a-f-]{36}$/.test(contactId)) return {};
  const contact = await contactOf(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const children = (await namedIn(ctx, contact.id)).filter((one) => one.part !== 'adult').map(calledOfRow);
  const told = (await feedbackOf(ctx, contact.id)).findLast((one) => one.how !== 'none');
  const frontDoors = (await otherAgencies(ctx)).filter((one) => one.frontDoor);
  return {
    contactId: contact.id,
    child: children.join(' and ').slice(0, 200),
    decisionDisputed: told ? `Concern ${contact.reference}: ${told.told ?? ''}` : '',
    againstAgencyId: frontDoors.length === 1 ? (frontDoors[0]?.id ?? '') : '',
  };
}

async function shown(ctx: StaffCtx, { values, errors }: Again): Promise<Answer> {
  const field = { values, errors };
  const agencies = await otherAgencies(ctx);
  return staffView(
    ctx,
    {
      title: 'Raise a disagreement',
      errors,
      breadcrumbs: [{ href: '/disagreements', label: 'Professional disagreements' }, { label: 'Raise a disagreement' }],
    },
    <>
      <h1 class="govuk-heading-l">Raise a disagreement</h1>
      <WarningText>Raising it pauses nothing: go on doing whatever protects the child. If a child is in danger, call 999.</WarningText>
      <Form action="/disagreements" {...formCarries(ctx)}>
        {values['contactId'] ? <input type="hidden" name="contactId" value={String(values['contactId'])} /> : null}
        <TextField name="child" label="Which child is it about?" hint="As you call them" {...field} />
        <SelectField
          name="againstAgencyId"
          label="Whose decision is it?"
          items={agencies.map((one) => ({ value: one.id, text: one.frontDoor ? `${one.name} (front door)` : one.name }))}
          {...field}
        />
        <TextArea name="decisionDisputed" label="The decision you dispute" rows={3} {...field} />
        <TextArea name="concern" label="Why: what does it mean for the child?" rows={4} {...field} />
        <TextArea name="wanted" label="What do you think should happen?" rows={3} {...field} />
        <Choice
          name="atRisk"
          legend="May a child come to harm while you talk?"
          hint="Then stage 1 is to be settled at once: two hours, not one working day."
          inline
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          {...field}
        />
        <TextArea name="protection" label="What protects the child meanwhile?" rows={3} {...field} />
        <Button>Raise it</Button>
      </Form>
    </>,
  );
}

/** Takes the form. */
export async function raise(ctx: StaffCtx, form: z.output<typeof raiseShape>): Promise<Answer> {
  const made = await raiseDisagreement(ctx, { ...form, atRisk: form.atRisk === 'yes' });
  return seeOther(`/disagreements/${made}`, 'It is raised. The other agency is told, and the clock of stage 1 runs');
}
