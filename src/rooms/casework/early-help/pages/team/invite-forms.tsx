import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Form, SelectField, TextArea, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import type { Opened } from '../../open-episode.store.ts';
import { FindPractitioner } from '../../parts/find-practitioner.tsx';

interface InviteProps {
  ctx: StaffCtx;
  opened: Opened;
  choices: readonly { value: string; text: string }[];
  words: string;
  state: FieldState;
}

/** Three ways in: a practitioner who signs in, someone of the family, a practitioner who does not use Goldthread. */
export function InviteForms({ ctx, opened, choices, words, state }: InviteProps) {
  const family = opened.family.members
    .filter((member) => member.part !== 'unborn')
    .map((member) => ({ value: member.personId, text: `${member.name} (${member.part})` }));
  const action = `${opened.path}/team`;
  return (
    <>
      <h2 class="govuk-heading-m">Invite a practitioner</h2>
      <FindPractitioner path={action} words={words} />
      <Form action={action} {...formCarries(ctx)}>
        <input type="hidden" name="kind" value="practitioner" />
        <SelectField name="staffId" label="Who?" items={choices} {...state} />
        <TextField name="part" label="As what?" hint="For example health visitor, class teacher" {...state} />
        <TextArea name="note" label="What the invitation says" rows={3} {...state} />
        <Button>Invite</Button>
      </Form>
      <Details summaryText="Add someone of the family">
        <Form action={action} {...formCarries(ctx)}>
          <input type="hidden" name="kind" value="family" />
          <SelectField name="personId" label="Who?" items={family} {...state} />
          <Button>Add to the team</Button>
        </Form>
      </Details>
      <Details summaryText="Add a practitioner who does not use Goldthread">
        <Form action={action} {...formCarries(ctx)}>
          <input type="hidden" name="kind" value="other" />
          <TextField name="practitionerName" label="Name" {...state} />
          <TextField name="practitionerPhone" label="Telephone" type="tel" {...state} />
          <TextField name="otherPart" label="As what, and for whom?" {...state} />
          <Button>Add to the team</Button>
        </Form>
      </Details>
    </>
  );
}
