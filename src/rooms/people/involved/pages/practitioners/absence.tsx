import type { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound } from '../../../../../platform/access/refusal.ts';
import { optionalId } from '../../../../../platform/web/fields.ts';
import { Button, DateField, Form, SelectField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { recordAbsence } from '../../actions/record-absence.ts';
import { colleaguesOf, iLookAfter } from '../../leaver.store.ts';
import { practitionerOf } from '../../practitioner.store.ts';
import { londonDay } from '../../../today.ts';
import { typedDate, withDates } from '../../../typed-date.ts';

export const absenceShape = withDates(['fromOn', 'toOn'], {
  fromOn: typedDate({ label: 'First day away' }),
  toOn: typedDate({ label: 'Last day away' }),
  coverId: optionalId(),
});

/** The form to record days away and who stands in. Nobody says why. */
export async function absencePage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const one = await practitionerOf(ctx, id);
  if (id !== ctx.who.staffId && !(await iLookAfter(ctx, id))) throw notFound();
  const colleagues = await colleaguesOf(ctx, id);
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title: 'Record days away',
      errors: again?.errors ?? [],
      breadcrumbs: [
        { href: '/practitioners', label: 'Practitioners' },
        { href: `/practitioners/${id}`, label: one.name },
        { label: 'Days away' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">When is {one.name} away?</h1>
      <p class="govuk-body">Everyone who looks for them sees until when, and whom to ring instead. Do not say why.</p>
      <Form action={`/practitioners/${id}/absence`} {...formCarries(ctx)}>
        <DateField name="fromOn" legend="First day away" {...state} />
        <DateField name="toOn" legend="Last day away" {...state} />
        <SelectField name="coverId" label="Who stands in" empty="Nobody: ring the team" items={colleagues} {...state} />
        <Button>Record</Button>
      </Form>
    </>,
  );
}

export async function takeAbsence(ctx: StaffCtx, data: z.output<typeof absenceShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const today = londonDay(ctx);
  await recordAbsence(ctx, { staffId: id, fromOn: data.fromOn ?? today, toOn: data.toOn ?? today, coverId: data.coverId });
  return seeOther(`/practitioners/${id}`, 'The days away are recorded');
}
