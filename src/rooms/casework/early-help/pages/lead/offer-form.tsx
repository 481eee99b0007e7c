import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, DateField, Form, SelectField, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { choosers } from '../../lead.ts';

interface OfferFormProps {
  ctx: StaffCtx;
  path: string;
  choices: readonly { value: string; text: string }[];
  isHandover: boolean;
  state: FieldState;
}

/** Asks someone to lead; a change of lead needs a hand-over meeting with the family. */
export function OfferForm({ ctx, path, choices, isHandover, state }: OfferFormProps) {
  return (
    <Form action={`${path}/lead`} {...formCarries(ctx)}>
      <SelectField name="staffId" label="Who?" items={choices} {...state} />
      <Choice
        name="chosenBy"
        legend="Who chose?"
        items={choosers.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) }))}
        {...state}
      />
      <TextArea
        name="note"
        label="What are they told?"
        hint="They see this and who the children are, nothing more, until they accept"
        rows={4}
        {...state}
      />
      <SelectField name="backupStaffId" label="Who stands in when they are away?" items={choices} empty="Nobody yet" {...state} />
      {isHandover ? <DateField name="handoverOn" legend="When is the hand-over meeting with the family?" {...state} /> : null}
      {isHandover ? <TextArea name="handoverNote" label="What is handed over?" rows={4} {...state} /> : null}
      <Button>{isHandover ? 'Ask them to take over' : 'Ask them'}</Button>
    </Form>
  );
}
