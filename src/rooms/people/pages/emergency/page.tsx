import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { notFound } from '../../../../platform/access/refusal.ts';
import { requiredText } from '../../../../platform/web/fields.ts';
import { Button, Form, TextArea } from '../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { breakGlass } from '../../actions/break-glass.ts';
import { breakGlassHours } from '../../break-glass.store.ts';
import { mayOpen } from '../../opening.store.ts';

export const emergencyShape = z.object({ reason: requiredText('Say what cannot wait', 500) });

/** Emergency access to a record that is otherwise closed. Shows a name and whom to ask, nothing else; not found for whoever may not be known. */
export async function emergencyPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const opening = await mayOpen(ctx, personId);
  if (opening.state === 'closed') throw notFound();
  const hours = await breakGlassHours(ctx);
  saw(ctx, personId);
  return staffView(
    ctx,
    {
      title: 'Emergency access',
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/people/find', label: 'Find a child' }, { label: `Emergency access to ${opening.name ?? 'a record'}` }],
    },
    <>
      <h1 class="govuk-heading-l">Emergency access to {opening.name}’s record</h1>
      {opening.state === 'restricted' ? (
        <p class="govuk-body">This record is restricted. If it can wait, contact {opening.contactInstead} instead.</p>
      ) : (
        <p class="govuk-body">If it can wait, ask the lead professional named under “Who is involved” instead.</p>
      )}
      <WarningText>
        The record opens to you for {hours} hours. The privacy officer (DPO) and your manager are told now, and every emergency access is
        reviewed. If a child is in immediate danger, call 999 first.
      </WarningText>
      <Form action={`/people/${personId}/emergency`} {...formCarries(ctx)}>
        <TextArea
          name="reason"
          label="What cannot wait?"
          hint="What you know, and what could happen to whom if you do not see this record now"
          rows={4}
          maxlength={500}
          values={again?.values}
          errors={again?.errors}
        />
        <Button classes="govuk-button--warning">Open the record now</Button>
      </Form>
    </>,
  );
}

export async function takeEmergency(ctx: StaffCtx, data: z.output<typeof emergencyShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await breakGlass(ctx, personId, data.reason);
  return seeOther(
    `/people/${personId}`,
    `Emergency access is open for ${await breakGlassHours(ctx)} hours. The privacy officer has been told.`,
  );
}
