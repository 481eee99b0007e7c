import { z } from 'zod';
import type { Ctx } from '../../../../platform/access/ctx.ts';
import { found, invalid, refused, type FieldError } from '../../../../platform/access/refusal.ts';
import { readDate } from '../../../../platform/time/date-input.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { keepDraft } from '../../../../platform/web/draft.store.ts';
import { Button, Choice, DateField, Form, SelectField, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { ethnicities } from '../../codes.ts';
import { calledOf } from '../../concern.ts';
import { yesNo } from './section.tsx';
import { mostPeople, personAt, placesOf } from './typed.ts';
import { concernDraft, concernView, typedSoFar } from './view.tsx';

const fieldNames = [
  'part',
  'givenName',
  'familyName',
  'alsoKnownAs',
  'description',
  'dob-day',
  'dob-month',
  'dob-year',
  'ageInWords',
  'sex',
  'ethnicity',
  'firstLanguage',
  'interpreter',
  'disabilities',
  'nhsNumber',
  'upn',
  'gp',
  'school',
  'line1',
  'town',
  'postcode',
  'livesWith',
  'phone',
  'relationship',
  'holdsResponsibility',
  'livesHere',
];

/** Everyone named so far, with ways to add a child, an unborn baby or an adult. */
export async function peoplePage(ctx: Ctx): Promise<Answer> {
  const typed = await typedSoFar(ctx);
  const places = placesOf(typed);
  const next = Array.from({ length: mostPeople }, (_none, at) => at + 1).find((at) => !places.includes(at));
  const adds = [
    ['child', 'Add a child'],
    ['unborn', 'Add an unborn baby'],
    ['adult', 'Add an adult'],
  ] as const;
  return concernView(
    ctx,
    'Who it is about',
    [],
    <>
      <h1 class="govuk-heading-l">Who it is about</h1>
      {places.length === 0 ? (
        <p class="govuk-body">Add each child you are worried about, and anyone who matters to them.</p>
      ) : (
        <SummaryList
          rows={places.map((at) => {
            const person = personAt(typed, at);
            return {
              key: { text: calledOf(person) },
              value: {
                text: person.part === 'adult' ? (person.relationship ?? 'Adult') : person.part === 'unborn' ? 'Unborn baby' : 'Child',
              },
              actions: { items: [{ href: `/concern/form/people/${at}`, text: 'Change', visuallyHiddenText: calledOf(person) }] },
            };
          })}
        />
      )}
      {next ? (
        <ul class="govuk-list">
          {adds.map(([part, label]) => (
            <li>
              <a class="govuk-link" href={`/concern/form/people/${next}?part=${part}`}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">You have added as many people as one concern can hold. Name any others in “What worries you”.</p>
      )}
      <a class="govuk-button" href="/concern/form" role="button" draggable={false} data-module="govuk-button">
        Go on
      </a>
    </>,
  );
}

const placeOf = (asked: Asked): number => {
  const at = Number(asked.params['at']);
  return found(Number.isInteger(at) && at >= 1 && at <= mostPeople ? at : null);
};

/** One person's page; the questions fit who they are. */
export async function personPage(ctx: Ctx, asked: Asked): Promise<Answer> {
  const typed = await typedSoFar(ctx);
  const at = placeOf(asked);
  const values = Object.fromEntries(fieldNames.map((name) => [name, typed[`p${at}-${name}`] ?? '']));
  return shown(
    ctx,
    asked,
    { values: { ...values, part: values['part'] || (asked.query['part'] ?? 'child') }, errors: [] },
    placesOf(typed).includes(at),
  );
}
export const personAgain = (ctx: Ctx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again, false);

async function shown(ctx: Ctx, asked: Asked, { values, errors }: Again, known: boolean): Promise<Answer> {
  const at = placeOf(asked);
  const part = values['part'] === 'adult' || values['part'] === 'unborn' ? values['part'] : 'child';
  const title = part === 'adult' ? 'About the adult' : part === 'unborn' ? 'About the unborn baby' : 'About the child';
  return concernView(
    ctx,
    title,
    errors,
    <>
      <Form action={`/concern/form/people/${at}`} {...formCarries(ctx)}>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Fill in what you know. Leave the rest.</p>
        <input type="hidden" name="part" value={part} />
        {part === 'unborn' ? <Unborn values={values} errors={errors} /> : <Born values={values} errors={errors} part={part} />}
        <Button>Save and go on</Button>
      </Form>
      {known ? (
        <Form action={`/concern/form/people/${at}/remove`} {...formCarries(ctx)}>
          <Button classes="govuk-button--secondary">Take this person out</Button>
        </Form>
      ) : null}
    </>,
  );
}

function Unborn(state: FieldState) {
  return (
    <>
      <TextField
        name="description"
        label="Whose baby is it?"
        hint="For example, unborn baby of Amina Hassan. Add the mother as an adult too."
        {...state}
      />
      <DateField name="dob" legend="When is the baby due?" {...state} />
    </>
  );
}

function Born({ part, ...state }: FieldState & { part: string }) {
  return (
    <>
      <TextField name="givenName" label="First name" {...state} />
      <TextField name="familyName" label="Last name" {...state} />
      <TextField name="alsoKnownAs" label="Other names they use" {...state} />
      {part === 'child' ? (
        <TextField
          name="description"
          label="If you do not know the name, describe the child"
          hint="For example, boy of about 6, red coat, flat 4"
          {...state}
        />
      ) : (
        <TextField name="relationship" label="Relationship to the child" hint="For example mother, stepfather, aunt" {...state} />
      )}
      <DateField name="dob" legend="Date of birth" hint="For example, 27 3 2018" {...state} />
      <TextField name="ageInWords" label="Or about how old?" width={20} {...state} />
      <Choice
        name="sex"
        legend="Sex"
        items={[
          { value: 'F', text: 'Female' },
          { value: 'M', text: 'Male' },
          { value: 'U', text: 'I do not know' },
        ]}
        inline
        {...state}
      />
      <TextField name="line1" label="Address" hint="House number and street" {...state} />
      <TextField name="town" label="Town" width={20} {...state} />
      <TextField name="postcode" label="Postcode" width={10} {...state} />
      {part === 'adult' ? (
        <>
          <Choice name="livesHere" legend="Do they live with the child?" items={yesNo} inline {...state} />
          <Choice name="holdsResponsibility" legend="Do they hold parental responsibility?" items={yesNo} inline {...state} />
        </>
      ) : (
        <TextField name="livesWith" label="Who does the child live with?" {...state} />
      )}
      <TextField name="phone" label="Telephone" type="tel" width={20} {...state} />
      {part === 'child' ? <ChildsServices {...state} /> : null}
      <TextField name="firstLanguage" label="First language" width={20} {...state} />
      <Choice name="interpreter" legend="Do they need an interpreter?" items={yesNo} inline {...state} />
      {part === 'child' ? <TextField name="disabilities" label="Disability or long illness" {...state} /> : null}
    </>
  );
}

function ChildsServices(state: FieldState) {
  return (
    <>
      <TextField name="school" label="School or nursery" {...state} />
      <TextField name="gp" label="GP practice" {...state} />
      <TextField name="nhsNumber" label="NHS number" width={20} {...state} />
      <TextField name="upn" label="Unique pupil number" width={20} {...state} />
      <SelectField
        name="ethnicity"
        label="Ethnicity"
        items={ethnicities.map(([value, text]) => ({ value, text }))}
        empty="Not known"
        {...state}
      />
    </>
  );
}

export const personShape = z.record(
  z.string().max(80),
  z.union([z.string().max(2000, 'Use 2,000 characters or fewer'), z.array(z.string()).max(5)]),
);

/** Saves one person into the draft; a name or a description is all a child needs. */
export async function savePerson(ctx: Ctx, typed: z.output<typeof personShape>, asked: Asked): Promise<Answer> {
  const at = placeOf(asked);
  const errors = personErrors(ctx, typed);
  if (errors.length > 0) throw invalid(errors);
  await keepDraft(ctx, concernDraft, null, Object.fromEntries(fieldNames.map((name) => [`p${at}-${name}`, typed[name] ?? ''])));
  return seeOther('/concern/form/people');
}

function personErrors(ctx: Ctx, typed: Typed): FieldError[] {
  const text = (name: string): string => String(typed[name] ?? '').trim();
  const unborn = text('part') === 'unborn';
  const date = readDate(
    { day: text('dob-day'), month: text('dob-month'), year: text('dob-year') },
    {
      label: unborn ? 'Due date' : 'Date of birth',
      optional: true,
      today: londonDate(ctx.now),
      ...(unborn ? {} : { mustBe: 'today or in the past' as const }),
    },
  );
  const errors: FieldError[] = date.ok ? [] : [{ field: 'dob', message: date.message }];
  if (!text('givenName') && !text('familyName') && !text('description') && !text('relationship'))
    errors.unshift({ field: unborn ? 'description' : 'givenName', message: 'Enter a name, or describe them' });
  return errors;
}

/** Takes one person out of the draft. */
export async function removePerson(ctx: Ctx, _nothing: unknown, asked: Asked): Promise<Answer> {
  const at = placeOf(asked);
  if (!placesOf(await typedSoFar(ctx)).includes(at)) throw refused('That person has been taken out already.');
  await keepDraft(ctx, concernDraft, null, Object.fromEntries(fieldNames.map((name) => [`p${at}-${name}`, ''])));
  return seeOther('/concern/form/people');
}
