import type { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { optionalId, optionalText, requiredText, ticked } from '../../../../../platform/web/fields.ts';
import { Button, Choices, DateField, Form, SelectField, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { confirmInvolvement } from '../../actions/confirm-involvement.ts';
import { endOneInvolvement } from '../../actions/end-one-involvement.ts';
import { recordInvolvement } from '../../actions/record-involvement.ts';
import { identityOf } from '../../../identity.store.ts';
import { lockInvolvement } from '../../involvement.store.ts';
import { liveAgencies } from '../../practitioner.store.ts';
import { londonDay } from '../../../today.ts';
import { inBoxes, typedDate, withDates } from '../../../typed-date.ts';

export const recordShape = withDates(['startedOn'], {
  mine: ticked,
  agencyId: optionalId(),
  practitionerName: optionalText(200),
  practitionerPhone: optionalText(60),
  role: requiredText('Say what they do for the child', 120),
  startedOn: typedDate({ label: 'Start date' }),
  sensitive: ticked,
  consentToShow: ticked,
});

/** The form to record who works with a child, for agencies that send no feed. */
export async function recordInvolvementPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const identity = await identityOf(ctx, asked.params['id'] ?? '');
  const agencies = await liveAgencies(ctx);
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title: 'Record who is involved',
      errors: again?.errors ?? [],
      breadcrumbs: [
        { href: `/people/${identity.personId}`, label: identity.name },
        { href: `/people/${identity.personId}/involved`, label: 'Who is involved' },
        { label: 'Record' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Record who is involved</h1>
      <IdentityBar {...identity.bar} />
      <Form action={`/people/${identity.personId}/involved/new`} {...formCarries(ctx)}>
        <Choices
          name="mine"
          legend="Is it you?"
          hint="Then leave the agency and the practitioner empty. You are asked now and then whether you still work with the child."
          items={[{ value: 'yes', text: 'Yes, I work with this child' }]}
          {...state}
        />
        <SelectField name="agencyId" label="Agency" items={agencies.map((one) => ({ value: one.id, text: one.name }))} {...state} />
        <TextField name="practitionerName" label="Practitioner" width={30} {...state} />
        <TextField name="practitionerPhone" label="Telephone" width={20} type="tel" {...state} />
        <TextField name="role" label="What they do for the child" hint="For example, school nurse" width={30} {...state} />
        <DateField name="startedOn" legend="Since when" {...state} />
        <Choices
          name="sensitive"
          legend="Is it a sexual health, mental health or substance misuse service?"
          hint="Then it is shown to nobody outside that agency unless the family agreed."
          items={[{ value: 'yes', text: 'Yes, it is one of these' }]}
          {...state}
        />
        <Choices
          name="consentToShow"
          legend="Did the family agree that others may see it?"
          hint="Only for one of the services above"
          items={[{ value: 'yes', text: 'Yes, they agreed' }]}
          {...state}
        />
        <Button>Record</Button>
      </Form>
    </>,
  );
}

export async function takeInvolvement(ctx: StaffCtx, data: z.output<typeof recordShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await recordInvolvement(ctx, { ...data, personId, startedOn: data.startedOn ?? londonDay(ctx) });
  const who = data.mine ? 'Your part' : data.practitionerName;
  return seeOther(`/people/${personId}/involved`, `${who} is recorded`);
}

/** "Still right", pressed on the list. */
export async function takeConfirmation(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  const personId = await confirmInvolvement(ctx, asked.params['id'] ?? '');
  return seeOther(`/people/${personId}/involved`, 'Confirmed as still involved');
}

export const endShape = withDates(['endedOn'], { endedOn: typedDate({ label: 'End date' }) });

export async function endPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const it = await lockInvolvement(ctx, asked.params['id'] ?? '');
  const identity = await identityOf(ctx, it.person_id);
  return staffView(
    ctx,
    {
      title: 'End an involvement',
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: `/people/${it.person_id}/involved`, label: `Who is involved with ${identity.name}` }, { label: 'End' }],
    },
    <>
      <h1 class="govuk-heading-l">
        When did {it.practitioner_name ?? 'this service'} stop working with {identity.name}?
      </h1>
      <Form action={`/involvements/${it.id}/end`} {...formCarries(ctx)}>
        <DateField name="endedOn" legend="Last day" values={again?.values ?? inBoxes('endedOn', londonDay(ctx))} errors={again?.errors} />
        <Button>End involvement</Button>
      </Form>
    </>,
  );
}

export async function takeEnd(ctx: StaffCtx, data: z.output<typeof endShape>, asked: Asked): Promise<Answer> {
  const personId = await endOneInvolvement(ctx, asked.params['id'] ?? '', data.endedOn ?? londonDay(ctx));
  return seeOther(`/people/${personId}/involved`, 'The involvement has ended');
}
