import type { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { oneOf, optionalOneOf, optionalText, requiredText, version } from '../../../../platform/web/fields.ts';
import { Button, Choice, DateField, Form, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { correctPerson } from '../../actions/correct-person.ts';
import { personRow } from '../../person.store.ts';
import { inBoxes, typedDate, withDates } from '../../typed-date.ts';
import { aboutPerson } from './about-person.tsx';

export const correctShape = withDates(['born'], {
  givenName: optionalText(100),
  familyName: optionalText(100),
  preferredName: optionalText(100),
  born: typedDate({ label: 'Date of birth', optional: true }),
  sex: oneOf(['F', 'M', 'U'], 'Choose female, male or not known'),
  firstLanguage: optionalText(60),
  interpreter: optionalOneOf(['yes', 'no']),
  source: requiredText('Say who told you', 200),
  _version: version,
});

/** The form to correct who someone is, filled from the record. */
export async function correctPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const person = await personRow(ctx, asked.params['id'] ?? '');
  const stored = {
    givenName: person.given_name ?? '',
    familyName: person.family_name ?? '',
    preferredName: person.preferred_name ?? '',
    ...inBoxes('born', person.date_of_birth),
    sex: person.sex,
    firstLanguage: person.first_language ?? '',
    interpreter: person.interpreter_needed === null ? '' : person.interpreter_needed ? 'yes' : 'no',
  };
  const state: FieldState = { values: again?.values ?? stored, errors: again?.errors };
  const saw = again ? String(again.values['_version'] ?? person.version) : person.version;
  return aboutPerson(
    ctx,
    person.id,
    'Correct this record',
    again,
    <Form action={`/people/${person.id}/correct`} {...formCarries(ctx)} version={saw}>
      <TextField name="givenName" label="Given names" width={30} {...state} />
      <TextField name="familyName" label="Family name" width={30} {...state} />
      <TextField name="preferredName" label="The name they like" width={20} {...state} />
      <DateField name="born" legend="Date of birth" {...state} />
      <Choice
        name="sex"
        legend="Sex"
        inline
        items={[
          { value: 'F', text: 'Female' },
          { value: 'M', text: 'Male' },
          { value: 'U', text: 'Not known' },
        ]}
        {...state}
      />
      <TextField name="firstLanguage" label="First language" width={20} {...state} />
      <Choice
        name="interpreter"
        legend="Is an interpreter needed?"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        {...state}
      />
      <TextField name="source" label="Who told you?" hint="The former name is kept with this" width={30} {...state} />
      <Button>Save</Button>
    </Form>,
  );
}

export async function takeCorrection(ctx: StaffCtx, data: z.output<typeof correctShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const interpreterNeeded = data.interpreter === null ? null : data.interpreter === 'yes';
  await correctPerson(ctx, personId, { ...data, dateOfBirth: data.born, interpreterNeeded, version: data._version });
  return seeOther(`/people/${personId}`, 'The record is corrected');
}
