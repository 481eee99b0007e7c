import {
  Choice,
  Choices,
  DateField,
  listValue,
  SelectField,
  TextArea,
  TextField,
  textValue,
  type FieldState,
} from '../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { concernCategories, sourceWords } from '../../codes.ts';
import { yesNo } from '../../pages/raise/section.tsx';
import { adultPlaces, childPlaces } from '../told.ts';

/** Who it is about: the first child open, others and adults one press away; those already typed stay open. */
export function PeopleFields({ state }: { state: FieldState }) {
  const [, ...others] = childPlaces;
  const begun = (at: number): boolean =>
    Boolean(textValue(state.values, `p${at}-givenName`) || textValue(state.values, `p${at}-familyName`));
  return (
    <>
      <Child at={1} state={state} />
      <TextField name="p1-line1" label="Address" {...state} />
      <TextField name="p1-postcode" label="Postcode" width={10} autocomplete="off" {...state} />
      {others.map((at) => (
        <Details summaryText={`Another child (${at})`} open={begun(at)}>
          <Child at={at} state={state} />
        </Details>
      ))}
      {adultPlaces.map((at) => (
        <Details summaryText={at === 5 ? 'A parent or other adult' : 'Another adult'} open={begun(at)}>
          <input type="hidden" name={`p${at}-part`} value="adult" />
          <TextField name={`p${at}-givenName`} label="Given name" width={20} autocomplete="off" {...state} />
          <TextField name={`p${at}-familyName`} label="Family name" width={20} autocomplete="off" {...state} />
          <TextField name={`p${at}-relationship`} label="Who they are to the child" width={20} {...state} />
          <Choice name={`p${at}-livesHere`} legend="Live with the child?" items={yesNo} inline small {...state} />
        </Details>
      ))}
    </>
  );
}

function Child({ at, state }: { at: number; state: FieldState }) {
  const which = at === 1 ? "Child's" : `Child ${at}'s`;
  return (
    <>
      <input type="hidden" name={`p${at}-part`} value="child" />
      <TextField name={`p${at}-givenName`} label={`${which} given name`} width={20} autocomplete="off" {...state} />
      <TextField name={`p${at}-familyName`} label={`${which} family name`} width={20} autocomplete="off" {...state} />
      <DateField name={`p${at}-dob`} legend={`${which} date of birth`} hint="Leave empty if not known" {...state} />
      <TextField name={`p${at}-description`} label="Or describe them, if the name is not known" {...state} />
      <TextField name={`p${at}-school`} label="School or nursery" {...state} />
    </>
  );
}

/** Who tells: name, source, number. */
export function CallerFields({ state, who }: { state: FieldState; who: string }) {
  return (
    <>
      <TextField name="yourName" label={`${who}'s name`} width={30} autocomplete="off" {...state} />
      <SelectField
        name="publicSource"
        label="Who they are"
        items={Object.entries(sourceWords).map(([value, text]) => ({ value, text }))}
        {...state}
      />
      <TextField name="yourRole" label="Job title" hint="For a professional" width={30} autocomplete="off" {...state} />
      <TextField name="yourAgency" label="Organisation" width={30} autocomplete="off" {...state} />
      <TextField name="yourPhone" label="Telephone" type="tel" width={20} autocomplete="off" {...state} />
      <TextField name="yourEmail" label="Email" type="email" width={30} autocomplete="off" spellcheck={false} {...state} />
      <TextField name="relationship" label="How they know the child" {...state} />
      <Choice
        name="anonymous"
        legend="May their name be known?"
        items={[
          { value: 'no', text: 'Yes' },
          { value: 'yes', text: 'No, kept out' },
        ]}
        inline
        small
        {...state}
      />
    </>
  );
}

/** Whether the child is safe now. */
export function SafetyFields({ state }: { state: FieldState }) {
  return (
    <>
      <Choice
        name="immediateDanger"
        legend="Is any child in immediate danger?"
        items={[
          { value: 'yes', text: 'Yes: 999 now, stay on the line' },
          { value: 'no', text: 'No' },
        ]}
        inline
        small
        {...state}
      />
      <Choice name="whereaboutsKnown" legend="Is it known where the child is now?" items={yesNo} inline small {...state} />
      <TextField name="lastSeen" label="When and where last seen" {...state} />
      <Choice name="safeToContactParents" legend="Is it safe to contact the parents?" items={yesNo} inline small {...state} />
      <TextField name="riskToWorker" label="Anything that makes a visit unsafe" {...state} />
    </>
  );
}

/** The words and what they mean. */
export function WordsFields({ state, label, rows = 8 }: { state: FieldState; label: string; rows?: number }) {
  return (
    <>
      <TextArea
        name="whatHappened"
        label={label}
        hint="In their words: what they saw and heard, and what they think"
        rows={rows}
        {...state}
      />
      <TextField name="whenWhere" label="When and where" {...state} />
      <TextArea name="childSaid" label="What the child said, in the child's words" rows={2} {...state} />
      <Choice name="parentsInformed" legend="Do the parents know?" items={yesNo} inline small {...state} />
      <Choice name="agreementObtained" legend="Do they agree?" items={yesNo} inline small {...state} />
      <Details summaryText="Kinds of worry" open={listValue(state.values, 'categories').length > 0}>
        <div class="gt-in-columns">
          <Choices
            name="categories"
            legend="Kinds of worry"
            small
            items={concernCategories.map((one) => ({ value: one, text: one }))}
            {...state}
          />
        </div>
      </Details>
    </>
  );
}
