import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Choice, DateField, Form, SelectField, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { rights } from '../../agreement.ts';
import { sharingAgencies } from '../../early-help.codes.ts';
import type { Opened } from '../../open-episode.store.ts';
import { sharingField } from './form.ts';

const rightWords: Record<(typeof rights)[number], string> = {
  'parental responsibility': 'A parent or carer with parental responsibility',
  'Gillick competent': 'A young person who understands what they agree to (Gillick competent)',
  'aged 16 or 17': 'A young person aged 16 or 17',
  'mother of an unborn baby': 'The mother of an unborn baby',
};

/** The agreement, question by question. */
export function AgreementForm({ ctx, opened, state }: { ctx: StaffCtx; opened: Opened; state: FieldState }) {
  const people = opened.family.members
    .filter((member) => member.part !== 'unborn')
    .map((member) => ({ value: member.personId, text: `${member.name} (${member.part})` }));
  return (
    <Form action={`${opened.path}/agreement`} {...formCarries(ctx)} draft={`agreement:${opened.episode.id}`} autosave="/drafts/save">
      <SelectField name="agreedBy" label="Who agreed?" items={people} {...state} />
      <Choice name="holds" legend="In what right?" items={rights.map((value) => ({ value, text: rightWords[value] }))} {...state} />
      <TextArea name="competenceNote" label="If a young person: how you judged that they understand" rows={3} {...state} />
      <Choice
        name="howGiven"
        legend="How was it given?"
        inline
        items={[
          { value: 'signed', text: 'Signed' },
          { value: 'spoken', text: 'Spoken, recorded here' },
        ]}
        {...state}
      />
      <DateField name="agreedOn" legend="When?" {...state} />
      <TextArea name="scope" label="What did the family agree to?" hint="Which help, with whom, for how long" rows={4} {...state} />
      <TextArea name="familyCommitments" label="What will the family do?" rows={3} {...state} />
      <TextArea name="serviceCommitments" label="What will services do?" rows={3} {...state} />
      <TextArea
        name="otherHolderView"
        label="What does anyone else with parental responsibility say?"
        hint="One agreement is enough; the other view is recorded"
        rows={3}
        {...state}
      />
      <DateField name="explainedOn" legend="When was it explained what is recorded and who may see it?" {...state} />
      <DateField name="copyGivenOn" legend="When did the family get its copy?" hint="Leave empty if not yet" {...state} />
      <h2 class="govuk-heading-m">With whom may information be shared?</h2>
      {sharingAgencies.map((agency, at) => (
        <Choice
          name={sharingField(at)}
          legend={agency}
          inline
          small
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'ask first', text: 'Ask first' },
            { value: 'no', text: 'No' },
          ]}
          {...state}
        />
      ))}
      <Button>Record the agreement</Button>
    </Form>
  );
}

/** The other answer. */
export function NotAgreedForm({ ctx, path, state }: { ctx: StaffCtx; path: string; state: FieldState }) {
  return (
    <Details summaryText="The family does not want this help">
      <Form action={`${path}/agreement/not-agreed`} {...formCarries(ctx)}>
        <TextArea
          name="notAgreedReason"
          label="Why not, in the family’s words"
          hint="Is it safe without? If not, step up a worry or raise a concern at the front door"
          rows={4}
          {...state}
        />
        <Button classes="govuk-button--secondary">Record that they do not agree</Button>
      </Form>
    </Details>
  );
}
