import type { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { optionalText, requiredText, ticked } from '../../../../platform/web/fields.ts';
import { Button, Choices, DateField, Form, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { addAddress } from '../../actions/add-address.ts';
import { typedDate, withDates } from '../../typed-date.ts';
import { aboutPerson } from './about-person.tsx';

export const addressShape = withDates(['from'], {
  line1: requiredText('Enter the house and street', 200),
  line2: optionalText(200),
  town: optionalText(100),
  postcode: optionalText(10),
  ward: optionalText(60),
  from: typedDate({ label: 'Date they moved there', optional: true }),
  shielded: ticked,
  source: requiredText('Say who told you', 200),
});

/** Where someone lives now. */
export async function addressPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return aboutPerson(
    ctx,
    personId,
    'Record an address',
    again,
    <Form action={`/people/${personId}/address`} {...formCarries(ctx)}>
      <TextField name="line1" label="House and street" width={30} {...state} />
      <TextField name="line2" label="Second line" width={30} {...state} />
      <TextField name="town" label="Town" width={20} {...state} />
      <TextField name="postcode" label="Postcode" width={10} {...state} />
      <TextField name="ward" label="Ward" width={20} {...state} />
      <DateField name="from" legend="When did they move there?" hint="Leave it out if you do not know" {...state} />
      <Choices
        name="shielded"
        legend="Must this address be kept from others?"
        items={[{ value: 'yes', text: 'Yes: shield it', hint: 'Only those on the shield list see it. Tell the shield desk.' }]}
        {...state}
      />
      <TextField name="source" label="Who told you?" width={30} {...state} />
      <Button>Save</Button>
    </Form>,
  );
}

export async function takeAddress(ctx: StaffCtx, data: z.output<typeof addressShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await addAddress(ctx, personId, { ...data, validFrom: data.from });
  return seeOther(`/people/${personId}`, 'The address is recorded');
}
