import { Choice, Choices, DateField, SelectField, TextArea, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { handlingCodes, intelligenceGrades, sourceGrades } from '../../grading.codes.ts';
import { nothing, type QuestionSet } from '../../question-sets.codes.ts';
import { itemKinds, kindWords, reaches, reachWords, type AskedAbout, type Place } from '../../return.ts';

interface Props {
  place: Place;
  set: QuestionSet;
  state: FieldState;
  /** For something nobody asked: about whom it may be. */
  people?: readonly AskedAbout[];
}

/** One question about one person, or the household: ready answers, words, and behind "More about this answer" everything an item may carry. */
export function PlaceFields({ place, set, state, people }: Props) {
  const { question, name, about } = place;
  const whom = people ? `item ${name.split('--')[1]}` : about?.name;
  return (
    <section class="gt-card" aria-label={whom ? `${question.ask} ${whom}` : question.ask}>
      <div class="gt-columns gt-columns--2">
        <div class="gt-in-columns">
          {question.ready.length > 0 ? <Ready place={place} state={state} /> : null}
          {people ? (
            <SelectField
              name={`${name}-about`}
              label="About whom?"
              empty="The household"
              items={people.map((one) => ({ value: one.id, text: one.name }))}
              {...state}
            />
          ) : null}
        </div>
        <TextArea
          name={`${name}-words`}
          label={question.ready.length > 1 ? 'In your words, where it needs them' : 'In your words'}
          size="s"
          rows={3}
          {...state}
        />
      </div>
      <Details summaryText="More about this answer" open={hasMore(name, state) || (question.graded ?? false)}>
        <More place={place} state={state} graded={set.key === 'police'} />
      </Details>
    </section>
  );
}

function Ready({ place: { question, name, about }, state }: { place: Place; state: FieldState }) {
  const legend = (
    <>
      {question.ask} {about ? <span class="gt-small">{about.name}</span> : null}
    </>
  );
  if (!question.several)
    return (
      <Choice
        name={`${name}-ready`}
        legend={legend}
        hint={question.hint}
        items={question.ready.map((text) => ({ value: text, text }))}
        small
        {...state}
      />
    );
  return (
    <>
      <input type="hidden" name={`${name}-ready`} value="" />
      <Choices
        name={`${name}-ready`}
        legend={legend}
        hint={question.hint}
        items={question.ready.map((text) => ({ value: text, text, behaviour: text === nothing ? 'exclusive' : undefined }))}
        small
        {...state}
      />
    </>
  );
}

const more = ['kind', 'source', 'reach', 'third-party', 'grade-source', 'grade-known', 'handling', 'from', 'to', 'from-day', 'to-day'];

function hasMore(name: string, { values, errors }: FieldState): boolean {
  const typed = (field: string): boolean => Boolean(values?.[`${name}-${field}`]?.toString());
  const wrong = (field: string): boolean => errors?.some((one) => one.field === `${name}-${field}`) ?? false;
  return more.some((field) => wrong(field) || (field !== 'kind' && typed(field)));
}

function More({ place: { question, name }, state, graded }: { place: Place; state: FieldState; graded: boolean }) {
  const values = state.values?.[`${name}-kind`] ? state.values : { ...state.values, [`${name}-kind`]: question.kind };
  return (
    <>
      <Choice
        name={`${name}-kind`}
        legend="What is it?"
        items={itemKinds.map((value) => ({ value, text: kindWords[value] }))}
        small
        errors={state.errors}
        values={values}
      />
      <TextField name={`${name}-source`} label="Where do you have it from?" hint="Needed for an allegation: who alleges it" {...state} />
      <DateField name={`${name}-from`} legend="When it happened, or began" {...state} />
      <DateField name={`${name}-to`} legend="When it ended, if it did" {...state} />
      <SelectField
        name={`${name}-reach`}
        label="Who may have this item"
        empty={question.careful ? `As usual for this question: ${lower(reachWords['OWNER_CONTROLLED-ASK'])}` : 'As said at the top'}
        items={reaches.map((value) => ({ value, text: reachWords[value] }))}
        {...state}
      />
      <input type="hidden" name={`${name}-third-party`} value="" />
      <Choices
        name={`${name}-third-party`}
        legend="Is it about somebody outside the family?"
        items={[{ value: 'yes', text: 'Yes; leave it out of anything a family is given' }]}
        small
        {...state}
      />
      {graded ? <Grades name={name} state={state} /> : null}
    </>
  );
}

function Grades({ name, state }: { name: string; state: FieldState }) {
  const items = (of: readonly (readonly [string, string])[]) => of.map(([value, text]) => ({ value, text: `${value}: ${text}` }));
  return (
    <>
      <SelectField name={`${name}-grade-source`} label="Source" empty="Not graded" items={items(sourceGrades)} {...state} />
      <SelectField name={`${name}-grade-known`} label="Information" empty="Not graded" items={items(intelligenceGrades)} {...state} />
      <SelectField name={`${name}-handling`} label="Handling code" empty="None" items={items(handlingCodes)} {...state} />
    </>
  );
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
