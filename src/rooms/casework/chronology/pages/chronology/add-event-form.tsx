import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import {
  Button,
  Choice,
  Choices,
  DateField,
  Form,
  SelectField,
  TextArea,
  TextField,
  type FieldState,
} from '../../../../../platform/web/form-kit.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { accuracies, eventCategories } from '../../chronology.codes.ts';

const exactness: Record<(typeof accuracies)[number], string> = {
  day: 'To the day',
  month: 'To the month',
  year: 'To the year',
  about: 'Only about',
};

/** Add what happened, with its source and what it meant for the child. */
export function AddEventForm({ ctx, path, state }: { ctx: StaffCtx; path: string; state: FieldState }) {
  return (
    <section class="gt-no-print">
      <h2 class="govuk-heading-m">Add an event</h2>
      <Form action={path} {...formCarries(ctx)}>
        <DateField name="happenedOn" legend="When did it happen?" {...state} />
        <Choice
          name="accuracy"
          legend="How exactly is that known?"
          inline
          items={accuracies.map((value) => ({ value, text: exactness[value] }))}
          {...state}
        />
        <SelectField
          name="category"
          label="What kind of event?"
          items={eventCategories.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) }))}
          {...state}
        />
        <TextArea name="description" label="What happened?" rows={3} {...state} />
        <TextArea name="impactOnChild" label="What did it mean for the child?" rows={2} {...state} />
        <Choice
          name="childPresent"
          legend="Was the child there?"
          inline
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
            { value: 'not known', text: 'Not known' },
          ]}
          {...state}
        />
        <TextField name="source" label="Who says so?" {...state} />
        <Choices
          name="keep"
          legend="Keep it from the family’s copies?"
          small
          items={[
            { value: 'hidden', text: 'Hide from the family: seeing it could do harm' },
            { value: 'third', text: 'It is about someone else (third party)' },
          ]}
          {...state}
        />
        <Button>Add the event</Button>
      </Form>
    </section>
  );
}
