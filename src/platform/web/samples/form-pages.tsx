import { WarningText } from '../govuk/warning-text.tsx';
import { PublicLayout } from '../layout.tsx';
import { Button, Choice, Choices, DateField, FileField, Form, SelectField, TextArea, TextField } from '../form-kit.tsx';
import type { FieldState } from '../form-kit.tsx';
import { CheckAnswers } from '../patterns/check-answers.tsx';
import { Confirmation } from '../patterns/confirmation.tsx';
import { KeyboardHelp } from '../patterns/keyboard-help.tsx';
import { ErrorPage, errorTitle } from '../patterns/error-page.tsx';
import { TaskListPage } from '../patterns/task-list-page.tsx';
import { nonce, Staff } from './around.tsx';

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-known', text: 'Not known' },
];

function Questions(state: FieldState) {
  const why = <TextArea name="why-not" label="Why not?" rows={3} {...state} />;
  return (
    <>
      <TextField name="first-name" label="First name" width={20} autocomplete="off" spellcheck={false} {...state} />
      <DateField name="born" legend="Date of birth" hint="For example, 3 7 2017. Leave it out if you do not know." {...state} />
      <Choice
        name="told"
        legend="Does the family know you are telling us?"
        items={yesNo.map((item) => (item.value === 'no' ? { ...item, conditional: why } : item))}
        {...state}
      />
      <Choices
        name="worries"
        legend="What are you worried about?"
        hint="Tick all that apply."
        items={['Hunger', 'Tired or unwell', 'Hurt by someone', 'Something else'].map((text) => ({ value: text, text }))}
        {...state}
      />
      <SelectField
        name="school"
        label="School"
        items={['Roxborough Primary School', 'Weald Junior School'].map((text) => ({ text }))}
        {...state}
      />
      <TextArea
        name="story"
        label="What have you seen or heard?"
        hint="In your own words. The child’s own words too, if you have them."
        maxlength={4000}
        {...state}
      />
      <FileField name="file" label="Anything to attach" hint="PDF, Word or a picture, up to 10 MB." {...state} />
    </>
  );
}

const errors = [
  { field: 'first-name', message: 'Enter a first name, or “not known”' },
  { field: 'born', message: 'The date of birth must be in the past' },
  { field: 'told', message: 'Say whether the family knows' },
  { field: 'story', message: 'Tell us what you have seen or heard' },
];

/** A long form, empty or full of mistakes. */
export function FormPage({ wrong = false }: { wrong?: boolean }) {
  const values = wrong ? { 'born-day': '3', 'born-month': '7', 'born-year': '2031', worries: ['Hunger', 'Something else'], story: '' } : {};
  const state = wrong ? { values, errors } : {};
  return (
    <Staff
      title="Raise a concern"
      section="Front door"
      errors={wrong ? errors : undefined}
      breadcrumbs={[{ href: '/front-door', label: 'Front door' }, { label: 'Raise a concern' }]}
    >
      <h1 class="govuk-heading-l">Raise a concern</h1>
      <WarningText>If a child is in danger now, call 999.</WarningText>
      <Form
        action="/concern"
        csrf="token"
        idempotencyKey="key"
        version={3}
        draft="concern"
        autosave="/drafts/save"
        draftStatus="Saved 14:02, only you can see this until you submit"
      >
        <Questions {...state} />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    </Staff>
  );
}

/** The same for anyone, in one roomy column. */
export function PublicFormPage({ wrong = false }: { wrong?: boolean }) {
  const state = wrong ? { errors } : {};
  return (
    <PublicLayout title="Tell us you are worried about a child" nonce={nonce} errors={wrong ? errors : undefined}>
      <h1 class="govuk-heading-l">Tell us you are worried about a child</h1>
      <p class="govuk-body">You do not have to be sure. You do not have to give your name.</p>
      <Form action="/worried" csrf="token" idempotencyKey="key">
        <Questions {...state} />
        <Button>Continue</Button>
      </Form>
    </PublicLayout>
  );
}

export function TasksPage() {
  return (
    <Staff title="Assessment" section="Families">
      <TaskListPage
        heading="Whole-family assessment"
        sections={[
          {
            heading: 'The children',
            tasks: [
              { title: 'Health and growing', href: '/a/1', state: 'done' },
              { title: 'School and learning', href: '/a/2', state: 'started', hint: 'Amara’s own words are still missing' },
              { title: 'Feelings and behaviour', href: '/a/3', state: 'there is a problem' },
            ],
          },
          {
            heading: 'Together',
            tasks: [
              { title: 'Home and money', href: '/a/4', state: 'not started' },
              { title: 'So what, and what next', state: 'cannot start yet', hint: 'After the other parts' },
            ],
          },
        ]}
      />
    </Staff>
  );
}

export function CheckPage() {
  return (
    <Staff title="Check your answers" section="Front door">
      <h1 class="govuk-heading-l">Check before you send</h1>
      <CheckAnswers
        heading="The child"
        answers={[
          { question: 'First name', answer: 'Amara', changeHref: '/c/1#first-name' },
          {
            question: 'What have you seen or heard?',
            answer: 'Late four days out of five.\nTired.',
            changeHref: '/c/1#story',
            changes: 'what you have seen or heard',
          },
          { question: 'School', answer: '', changeHref: '/c/1#school' },
        ]}
      />
      <Form action="/c/send" csrf="token" idempotencyKey="key">
        <Button preventDoubleClick>Send</Button>
      </Form>
    </Staff>
  );
}

export function SentPage() {
  return (
    <PublicLayout title="Thank you" nonce={nonce}>
      <Confirmation title="Thank you. We have it." reference="C-2041">
        <p class="govuk-body">Someone reads it today. By the end of tomorrow we tell you what we decided.</p>
      </Confirmation>
    </PublicLayout>
  );
}

export function HelpPage() {
  return (
    <Staff title="Help" section="">
      <h1 class="govuk-heading-l">Help</h1>
      <KeyboardHelp />
    </Staff>
  );
}

export function FaultPage() {
  return (
    <Staff title={errorTitle('fault')} section="">
      <ErrorPage
        kind="fault"
        kept="What you wrote was saved as a draft at 14:02."
        reference="9f3c2a"
        back={{ href: '/', text: 'Go to Today' }}
      />
    </Staff>
  );
}
