import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choices, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { familyOf } from '../../../../people/index.ts';
import { requestEarlyHelp } from '../../actions/request-early-help.ts';
import { ids } from '../../parts/ids.ts';

export const requestShape = z.object({ childIds: ids, reason: requiredText('Say what the family would like help with, and why now') });

/** Ask for early help for a family. */
export const requestPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const requestAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const family = await familyOf(ctx, asked.params['familyId'] ?? '');
  const children = family.members.filter((member) => member.part === 'child' || member.part === 'unborn');
  const trail = [
    { href: '/families', label: 'Families' },
    { href: `/families/${family.id}`, label: family.name },
    { label: 'Ask for early help' },
  ];
  return staffView(
    ctx,
    { title: `Ask for early help: ${family.name}`, breadcrumbs: trail, ...(state.errors ? { errors: state.errors } : {}) },
    <>
      <h1 class="govuk-heading-l">Ask for early help for the {family.name}</h1>
      <p class="govuk-body">
        Early help is voluntary. Nothing starts until someone in the family with parental responsibility, or a young person who can decide,
        has agreed.
      </p>
      <Form action={`/families/${family.id}/request`} {...formCarries(ctx)}>
        <Choices
          name="childIds"
          legend="Which children is it about?"
          items={children.map((child) => ({ value: child.personId, text: child.name }))}
          {...state}
        />
        <TextArea
          name="reason"
          label="What would help, and why now?"
          hint="In the family’s words where you can"
          rows={6}
          maxlength={4000}
          {...state}
        />
        <Button>Ask for early help</Button>
      </Form>
    </>,
  );
}

/** Takes the request. */
export async function takeRequest(ctx: StaffCtx, data: z.output<typeof requestShape>, asked: Asked): Promise<Answer> {
  const family = await familyOf(ctx, asked.params['familyId'] ?? '');
  const children = family.members.filter((member) => data.childIds.includes(member.personId));
  if (children.length === 0) throw invalid([{ field: 'childIds', message: 'Select at least one child' }]);
  saw(ctx, ...children.map((child) => child.personId));
  await requestEarlyHelp(ctx, { familyId: family.id, childIds: children.map((child) => child.personId), reason: data.reason });
  return seeOther(`/families/${family.id}`, 'Early help asked for. The early help team has it.');
}
