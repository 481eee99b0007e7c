import type { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { oneOf, requiredText } from '../../../../platform/web/fields.ts';
import { Button, DateField, Form, SelectField, TextArea, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { recordWarningNote } from '../../actions/record-warning-note.ts';
import { warningKinds } from '../../warning-note.ts';
import { typedDate, withDates } from '../../typed-date.ts';
import { aboutPerson } from './about-person.tsx';

export const warningShape = withDates(['reviewOn'], {
  kind: oneOf(warningKinds, 'Choose what it warns of'),
  note: requiredText('Say what to know and do', 500),
  reviewOn: typedDate({ label: 'Review date' }),
});

/** A warning everyone who opens the record reads first. */
export async function warningPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return aboutPerson(
    ctx,
    personId,
    'Record a warning',
    again,
    <>
      <InsetText>
        A manager agrees a warning, and it is looked at again within a year. Write what a colleague should know and do before a visit or a
        call; nothing that need not be known.
      </InsetText>
      <Form action={`/people/${personId}/warning`} {...formCarries(ctx)}>
        <SelectField name="kind" label="What it warns of" items={warningKinds.map((text) => ({ value: text, text }))} {...state} />
        <TextArea name="note" label="What to know and do" rows={4} maxlength={500} {...state} />
        <DateField name="reviewOn" legend="When is it looked at again?" {...state} />
        <Button>Record the warning</Button>
      </Form>
    </>,
  );
}

export async function takeWarning(ctx: StaffCtx, data: z.output<typeof warningShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await recordWarningNote(ctx, { personId, kind: data.kind, note: data.note, reviewOn: data.reviewOn ?? '' });
  return seeOther(`/people/${personId}`, 'The warning is recorded');
}
